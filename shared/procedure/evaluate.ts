import type { CompiledRule, CompiledStep, CompiledTransition, Effect } from './compiled.ts'
import { forget, nodeState, own, type Draft } from './draft.ts'
import { endSession } from './end-session.ts'
import { meet } from './meet.ts'
import { recordMistake } from './record-mistake.ts'
import { complete, endStep, goTo } from './run-node.ts'
import { aboutWhom } from './who.ts'

/** Most nodes entered in one tick; what is still due then waits for the next one. */
const cascadeLimit = 32

/**
 * One pass: rules in list order, then transitions of the steps that are due, then of those which that made due, and
 * meetings that all have come to. `by`: whose act it follows, '' for nobody's.
 */
export function evaluate(draft: Draft, by: string): void {
  for (const rule of draft.compiled.rules) {
    if (draft.state.phase !== 'running') return
    watch(draft, rule, by)
  }
  for (let moving = true; moving;) {
    moving = false
    for (const step of draft.compiled.steps) {
      if (draft.state.phase !== 'running' || draft.entered >= cascadeLimit) return
      if (nodeState(draft, step.id).status === 'active' && !draft.moved.has(step.id) && move(draft, step, by))
        moving = true
    }
    if (draft.state.phase === 'running' && meet(draft)) moving = true
  }
}

/** Rules are edge-triggered: they fire when their condition becomes true inside their scope. */
function watch(draft: Draft, rule: CompiledRule, by: string): void {
  const { id, once, scope } = rule.document
  const before = draft.state.rules[id] ?? { fired: 0, true: false }
  if (once && before.fired > 0) return
  const inScope = !scope || scope.some((node) => draft.state.nodes[node]?.status === 'active')
  if (!inScope) forget(draft, rule.memoryKeys)
  draft.witness = ''
  const now = inScope && rule.test(draft)
  if (now === before.true) return
  own(draft, 'rules')[id] = { fired: before.fired + (now ? 1 : 0), true: now }
  if (!now) return
  const actor = aboutWhom(draft, rule.gate, by)
  if (rule.mistake) recordMistake(draft, rule.mistake, actor)
  apply(draft, rule.effects, actor)
}

/** Takes the first transition that is open; true when the step was left. */
function move(draft: Draft, step: CompiledStep, by: string): boolean {
  // All are asked, so that conditions with a memory see every pass, then the first in the list is taken.
  let taken: CompiledTransition | undefined
  let actor = ''
  for (const transition of step.transitions) {
    draft.witness = ''
    const open = transition.test ? transition.test(draft) : timeIsUp(draft, step)
    if (!(transition.to === 'stay' ? becameOpen(draft, transition, open) : open) || taken) continue
    taken = transition
    actor = aboutWhom(draft, step.gate, by)
  }
  if (!taken) return false
  draft.moved.add(step.id)
  if (taken.mistake) recordMistake(draft, taken.mistake, actor, step.id)
  if (taken.to === 'stay') {
    apply(draft, taken.effects, actor)
    return true
  }
  draft.jumped = false
  endStep(draft, step, taken.kind)
  apply(draft, taken.effects, actor)
  if (!draft.jumped) follow(draft, step, taken.to)
  return true
}

export function follow(
  draft: Draft,
  step: CompiledStep,
  to: Exclude<CompiledTransition['to'], 'stay'>,
): void {
  if (to === 'next') complete(draft, step.id)
  else if ('node' in to) goTo(draft, to.node)
  else endSession(draft, to.end)
}

function becameOpen(draft: Draft, { memoryKey }: CompiledTransition, open: boolean): boolean {
  const before = draft.state.memory[memoryKey] !== undefined
  if (open && !before) own(draft, 'memory')[memoryKey] = [1]
  if (!open && before) delete own(draft, 'memory')[memoryKey]
  return open && !before
}

function timeIsUp(draft: Draft, step: CompiledStep): boolean {
  const limit = (step.document.timeLimitMs ?? 0) * draft.mode.timeLimitFactor
  return limit > 0 && draft.state.timeMs - nodeState(draft, step.id).startedMs >= limit
}

export function apply(draft: Draft, effects: readonly Effect[], actor: string): void {
  for (const effect of effects) effect(draft, actor)
}
