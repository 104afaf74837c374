import type { LiveView } from '#shared/live/view.ts'

/** Of whom one looks through the eyes, as long as they are to be seen and let themselves be looked through. */
export function whomToWatch(
  { leader, spotlight, unshared }: Pick<LiveView, 'leader' | 'spotlight' | 'unshared'>,
  /** Named by the follower; before all others. */
  named: string | null,
  /** Watched last; after all others. */
  last: string | null,
  me: string,
  isSeen: (person: string) => boolean,
): string | null {
  if (may(named, me, unshared, isSeen)) return named
  if (may(spotlight, me, unshared, isSeen)) return spotlight
  if (may(leader, me, unshared, isSeen)) return leader
  return may(last, me, unshared, isSeen) ? last : null
}

function may(
  person: string | null,
  me: string,
  unshared: readonly string[],
  isSeen: (person: string) => boolean,
): boolean {
  return person !== null && person !== me && !unshared.includes(person) && isSeen(person)
}
