import type { Input } from '#shared/procedure/input.ts'
import type { MemberRefusal, Moderation } from '#shared/protocol/members.ts'
import { botJoins } from './bots.ts'
import type { House } from './door.ts'
import type { Company } from './places.ts'
import { botsIn, othersIn } from './places.ts'
import type { Closing, Seat } from './seat.ts'

/** Inputs that put down what a person holds. */
export type PutDown = (person: string) => Input[]
/** What the log gets, and whose connection ends once it has it. */
export type Decided =
  | { ok: true; inputs: Input[]; close?: { person: string; why: Closing } }
  | { ok: false; reason: MemberRefusal }

/** Instructors of the session, and who began it unless they only watch. */
export function mayModerate({ person, kind }: Pick<Seat, 'person' | 'kind'>, host: string): boolean {
  return kind === 'instructor' || (kind === 'participant' && person === host)
}

/** What an act of leading comes to. Nobody acts on themselves where that would lock them out, and who only hosts acts on no instructor. */
export function moderate(act: Moderation, by: Seat, house: House, putDown: PutDown): Decided {
  if (!mayModerate(by, house.host)) return no('wrong-role')
  switch (act.act) {
    case 'begin':
      return house.state.phase === 'waiting' ? yes({ kind: 'begin', by: by.person }) : no('not-now')
    case 'lock':
      return yes({ kind: 'lock', on: act.on, by: by.person })
    case 'fill':
      return fill(act.role, house)
    case 'remove':
    case 'mute':
    case 'assign':
    case 'promote':
      return onPerson(act, by, house, putDown)
  }
}

function onPerson(
  act: Extract<Moderation, { person: string }>,
  by: Seat,
  house: House,
  putDown: PutDown,
): Decided {
  const { person } = act
  const { seats, state } = house
  const kind = seats.kindOf(person)
  const { [person]: participant } = state.participants
  if (kind === undefined && participant === undefined) return no('unknown-person')
  if (participant?.bot === true && act.act !== 'remove') return no('not-possible')
  if (kind === 'instructor' && by.kind !== 'instructor' && person !== by.person) return no('wrong-role')
  const end = (why: Closing): { close?: { person: string; why: Closing } } =>
    seats.find(person) === undefined ? {} : { close: { person, why } }
  switch (act.act) {
    case 'remove':
      if (person === by.person) return no('not-possible')
      // Not seen since the server was down: it may be an instructor, and it is for good.
      if (kind === undefined && participant?.bot !== true && by.kind !== 'instructor') return no('not-now')
      return {
        ...yes(...putDown(person), { kind: 'remove', actor: person, by: by.person }),
        ...end('removed'),
      }
    case 'mute':
      return participant !== undefined
        ? yes({ kind: 'mute', actor: person, on: act.on, by: by.person })
        : no('unknown-person')
    case 'assign':
    case 'promote': {
      const offer = house.roles.find(({ id }) => id === act.role)
      if (act.role !== '' && offer === undefined) return no('unknown-role')
      if (offer !== undefined && othersIn(offer.id, person, house) >= offer.max) return no('role-full')
      const assign: Input = { kind: 'assign', actor: person, role: act.role, by: by.person }
      if (seats.spectators.has(person)) return { ...yes(assign), ...end('come-back') }
      const comesIn = seats.members.has(person) && participant?.connected !== true
      return comesIn ? yes(assign, { kind: 'join', actor: person, role: act.role }) : yes(assign)
    }
  }
}

function fill(role: string, company: Company): Decided {
  const offer = company.roles.find(({ id }) => id === role)
  if (offer === undefined) return no('unknown-role')
  if (!offer.bot) return no('no-bot')
  const taken = othersIn(role, '', company) + botsIn(role, company.state)
  return taken < offer.max ? yes(botJoins(role)) : no('role-full')
}

function yes(...inputs: Input[]): { ok: true; inputs: Input[] } {
  return { ok: true, inputs }
}
function no(reason: MemberRefusal): Decided {
  return { ok: false, reason }
}
