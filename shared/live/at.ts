import type { Compiled, CompiledStep } from '#shared/procedure/compiled.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import { isIn, isPresent } from '#shared/procedure/who.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'
import { emptyLive } from './empty-live.ts'
import type { LiveAct } from './acts.ts'
import type { LiveState } from './state.ts'

export type ActOf<Name extends LiveAct['act']> = Extract<LiveAct, { act: Name }>

/** Where and when something is asked for. */
export interface At {
  readonly compiled: Compiled
  readonly state: EngineState
  /** As what somebody is here now; undefined: not here, or a bot. The state alone knows no spectators. */
  here(person: string): MemberKind | undefined
}

export function liveOf({ live }: Pick<EngineState, 'live'>): LiveState {
  return live ?? emptyLive
}

/** What the mode keeps for the debrief must not be told before: nobody is helped, asked or moved on. */
export function isExam({ compiled, state }: Pick<At, 'compiled' | 'state'>): boolean {
  return compiled.modes.get(state.mode as ModeName)?.feedback === 'debrief'
}

/** Has a body that can be followed and looked through. */
export function hasBody(kind: MemberKind | undefined): boolean {
  return kind === 'participant' || kind === 'instructor'
}

/** Takes part now and has a role. */
export function plays({ state }: Pick<At, 'state'>, person: string): boolean {
  const participant = state.participants[person]
  return participant !== undefined && participant.role !== '' && !participant.bot && isPresent(participant)
}

/** Is it that person's to do, or of whom they stand in for? */
export function performs({ state }: Pick<At, 'state'>, person: string, { gate }: CompiledStep): boolean {
  const { role = '', standIn } = state.participants[person] ?? {}
  return (
    (role !== '' && isIn(gate, state.participants[person])) ||
    (standIn !== undefined && (gate?.has(standIn.role) ?? true))
  )
}
