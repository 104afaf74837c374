import type { EngineState, Participant } from '#shared/procedure/state.ts'
import { hasPlace } from '#shared/procedure/who.ts'
import type { RoleOffer } from './rules.ts'
import type { Seats } from './seats.ts'

/** What decides who has a place in a role: the log's state, and who is about to enter it. */
export type Company = {
  readonly roles: readonly RoleOffer[]
  readonly state: EngineState
  readonly seats: Pick<Seats, 'members'>
}

/** People in the role but for this one: those who have a place, and those just come in whom the rules have not heard of yet. */
export function othersIn(role: string, person: string, { state, seats }: Company): number {
  const inPlace = Object.entries(state.participants).filter(
    ([other, participant]) => other !== person && isPersonIn(role, participant),
  )
  const arriving = [...seats.members.values()].filter(
    (seat) => seat.person !== person && seat.role === role && state.participants[seat.person] === undefined,
  )
  return inPlace.length + arriving.length
}

export function botsIn(role: string, { participants }: EngineState): number {
  return Object.values(participants).filter(
    (participant) => participant.bot === true && participant.role === role && hasPlace(participant),
  ).length
}

function isPersonIn(role: string, participant: Participant): boolean {
  return participant.bot !== true && participant.role === role && hasPlace(participant)
}

export type Place = Pick<RoleOffer, 'id' | 'name' | 'max' | 'bot'> & { readonly taken: number }

/** For who stands before the door: what there is to be. */
export function placesIn(company: Company): Place[] {
  return company.roles.map(({ id, name, max, bot }) => ({
    id,
    name,
    taken: othersIn(id, '', company),
    max,
    bot,
  }))
}

/** The role a participant takes up: once the run goes the one they have, else the one they want, else the first that is short of people, else the first with room. A bot gives way. */
export function placeFor(
  { person, role: wanted }: { readonly person: string; readonly role: string },
  company: Company,
): { ok: true; role: string } | { ok: false; reason: 'role-full' | 'unknown-role' } {
  const { roles, state } = company
  const known = state.participants[person]
  const keeps = known !== undefined && (wanted === '' || (state.phase !== 'waiting' && hasPlace(known)))
  // Without a role by the will of who leads: not for the person to choose one.
  if (keeps && known.role === '') return { ok: true, role: '' }
  const room = ({ id, max }: RoleOffer): boolean => othersIn(id, person, company) < max
  const asked = roles.find(({ id }) => id === (keeps ? known.role : wanted))
  if (asked !== undefined && room(asked)) return { ok: true, role: asked.id }
  if (wanted !== '') return { ok: false, reason: asked === undefined ? 'unknown-role' : 'role-full' }
  const open = roles.filter((role) => role.fill === 'human' && room(role))
  const place = open.find(({ id, min }) => othersIn(id, person, company) < min) ?? open[0]
  return place === undefined ? { ok: false, reason: 'role-full' } : { ok: true, role: place.id }
}
