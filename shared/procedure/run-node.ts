import type { Compiled, CompiledNode, CompiledStep } from './compiled.ts'
import { onlyOf, peopleIn } from './about.ts'
import { stepOf } from './active-steps.ts'
import { changeNode, emit, forget, nodeState, own, type Draft } from './draft.ts'
import type { EventBody, TransitionKind } from './events.ts'
import { readingOf, unitOf } from './reading-of.ts'
import { settleStep } from './settle-live.ts'
import type { NodeState } from './state.ts'

/** Enters a node: it becomes active, forgets what it remembered of an earlier attempt, and does what entering it means. */
export function activate(draft: Draft, id: string): void {
  const node = nodeOf(draft.compiled, id)
  const { attempts } = nodeState(draft, id)
  if (attempts > 0) for (const child of node.children) forgetSubtree(draft, child)
  own(draft, 'nodes')[id] = freshNode(draft, attempts + 1)
  forget(draft, node.memoryKeys)
  draft.entered += 1
  beginTask(draft, node)
  node.enter(draft, node)
}

/** Ends an active node that did what it is for, and lets its parent go on. */
export function complete(draft: Draft, id: string): void {
  leave(draft, id, 'done')
  const { parent } = nodeOf(draft.compiled, id)
  if (parent !== null && draft.state.phase === 'running' && nodeState(draft, parent).status === 'active') {
    const above = nodeOf(draft.compiled, parent)
    above.childEnded(draft, above, id)
  }
}

/** Leaves a node and all below it out: active ones end as skipped, waiting ones will not be asked for. */
export function skip(draft: Draft, id: string): void {
  for (const child of nodeOf(draft.compiled, id).children) skip(draft, child)
  const { status } = nodeState(draft, id)
  if (status === 'active') {
    const step = stepOf(draft.compiled, id)
    if (step) endStep(draft, step, 'skipped')
    else leave(draft, id, 'skipped')
  } else if (status === 'idle') changeNode(draft, id, { status: 'skipped', how: 'skipped' })
}

/** Leaves the present path and goes on from `target`; unfinished steps between are left out. */
export function goTo(draft: Draft, target: string): void {
  draft.jumped = true
  const path = pathTo(draft.compiled, target)
  if (nodeState(draft, target).status === 'active') skip(draft, target)
  for (let depth = 0; depth < path.length - 1; depth += 1) {
    const above = nodeOf(draft.compiled, path[depth] ?? '')
    const next = path[depth + 1] ?? ''
    // Where children follow one another, those before the target are behind us now and those after it are ahead again.
    const alongside = above.document.type === 'parallel' || above.document.type === 'unordered'
    const at = above.children.indexOf(next)
    for (const [i, child] of above.children.entries()) {
      if (i === at || alongside) continue
      const { status } = nodeState(draft, child)
      if (status === 'active' || (i < at && status === 'idle')) skip(draft, child)
      if (i > at && nodeState(draft, child).status !== 'idle') forgetSubtree(draft, child)
    }
    if (nodeState(draft, above.id).status !== 'active') {
      own(draft, 'nodes')[above.id] = freshNode(draft, nodeState(draft, above.id).attempts + 1)
      beginTask(draft, above)
    }
  }
  activate(draft, target)
}

/** Closes the groups that are still open when the session ends; a task is complete when all its steps were done. */
export function closeGroups(draft: Draft): void {
  for (const { id, children } of draft.compiled.nodes.values()) {
    if (children.length === 0 || nodeState(draft, id).status !== 'active') continue
    const done = stepsBelow(draft.compiled, id).every((step) => nodeState(draft, step).status === 'done')
    leave(draft, id, done ? 'done' : 'skipped')
  }
}

/** Ends a step's own account: what it did on the way out, its measured values, and the event. */
export function endStep(draft: Draft, step: CompiledStep, how: TransitionKind | 'skipped'): void {
  const node = nodeState(draft, step.id)
  step.leave(draft)
  for (const key of step.document.measuredBy) {
    const reading = readingOf(draft, key, step.gate)
    if (reading === undefined) continue
    const { value, actor } = reading
    const about = actor === undefined ? peopleIn(draft, step.gate) : onlyOf(draft, actor)
    emit(draft, { type: 'measured', name: key, value, unit: unitOf(key), step: step.id }, about)
  }
  changeNode(draft, step.id, { status: how === 'skipped' ? 'skipped' : 'done', how })
  const account: EventBody = {
    type: 'stepEnded',
    step: step.id,
    how,
    durationMs: draft.state.timeMs - node.startedMs,
    attempt: node.attempts,
    mistakes: node.mistakes,
    hints: node.hintLevel,
    measured: node.unmeasured !== true,
    ...(node.assisted ? { assisted: node.assisted.person, assistedBy: node.assisted.by } : {}),
    ...(draft.movedBy === null ? {} : { movedBy: draft.movedBy }),
  }
  emit(draft, account, peopleIn(draft, step.gate))
  settleStep(draft, step)
}

function beginTask(draft: Draft, { id, document, children, gate }: CompiledNode): void {
  if (document.title && children.length > 0)
    emit(draft, { type: 'taskStarted', task: id }, peopleIn(draft, gate))
}

function stepsBelow(compiled: Compiled, id: string): string[] {
  const node = nodeOf(compiled, id)
  return node.document.type === 'step' ? [id] : node.children.flatMap((child) => stepsBelow(compiled, child))
}

function leave(draft: Draft, id: string, status: 'done' | 'skipped'): void {
  const node = nodeOf(draft.compiled, id)
  const { startedMs, status: before } = nodeState(draft, id)
  if (before !== 'active') return
  changeNode(draft, id, { status })
  if (node.document.title && node.children.length > 0) {
    const durationMs = draft.state.timeMs - startedMs
    const account: EventBody = { type: 'taskEnded', task: id, complete: status === 'done', durationMs }
    emit(draft, account, peopleIn(draft, node.gate))
  }
}

function forgetSubtree(draft: Draft, id: string): void {
  const { status } = nodeState(draft, id)
  if (status === 'done' || status === 'skipped') {
    const { how: _how, unmeasured: _u, assisted: _a, before: _b, ...rest } = nodeState(draft, id)
    own(draft, 'nodes')[id] = { ...rest, status: 'idle' }
  }
  for (const child of nodeOf(draft.compiled, id).children) forgetSubtree(draft, child)
}

function freshNode(draft: Draft, attempts: number): NodeState {
  return {
    status: 'active',
    startedMs: draft.state.timeMs,
    startedEvent: draft.state.eventCount,
    attempts,
    mistakes: 0,
    hintLevel: 0,
  }
}

function pathTo(compiled: Compiled, id: string): string[] {
  const path: string[] = []
  for (let at: string | null = id; at !== null; at = nodeOf(compiled, at).parent) path.unshift(at)
  return path
}

function nodeOf(compiled: Compiled, id: string): CompiledNode {
  const node = compiled.nodes.get(id)
  if (!node) throw new Error(`no node "${id}" in the procedure`)
  return node
}
