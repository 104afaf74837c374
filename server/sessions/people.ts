import type { MemberKind } from '#shared/protocol/members.ts'
import type { PublicParticipant, PublicWorld } from '#shared/session/public-world.ts'
import type { Seats } from './seats.ts'

/** What everybody may see of a member. Name and slot are the room's. */
export type PublicMember = PublicParticipant & { readonly kind: Exclude<MemberKind, 'spectator'> }

/** Who is in the run: connected or expected back, bots among them, and who leads without taking part. Who has left is not. */
export function peopleOf(
  { participants }: PublicWorld,
  seats: Seats,
): Readonly<Record<string, PublicMember>> {
  const people: Record<string, PublicMember> = {}
  for (const [person, participant] of Object.entries(participants)) {
    if (!participant.connected && !participant.away) continue
    const kind = seats.kindOf(person) === 'instructor' ? 'instructor' : 'participant'
    people[person] = { ...participant, kind }
  }
  for (const { person, kind } of seats.members.values())
    if (kind === 'instructor') people[person] ??= { ...leading, kind }
  return people
}

const leading: PublicParticipant = {
  role: '',
  connected: true,
  away: false,
  bot: false,
  muted: false,
  ready: false,
  number: 0,
  reaching: '',
  offering: '',
}
