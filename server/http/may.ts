import type { Grant } from '#server/people/people-store.ts'

/** Lead others: invite, see their debriefs. */
export function mayLead(grants: readonly Grant[]): boolean {
  return grants.some(({ kind }) => kind === 'instructor')
}

/** Guided and practice are open to whoever reaches the lobby; every other mode needs a grant. */
export function mayStart(mode: string, scenario: string, grants: readonly Grant[]): boolean {
  if (mode === 'guided' || mode === 'practice') return true
  return (
    mayLead(grants) ||
    (mode === 'exam' &&
      grants.some(
        (grant) => grant.kind === 'exam' && (grant.scenario === undefined || grant.scenario === scenario),
      ))
  )
}
