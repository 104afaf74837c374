import type { PublicMember } from '#server/sessions/people.ts'
import type { TrainingState } from '#shared/protocol/training-state.ts'
import { MemberField } from '#shared/protocol/training-state.ts'
import { assign, mirrorMap } from './mirror-world.ts'

/** Who is in the room, besides what the session says of them. */
export type RoomCompany = {
  readonly people: Readonly<Record<string, PublicMember>>
  readonly nameOf: (person: string) => string
  /** 0 while not connected. */
  readonly slotOf: (person: string) => number
  readonly spectators: number
  readonly locked: boolean
  /** Whose hand is up. */
  readonly asking: Iterable<string>
}

/** Brings the Colyseus state to who is in the room, touching only what differs. */
export function mirrorMembers(state: TrainingState, company: RoomCompany): void {
  const { people, nameOf, slotOf, spectators, locked, asking } = company
  assign(state, { spectators, locked })
  mirrorMap(state.members, people, (field: MemberField | undefined, member, person) => {
    const flat = { ...member, name: member.bot ? '' : nameOf(person), slot: slotOf(person) }
    return field === undefined ? new MemberField(flat) : assign(field, flat)
  })
  const names = Object.fromEntries(Array.from(asking, (person) => [person, nameOf(person)]))
  mirrorMap(state.asking, names, (_field: string | undefined, name) => name)
}
