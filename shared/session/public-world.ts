import type { Compiled } from '#shared/procedure/compiled.ts'
import type { EngineState, Place } from '#shared/procedure/state.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'

/** What every member of a session may see, spectators included. */
export interface PublicWorld {
  tick: number
  phase: EngineState['phase']
  mode: ModeName
  entities: Record<string, { place: Place; state: string; locked: boolean; hidden: boolean }>
  signals: Readonly<Record<string, number>>
  participants: Record<string, { role: string; connected: boolean }>
}

type Entities = PublicWorld['entities']
type Participants = PublicWorld['participants']
const entitiesOf = new WeakMap<EngineState['entities'], Entities>()
const participantsOf = new WeakMap<EngineState['participants'], Participants>()

/** Its parts are the same objects as before while what they are made of is. */
export function publicWorld(_compiled: Compiled, state: EngineState): PublicWorld {
  const { tick, phase, mode, signals } = state
  return {
    tick,
    phase,
    mode: mode as ModeName,
    entities: once(entitiesOf, state.entities, publicEntities),
    signals,
    participants: once(participantsOf, state.participants, publicParticipants),
  }
}

function publicEntities(entities: EngineState['entities']): Entities {
  return Object.fromEntries(
    Object.entries(entities).map(([id, { place, state = '', locked = false, hidden = false }]) => [
      id,
      { place, state, locked, hidden },
    ]),
  )
}

function publicParticipants(participants: EngineState['participants']): Participants {
  return Object.fromEntries(
    Object.entries(participants).map(([person, { role, connected }]) => [person, { role, connected }]),
  )
}

/** A pure function's answer kept as long as its argument lives. */
function once<Key extends object, Value>(
  known: WeakMap<Key, Value>,
  key: Key,
  make: (key: Key) => Value,
): Value {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make(key)
  known.set(key, made)
  return made
}
