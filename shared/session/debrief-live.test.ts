import { expect, test } from 'vitest'
import type { LiveChange } from '#shared/live/change.ts'
import type { EngineEvent } from '#shared/procedure/events.ts'
import { debriefLive } from './debrief-live.ts'
import type { Steps } from './debrief-rows.ts'

const steps = new Map([
  ['aim', { title: { en: 'Aim' } }],
  ['pull', { title: { en: 'Pull the pin' } }],
]) as unknown as Steps

/** Events of these people, a second apart. */
function told(...all: [by: string, change: LiveChange][]): EngineEvent[] {
  return all.map(([by, change], n) => ({ n, atMs: n * 1000, type: 'live', by, change }))
}
const observed = (step: string | null, durationMs: number, way: 'window' | 'ghost' = 'window') =>
  ({ what: 'observed', of: 'ina', way, step, durationMs, leader: 'ina' }) as const
const answered = (poll: number, right: boolean) =>
  ({
    what: 'answered',
    poll,
    step: 'aim',
    options: ['aim', 'pull'],
    option: right ? 'aim' : 'pull',
    right,
    leader: 'ina',
  }) as const

test('SES-63 without a live session there is nothing to tell', () => {
  expect(debriefLive(steps, [{ n: 0, atMs: 0, type: 'sessionStarted' }], 1000)).toBeUndefined()
})

test('SES-63 who led for how long, to the end', () => {
  const events = told(
    ['ina', { what: 'led', leader: 'ina', was: null, how: 'taken' }],
    ['ina', { what: 'followMe', on: true }],
    ['ina', { what: 'led', leader: 'ada', was: 'ina', how: 'passed' }],
    ['ina', { what: 'led', leader: 'ina', was: 'ada', how: 'taken' }],
    ['ina', { what: 'led', leader: null, was: 'ina', how: 'let-go' }],
    ['ada', { what: 'led', leader: 'ada', was: null, how: 'taken' }],
  )
  expect(debriefLive(steps, events, 9000)?.leaders).toEqual([
    { person: 'ina', durationMs: 3000 },
    { person: 'ada', durationMs: 5000 },
  ])
})

test('SES-63 SES-64 what each watcher saw, answered and learned', () => {
  const events = told(
    ['ina', { what: 'polled', poll: 1, step: 'aim', options: ['aim', 'pull'] }],
    ['olga', observed('aim', 4000)],
    ['olga', observed('aim', 3000, 'ghost')],
    ['olga', observed(null, 2000)],
    ['otto', observed('pull', 5000)],
    ...[false, false, true, true].map((right, n): [string, LiveChange] => ['olga', answered(n + 1, right)]),
    ['otto', answered(1, true)],
  )
  const live = debriefLive(steps, events, 20_000)
  expect(live?.watchers).toEqual([
    {
      person: 'olga',
      durationMs: 9000,
      steps: [
        { step: 'aim', title: { en: 'Aim' }, durationMs: 7000, ways: ['window', 'ghost'], of: ['ina'] },
      ],
      answered: 4,
      right: 2,
      gain: { first: { answered: 2, right: 0 }, second: { answered: 2, right: 2 }, gain: 1 },
    },
    {
      person: 'otto',
      durationMs: 5000,
      steps: [
        { step: 'pull', title: { en: 'Pull the pin' }, durationMs: 5000, ways: ['window'], of: ['ina'] },
      ],
      answered: 1,
      right: 1,
      gain: null,
    },
  ])
  expect(live?.gain?.gain).toBe(1)
  expect(live?.polls).toEqual([{ n: 1, step: 'aim', title: { en: 'Aim' }, answered: 2, right: 1 }])
})

test('SES-63 help asked for, take-overs, and how much was drawn', () => {
  const drawn = { what: 'drawn', shape: 'stroke', anchor: '', points: 9, step: null } as const
  const events = told(
    ['ada', { what: 'helpAsked', step: 'pull', on: true }],
    ['ina', { what: 'takenOver', person: 'ada', step: 'pull' }],
    ['ina', { what: 'handedBack', person: 'ada', step: 'pull', why: 'step-ended', durationMs: 1000 }],
    ['ada', { what: 'helpAsked', step: 'pull', on: false }],
    ['ina', { ...drawn, key: 'ina/a' }],
    ['ina', { what: 'erased', keys: ['ina/a'], of: ['ina'] }],
    ['ada', { ...drawn, key: 'ada/a' }],
  )
  const title = { en: 'Pull the pin' }
  expect(debriefLive(steps, events, 9000)).toMatchObject({
    help: [{ person: 'ada', step: 'pull', title, atMs: 0 }],
    takeOvers: [{ helper: 'ina', person: 'ada', step: 'pull', title, durationMs: 1000 }],
    annotations: 2,
    watchers: [],
    gain: null,
  })
})
