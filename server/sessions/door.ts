import type { Company } from './places.ts'
import { placeFor } from './places.ts'
import type { Comer } from './seat.ts'
import type { Seats } from './seats.ts'

/** Everybody with an avatar, and everybody without one. */
export const MOST_MEMBERS = 64
export const MOST_SPECTATORS = 1000
/** The log and its state keep everybody who ever took part, with their things. */
const MOST_EVER = 4 * MOST_MEMBERS

export type DoorRefusal = 'removed' | 'locked' | 'role-full' | 'unknown-role' | 'session-full'
export type Admitted = { ok: true; role: string } | { ok: false; reason: DoorRefusal }

export type House = Company & {
  readonly seats: Seats
  /** Who began the run. */
  readonly host: string
}

/** May this person come in as that kind of member, and in which role? Asked when a ticket is wanted and again when it is shown. */
export function admit(comer: Comer, house: House): Admitted {
  const { state, seats } = house
  const { person, kind } = comer
  const no = (reason: DoorRefusal): Admitted => ({ ok: false, reason })
  if (state.membership.removed.includes(person)) return no('removed')
  if (state.membership.locked && !mayPassLock(comer, house)) return no('locked')
  const room = kind === 'spectator' ? seats.spectators : seats.members
  const most = kind === 'spectator' ? MOST_SPECTATORS : MOST_MEMBERS
  if (!room.has(person) && room.size >= most) return no('session-full')
  if (kind === 'spectator') return { ok: true, role: '' }
  if (kind === 'instructor') return { ok: true, role: state.participants[person]?.role ?? '' }
  if (isOneTooMany(person, house)) return no('session-full')
  return placeFor(comer, house)
}

/** By joining and leaving under ever new names one could fill it; who is known, or leads, comes in all the same. */
function isOneTooMany(person: string, { state: { participants } }: House): boolean {
  return participants[person] === undefined && Object.keys(participants).length >= MOST_EVER
}

/** Who leads, who takes part, and who was watching already. */
function mayPassLock({ person, kind }: Comer, { state, seats, host }: House): boolean {
  if (kind === 'instructor' || person === host || state.participants[person] !== undefined) return true
  return kind === 'spectator' && seats.kindOf(person) !== undefined
}
