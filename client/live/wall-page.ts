import type { LiveView } from '#shared/live/view.ts'
import type { RosterPerson } from '#shared/protocol/members.ts'

/** As many as one can keep an eye on, and as the scene draws at once. */
const most = 8

export interface WallPage {
  people: readonly RosterPerson[]
  page: number
  pages: number
  /** Numbers of those shown, from 1. */
  from: number
  to: number
  count: number
}

/** One page of everybody: who leads first, then who is shown to all or wants something, the others as they came, oneself last. */
export function wallPage(
  everybody: readonly RosterPerson[],
  { leader, spotlight, hands, help }: LiveView,
  me: string,
  wanted: number,
): WallPage {
  const rank = ({ person }: RosterPerson) => {
    if (person === me) return 3
    if (person === leader) return 0
    const wants =
      hands.includes(person) || help.some((each) => each.person === person && each.helper === null)
    return person === spotlight || wants ? 1 : 2
  }
  const count = everybody.length
  const pages = Math.max(1, Math.ceil(count / most))
  const page = Math.min(wanted, pages - 1)
  const people = everybody.toSorted((a, b) => rank(a) - rank(b)).slice(page * most, (page + 1) * most)
  return { people, page, pages, from: page * most + 1, to: page * most + people.length, count }
}
