import type { Doing } from './doing.ts'
import type { LiveState } from './state.ts'

export function ask(
  live: LiveState,
  correct: string,
  options: readonly string[],
  { by, atMs, tell }: Pick<Doing, 'by' | 'atMs' | 'tell'>,
): LiveState {
  const n = live.polls + 1
  tell({ what: 'polled', poll: n, step: correct, options }, by)
  const poll = { n, correct, options, askedMs: atMs, closed: false, answers: {} }
  return { ...live, poll, polls: n, pollCount: 0 }
}

export function answer(live: LiveState, option: string, { by, tell }: Doing): LiveState {
  const { poll } = live
  if (poll === null) return live
  const right = option === poll.correct
  const { n, correct: step, options } = poll
  tell({ what: 'answered', poll: n, step, options, option, right, leader: live.leader })
  return { ...live, poll: { ...poll, answers: { ...poll.answers, [by]: option } } }
}

export function closePoll(live: LiveState, { tell }: Pick<Doing, 'tell'>): LiveState {
  const { poll } = live
  if (poll === null || poll.closed) return live
  const given = Object.values(poll.answers)
  const right = given.filter((option) => option === poll.correct).length
  tell({ what: 'pollClosed', poll: poll.n, step: poll.correct, answered: given.length, right })
  return { ...live, poll: { ...poll, closed: true } }
}
