import { movable } from '#shared/live/movable.ts'
import { activeSteps, stepOf } from './active-steps.ts'
import type { CompiledNode, CompiledStep } from './compiled.ts'
import { changeNode, emit, nodeState, type Draft } from './draft.ts'
import { apply, follow } from './evaluate.ts'
import { complete, endStep, goTo } from './run-node.ts'
import { restoreCheckpoint } from './save-checkpoint.ts'
import { restoreThings } from './used-things.ts'
import { aboutWhom } from './who.ts'

/** Who leads moves the procedure: nobody is credited with what they did not do, and nothing is held against them. */
export function moveSteps(draft: Draft, by: string, move: 'on' | 'back' | 'skip', only?: string): void {
  const steps = movable(draft, move, only)
  if (steps.length === 0) return
  emit(draft, { type: 'live', by, change: { what: 'stepped', move, steps: steps.map(({ id }) => id) } })
  draft.movedBy = by
  for (const { id } of steps) {
    const step = stepOf(draft.compiled, id)
    if (draft.state.phase !== 'running' || step === undefined) break
    if (move === 'back') goBack(draft, step)
    else if (nodeState(draft, id).status === 'active') goOn(draft, step, move)
  }
  draft.movedBy = null
}

/** The way that is right, as if it were done (its consequences happen), or without it. */
function goOn(draft: Draft, step: CompiledStep, move: 'on' | 'skip'): void {
  const away = step.transitions.filter(({ to }) => to !== 'stay')
  const way = away.find(({ kind }) => kind === 'correct') ?? away.find(({ kind }) => kind === 'alternative')
  draft.jumped = false
  endStep(draft, step, 'skipped')
  if (move === 'on') {
    changeNode(draft, step.id, { status: 'done' })
    apply(draft, way?.effects ?? [], aboutWhom(draft, step.gate, ''))
  }
  if (draft.jumped) return
  if (way === undefined || way.to === 'stay') complete(draft, step.id)
  else follow(draft, step, way.to)
}

/** To how the world was before it, where that was kept; else it begins again with what it uses, as do those after it. */
function goBack(draft: Draft, step: CompiledStep): void {
  const checkpoint = checkpointBefore(draft, step.id)
  if (checkpoint !== undefined && restoreCheckpoint(draft, checkpoint)) {
    emit(draft, { type: 'cue', kind: 'restored', data: { checkpoint } })
    return
  }
  for (const due of activeSteps(draft.compiled, draft.state.nodes))
    if (!isBeside(draft, due, step)) restoreThings(draft, due)
  restoreThings(draft, step)
  goTo(draft, step.id)
}

/** Do they go on side by side? Else the one comes before the other. */
function isBeside({ compiled: { nodes } }: Draft, one: CompiledNode, other: CompiledNode): boolean {
  const above = new Set<string>()
  for (let at: CompiledNode | undefined = one; at; at = nodes.get(at.parent ?? '')) above.add(at.id)
  let common: CompiledNode | undefined = other
  while (common && !above.has(common.id)) common = nodes.get(common.parent ?? '')
  return common?.document.type === 'parallel' || common?.document.type === 'unordered'
}

/** A checkpoint that was reached and that this step comes right after; none where something goes on beside it. */
function checkpointBefore({ compiled, state }: Draft, id: string): string | undefined {
  let found: string | undefined
  for (let node = compiled.nodes.get(id); node !== undefined && node.parent !== null;) {
    const above = compiled.nodes.get(node.parent)
    if (above?.document.type !== 'sequence') return undefined
    const at = above.children.indexOf(node.id)
    if (at > 0) found ??= above.children[at - 1]
    node = above
  }
  return found !== undefined && state.checkpoints[found] !== undefined ? found : undefined
}
