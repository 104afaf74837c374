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
  const may = (person: string | null): person is string =>
    person !== null && person !== me && !unshared.includes(person) && isSeen(person)
  if (may(named)) return named
  if (may(spotlight)) return spotlight
  if (may(leader)) return leader
  return may(last) ? last : null
}
