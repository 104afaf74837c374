import type { LiveRefusal } from '#shared/live/acts.ts'
import { admit } from './admit.ts'
import type { Compiled } from './compiled.ts'
import { openDraft, setReading, type Draft } from './draft.ts'
import { endSession } from './end-session.ts'
import { evaluate } from './evaluate.ts'
import type { EngineEvent } from './events.ts'
import { offerHints } from './hints.ts'
import type { Input } from './input.ts'
import type { Refusal } from './intent.ts'
import { takeGone, takeLive, tickLive } from './live.ts'
import { lead } from './membership.ts'
import { join, leave, pause, resume } from './presence.ts'
import { endOldReaches } from './reaching.ts'
import { simulate } from './simulate.ts'
import type { EngineState } from './state.ts'

/** Raised with every change of behaviour; golden runs are renewed with it. */
export const ENGINE_VERSION = 2
export const TICK_MS = 50

/** Most passes at the end of a tick for what the ones before made happen. */
const settlingPasses = 8

export interface Advanced {
  state: EngineState
  events: EngineEvent[]
  /** One for each input: null, or why an intent was refused. */
  answers: (Refusal | null)[]
  /** Acts of the live session that could not be done any more when their turn came: they changed nothing. */
  refused: ReadonlyMap<Input, LiveRefusal>
}

/**
 * One tick. Passes in this order: after each intent as it arrived, after the observations, after the simulations, and
 * while there are events that no pass has seen.
 * A session that was not running when the tick began takes its inputs and stands still: paused time has no ticks.
 */
export function advance(compiled: Compiled, state: EngineState, inputs: readonly Input[]): Advanced {
  const draft = openDraft(compiled, state)
  const runs = state.phase === 'running'
  if (runs) {
    draft.state.tick += 1
    draft.state.timeMs += TICK_MS
    endOldReaches(draft)
    tickLive(draft)
  }
  const refused = new Map<Input, LiveRefusal>()
  const answers = inputs.map((input) => {
    if (input.kind !== 'live') return take(draft, input)
    const refusal = takeLive(draft, input)
    if (refusal !== null) refused.set(input, refusal)
    return null
  })
  if (inputs.some((input) => input.kind === 'observe')) pass(draft, '')
  if (runs && draft.state.phase === 'running') {
    simulate(draft, TICK_MS)
    offerHints(draft)
    pass(draft, '')
  }
  for (let left = settlingPasses; left > 0 && draft.seenTo < draft.events.length; left -= 1) pass(draft, '')
  return { state: draft.state, events: draft.events, answers, refused }
}

function take(draft: Draft, input: Exclude<Input, { kind: 'live' }>): Refusal | null {
  switch (input.kind) {
    case 'intent': {
      const refusal = admit(draft, input.intent)
      if (refusal === null) pass(draft, input.intent.actor)
      return refusal
    }
    case 'observe':
      observe(draft, input.actor, input.sensor, input.value)
      return null
    case 'join':
      join(draft, input.actor, input.role, input.bot)
      return null
    case 'leave':
      leave(draft, input.actor)
      return null
    case 'pause':
      pause(draft, input.actor, input.reason)
      return null
    case 'resume':
      resume(draft, input.actor)
      return null
    case 'abandon':
      endSession(draft, 'abandoned', true)
      return null
    case 'assign':
    case 'remove':
    case 'mute':
    case 'lock':
    case 'begin':
    case 'layDown':
      lead(draft, input)
      return null
    case 'gone':
      takeGone(draft, input.person)
      return null
  }
}

/** Readings that nothing asks for, of nobody who takes part, or that are no integers, are not kept. */
function observe(draft: Draft, actor: string, sensor: string, value: number): void {
  const { connected = false, role = '', standIn } = draft.state.participants[actor] ?? {}
  const known = connected && (role !== '' || standIn !== undefined) && draft.compiled.sensors.has(sensor)
  if (known && Number.isSafeInteger(value) && draft.state.phase !== 'ended')
    setReading(draft, actor, sensor, value)
}

function pass(draft: Draft, actor: string): void {
  if (draft.state.phase !== 'running') return
  draft.seenFrom = draft.seenTo
  draft.seenTo = draft.events.length
  evaluate(draft, actor)
}
