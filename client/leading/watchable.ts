import type { LiveView } from '#shared/live/view.ts'
import type { MembersClient } from '#client/net/members.ts'
import { hasView } from './offers.ts'

/** Whose view others may look through now: who is spotlit, then who leads, then the others as they came. */
export function watchable(
  { people }: Pick<MembersClient, 'people'>,
  { unshared, leader, spotlight }: Pick<LiveView, 'unshared' | 'leader' | 'spotlight'>,
  me: string,
): string[] {
  const rank = (person: string) => (person === spotlight ? 0 : person === leader ? 1 : 2)
  return Object.entries(people)
    .filter(
      ([person, member]) =>
        person !== me &&
        !member.bot &&
        member.connected &&
        member.slot > 0 &&
        hasView(member) &&
        !unshared.includes(person),
    )
    .map(([person]) => person)
    .toSorted((a, b) => rank(a) - rank(b))
}
