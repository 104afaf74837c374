import type { Grant } from '#server/people/people-store.ts'

/** Lead others in a scenario: invite, see debriefs. `undefined` is every scenario, which a grant for one does not cover. */
export function mayLead(grants: readonly Grant[], scenario: string | undefined): boolean {
  return grants.some((grant) => grant.kind === 'instructor' && covers(grant, scenario))
}

/** Guided and practice are open to whoever reaches the lobby; every other mode needs a grant. */
export function mayStart(mode: string, scenario: string, grants: readonly Grant[]): boolean {
  if (mode === 'guided' || mode === 'practice') return true
  const mayTakeExam = grants.some((grant) => grant.kind === 'exam' && covers(grant, scenario))
  return mayLead(grants, scenario) || (mode === 'exam' && mayTakeExam)
}

function covers(grant: Grant, scenario: string | undefined): boolean {
  return grant.scenario === undefined || grant.scenario === scenario
}
