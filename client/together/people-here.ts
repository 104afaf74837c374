import type { MemberKind } from '#shared/protocol/members.ts'
import type { MemberClient, MembersClient } from '#client/net/members.ts'
import { markOf } from '#client/runtime/avatars/mark-of.ts'
import type { PersonMark } from '#client/runtime/avatars/mark-of.ts'

/** One line of the list of who is here. */
export interface PersonHere {
  person: string
  /** '' for who gave none. */
  name: string
  isMe: boolean
  kind: MemberKind
  role: string
  mark: PersonMark
  state: 'here' | 'away' | 'lost' | 'bot'
  muted: boolean
  /** A step of theirs is due now. */
  atWork: boolean
  asking: boolean
}

/** Me first, then people by the order of the roles, those without one last. */
export function peopleHere(
  { people, asking }: MembersClient,
  me: string,
  roles: readonly string[],
  turn: readonly string[],
): PersonHere[] {
  const rank = ({ isMe, role }: PersonHere) => {
    const place = roles.indexOf(role)
    return isMe ? -1 : place < 0 ? roles.length : place
  }
  return Object.entries(people)
    .map(([person, member]) => ({
      person,
      name: member.name,
      isMe: person === me,
      kind: member.kind,
      role: member.role,
      mark: markOf(member.slot),
      state: stateOf(member),
      muted: member.muted,
      atWork: turn.includes(member.role),
      asking: Object.hasOwn(asking, person),
    }))
    .sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name) || compare(a.person, b.person))
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b)

function stateOf({ bot, connected, away }: MemberClient): PersonHere['state'] {
  if (bot) return 'bot'
  if (!connected) return 'lost'
  return away ? 'away' : 'here'
}
