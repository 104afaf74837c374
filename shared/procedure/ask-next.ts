import { randomBelow } from '#shared/kernel/random.ts'
import { isExam, performs } from '#shared/live/at.ts'
import { isAskable, nextStep, otherSteps } from '#shared/live/next-step.ts'
import { ask } from '#shared/live/poll.ts'
import type { CompiledStep } from './compiled.ts'
import { doingOf } from './doing-of.ts'
import type { Draft } from './draft.ts'

/** Besides the right one. */
const MOST_OTHERS = 3

/** What comes next? Asked by somebody, of what is due. */
export function askNext(draft: Draft, by: string): void {
  const step = nextStep(draft)
  if (step !== undefined) askFor(draft, step, by)
}

/** A step begins: is it one before which those who follow are asked? Only of what who leads is going to do. */
export function mayAskBefore(draft: Draft, step: CompiledStep): void {
  const { live, participants } = draft.state
  if (!live || live.pollEvery === 0 || live.leader === null || isExam(draft)) return
  const { role = '' } = participants[live.leader] ?? {}
  if (role !== '' && !performs(draft, live.leader, step)) return
  const pollCount = live.pollCount + 1
  draft.state.live = { ...live, pollCount }
  const open = live.poll !== null && !live.poll.closed
  if (pollCount >= live.pollEvery && !open && isAskable(draft, step)) askFor(draft, step, live.leader)
}

/** Options in an order that the session's seed gives. */
function askFor(draft: Draft, step: CompiledStep, by: string): void {
  const { live } = draft.state
  if (!live) return
  const left = otherSteps(draft, step).map(({ id }) => id)
  const options: string[] = []
  while (left.length > 0 && options.length < MOST_OTHERS)
    options.push(...left.splice(draw(draft, left.length), 1))
  options.splice(draw(draft, options.length + 1), 0, step.id)
  draft.state.live = ask(live, step.id, options, doingOf(draft, by))
}

function draw(draft: Draft, below: number): number {
  const { state, value } = randomBelow(draft.state.random, below)
  draft.state.random = state
  return value
}
