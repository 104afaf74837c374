import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { hashOf } from '#shared/kernel/hash.ts'
import { advance } from '#shared/procedure/advance.ts'
import { bringForward } from '#shared/procedure/bring-forward.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { EngineEvent } from '#shared/procedure/events.ts'
import { start } from '#shared/procedure/start.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { LogEntry, LogHead } from './log.ts'

export interface Mismatch {
  n: number
  tick: number
  what: 'tick' | 'events' | 'stateHash'
}

export interface Resimulated {
  state: EngineState
  stateHash: string
  /** Where the log says otherwise; empty under the engine version that wrote it. */
  mismatches: Mismatch[]
  ticks: number
}

/**
 * Runs a log's inputs through the engine again. `from` starts at a stored state instead of the beginning; `entries` are
 * then those after it. `compare: false` leaves out the comparison with the stored events and hashes.
 */
export function resimulate(
  compiled: Compiled,
  head: LogHead,
  entries: readonly LogEntry[],
  { from, compare = true }: { from?: EngineState; compare?: boolean } = {},
): Resimulated {
  let state = from ? bringForward(from) : start(compiled, head)
  const firstTick = state.tick
  const mismatches: Mismatch[] = []
  for (const entry of entries) {
    const events: EngineEvent[] = []
    while (state.phase === 'running' && state.tick < entry.tick - 1) {
      const between = advance(compiled, state, [])
      state = between.state
      events.push(...between.events)
    }
    const advanced = advance(compiled, state, entry.inputs)
    state = advanced.state
    events.push(...advanced.events)
    if (compare) mismatches.push(...mismatchesOf(entry, state, events))
  }
  return { state, stateHash: hashOf(state), mismatches, ticks: state.tick - firstTick }
}

function mismatchesOf(entry: LogEntry, state: EngineState, events: EngineEvent[]): Mismatch[] {
  const at = (what: Mismatch['what']): Mismatch => ({ n: entry.n, tick: entry.tick, what })
  const found: Mismatch[] = []
  if (state.tick !== entry.tick) found.push(at('tick'))
  if ((events.length > 0 || entry.events.length > 0) && canonicalJson(events) !== canonicalJson(entry.events))
    found.push(at('events'))
  if (entry.stateHash !== undefined && entry.stateHash !== hashOf(state)) found.push(at('stateHash'))
  return found
}
