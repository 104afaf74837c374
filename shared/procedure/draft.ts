import type { Mode, ModeName } from '#shared/scenario/scenario.ts'
import type { Compiled } from './compiled.ts'
import type { EngineEvent, EventBody } from './events.ts'
import { readingKey } from './reading-key.ts'
import type { EngineState, EntityState, NodeState, Participant } from './state.ts'

/**
 * One tick's working copy. Only `advance` makes it and nobody keeps it. The given state is never written: a record is
 * copied the first time this tick that something in it changes (`own`), everything else is shared.
 */
export interface Draft {
  readonly compiled: Compiled
  readonly mode: Mode
  readonly state: EngineState
  readonly events: EngineEvent[]
  readonly owned: Set<RecordName>
  /** Part of `events` that momentary conditions look at in the present pass: what happened since the last one began. */
  seenFrom: number
  seenTo: number
  /** Nodes that took their one transition of this tick. */
  readonly moved: Set<string>
  /** Nodes entered this tick. */
  entered: number
  /** A consequence moved the procedure itself (goTo, restoreCheckpoint, end): the transition goes nowhere else. */
  jumped: boolean
  /** The one person a condition is asked about just now (onePerson); else everybody. */
  only: string | null
  /** The last person who made a condition true, '' for nobody. */
  witness: string
  /** Who leads on or back just now: what ends meanwhile was ended by them. */
  movedBy: string | null
}

type RecordName =
  | 'participants'
  | 'entities'
  | 'variables'
  | 'sensors'
  | 'simulations'
  | 'signals'
  | 'nodes'
  | 'memory'
  | 'rules'
  | 'acts'
  | 'checkpoints'

export function openDraft(compiled: Compiled, state: EngineState): Draft {
  const mode = compiled.modes.get(state.mode as ModeName)
  if (!mode) throw new Error(`the scenario has no mode "${state.mode}"`)
  return {
    compiled,
    mode,
    state: { ...state },
    events: [],
    owned: new Set(),
    seenFrom: 0,
    seenTo: 0,
    moved: new Set(),
    entered: 0,
    jumped: false,
    only: null,
    witness: '',
    movedBy: null,
  }
}

/** The record of that name, this tick's own copy, to be written to. */
export function own<Name extends RecordName>(draft: Draft, name: Name): EngineState[Name] {
  if (!draft.owned.has(name)) {
    draft.owned.add(name)
    draft.state[name] = { ...draft.state[name] }
  }
  return draft.state[name]
}

/** `actors`: whom records of it are about, see `EngineEvent`. */
export function emit(draft: Draft, body: EventBody, actors?: readonly string[]): void {
  const about = actors === undefined ? {} : { actors }
  draft.events.push({ ...body, ...about, n: draft.state.eventCount, atMs: draft.state.timeMs })
  draft.state.eventCount += 1
}

export function entityState(draft: Draft, id: string): EntityState {
  return found(draft.state.entities[id], 'entity', id)
}

export function nodeState(draft: Draft, id: string): NodeState {
  return found(draft.state.nodes[id], 'node', id)
}

export function participant(draft: Draft, actor: string): Participant {
  return found(draft.state.participants[actor], 'participant', actor)
}

/** Whom something of nobody's in particular belongs to: the one person there, or the first who came. */
export function someone(draft: Draft): string {
  for (const actor in draft.state.participants) return actor
  return ''
}

export function changeEntity(draft: Draft, id: string, change: Partial<EntityState>): void {
  own(draft, 'entities')[id] = { ...entityState(draft, id), ...change }
}

export function changeNode(draft: Draft, id: string, change: Partial<NodeState>): void {
  own(draft, 'nodes')[id] = { ...nodeState(draft, id), ...change }
}

export function changeParticipant(draft: Draft, actor: string, change: Partial<Participant>): void {
  own(draft, 'participants')[actor] = { ...participant(draft, actor), ...change }
}

/** As if the person had never had that. */
export function clearParticipant(
  draft: Draft,
  actor: string,
  field: 'awayTick' | 'offering' | 'muted' | 'standIn',
): void {
  const { [field]: had, ...rest } = participant(draft, actor)
  if (had !== undefined) own(draft, 'participants')[actor] = rest
}

/** Gives an entity another of its states; says so only when it is another one. */
export function setEntityState(draft: Draft, id: string, state: string): void {
  if (entityState(draft, id).state === state) return
  changeEntity(draft, id, { state })
  emit(draft, { type: 'entityChanged', entity: id, state })
}

export function setSignal(draft: Draft, name: string, value: number): void {
  if (draft.state.signals[name] !== value) own(draft, 'signals')[name] = value
}

export function setReading(draft: Draft, actor: string, sensor: string, value: number): void {
  const key = readingKey(actor, sensor)
  if (draft.state.sensors[key] !== value) own(draft, 'sensors')[key] = value
}

/** What conditions remembered under these keys is as if it had never been. */
export function forget(draft: Draft, memoryKeys: readonly string[]): void {
  for (const key of memoryKeys) if (draft.state.memory[key] !== undefined) delete own(draft, 'memory')[key]
}

function found<Value>(value: Value | undefined, kind: string, id: string): Value {
  if (value === undefined) throw new Error(`no ${kind} "${id}" in the state`)
  return value
}
