import { endSqueeze } from './affordances/holding.ts'
import { changeParticipant, emit, forget, own, type Draft } from './draft.ts'
import { emptyHands } from './empty-hands.ts'
import { bringPersonalThings, takePersonalThingsAway } from './personal.ts'
import { stepOf } from './active-steps.ts'
import { complete } from './run-node.ts'
import { settleSteps } from './settle-live.ts'
import type { EngineState, NodeState, Participant } from './state.ts'

type Snapshot = Pick<
  EngineState,
  'entities' | 'variables' | 'simulations' | 'signals' | 'nodes' | 'memory' | 'acts'
> & {
  holding: Record<string, Participant['holding']>
}

export function saveCheckpoint(draft: Draft, id: string): void {
  const { entities, variables, simulations, signals, nodes, memory, acts, participants } = draft.state
  const holding = Object.fromEntries(
    Object.entries(participants).map(([actor, person]) => [actor, person.holding]),
  )
  // Later writes this tick must not reach into the snapshot.
  for (const name of ['entities', 'variables', 'simulations', 'signals', 'nodes', 'memory', 'acts'] as const)
    draft.owned.delete(name)
  const snapshot: Snapshot = { entities, variables, simulations, signals, nodes, memory, acts, holding }
  own(draft, 'checkpoints')[id] = snapshot
  emit(draft, { type: 'checkpoint', id })
}

/** Puts the world back as it was and goes on after the checkpoint; mistakes, hints and time stay. False when never reached. */
export function restoreCheckpoint(draft: Draft, id: string): boolean {
  const snapshot = draft.state.checkpoints[id] as Snapshot | undefined
  if (!snapshot) return false
  settleSteps(draft)
  const { holding, memory, ...world } = snapshot
  Object.assign(draft.state, world)
  for (const name of Object.keys(world) as (keyof typeof world)[]) draft.owned.delete(name)
  const nodes = own(draft, 'nodes')
  for (const [node, state] of Object.entries(nodes))
    if (state.status === 'active') nodes[node] = startedNow(draft, state)
  restoreMemory(draft, memory)
  for (const actor of Object.keys(draft.state.participants)) {
    endSqueeze(draft, actor)
    changeParticipant(draft, actor, { holding: holding[actor] ?? {} })
  }
  draft.state.reaching = []
  keepPeopleUpToDate(draft)
  draft.jumped = true
  complete(draft, id)
  return true
}

/** Who came since the snapshot has what is personal; who has no role any more holds nothing. */
function keepPeopleUpToDate(draft: Draft): void {
  bringPersonalThings(draft)
  for (const [actor, person] of Object.entries(draft.state.participants)) {
    if (person.role === '') emptyHands(draft, actor)
    if (draft.state.membership.removed.includes(actor)) takePersonalThingsAway(draft, person)
  }
}

/** Groups remember how far they were; steps begin anew and remember nothing; rules go on remembering. */
function restoreMemory(draft: Draft, memory: Snapshot['memory']): void {
  for (const { id, memoryKeys } of draft.compiled.nodes.values()) {
    forget(draft, memoryKeys)
    if (stepOf(draft.compiled, id)) continue
    for (const key of memoryKeys) {
      const before = memory[key]
      if (before !== undefined) own(draft, 'memory')[key] = before
    }
  }
}

function startedNow(draft: Draft, node: NodeState): NodeState {
  return {
    ...node,
    startedMs: draft.state.timeMs,
    startedEvent: draft.state.eventCount,
    attempts: node.attempts + 1,
  }
}
