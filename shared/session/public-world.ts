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
  /** Nobody new comes in. */
  locked: boolean
  participants: Record<string, PublicParticipant>
}

export interface PublicParticipant {
  /** '' for none. */
  role: string
  connected: boolean
  /** Lost or paused, and expected back. */
  away: boolean
  bot: boolean
  muted: boolean
  /** Has read the briefing. */
  ready: boolean
  /** Of this person's own things: `<entity>@<number>`. */
  number: number
  /** Entity that this person holds a hand out for, '' for none. */
  reaching: string
  /** Person to whom this one offers to swap roles, '' for none. */
  offering: string
}

type Entities = PublicWorld['entities']
type Participants = PublicWorld['participants']
const entitiesOf = new WeakMap<EngineState['entities'], Entities>()
const participantsOf = new WeakMap<
  EngineState['participants'],
  { reaching: EngineState['reaching']; participants: Participants }
>()

/** Its parts are the same objects as before while what they are made of is. */
export function publicWorld(_compiled: Compiled, state: EngineState): PublicWorld {
  const { tick, phase, mode, signals } = state
  return {
    tick,
    phase,
    mode: mode as ModeName,
    entities: once(entitiesOf, state.entities, publicEntities),
    signals,
    locked: state.membership.locked,
    participants: publicParticipants(state),
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

/** Without bots that gave way. */
function publicParticipants({ participants, reaching }: EngineState): Participants {
  const before = participantsOf.get(participants)
  if (before?.reaching === reaching) return before.participants
  const made = Object.fromEntries(
    Object.entries(participants).flatMap(([person, participant]) => {
      const { role, connected, pausedBy, number, offering = '' } = participant
      const { bot = false, muted = false, ready = false } = participant
      if (bot && !connected) return []
      const reached = reaching.findLast(({ actor }) => actor === person)?.entity ?? ''
      const away = pausedBy !== null
      return [[person, { role, connected, away, bot, muted, ready, number, reaching: reached, offering }]]
    }),
  )
  participantsOf.set(participants, { reaching, participants: made })
  return made
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
