import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { hashOf } from '#shared/kernel/hash.ts'
import { advance } from './advance.ts'
import { compile } from './compile.ts'
import { extinguish } from './extinguish.fixture.ts'
import type { Input } from './input.ts'
import { kitchen } from './kitchen.fixture.ts'
import { ada } from './person.fixture.ts'
import { start } from './start.ts'
import type { EngineState } from './state.ts'

const compiled = compile(extinguish, kitchen)
const bob = '7e6c1a52-6f4e-4d2b-8f57-0a6f7b0d2b22'
const actor = fc.constantFrom(ada, ada, ada, bob, 'nobody')

const intent: fc.Arbitrary<Input> = fc
  .record({
    actor,
    role: fc.constantFrom('trainee', 'trainee', 'trainee', 'instructor'),
    action: fc.constantFrom(
      'begin',
      'pause',
      'resume',
      'hint',
      'leave',
      'grab',
      'release',
      'press',
      'toggle',
      'pull',
      'squeeze-begin',
      'squeeze-end',
      'speak',
      'juggle',
    ),
    target: fc.option(fc.constantFrom(...kitchen.entities.map((e) => e.id), 'nothing', 'constructor'), {
      nil: undefined,
    }),
    hand: fc.constantFrom('left', 'right'),
    substitute: fc.boolean(),
    seq: fc.nat(),
  })
  .map(({ target, hand, substitute, ...rest }) => ({
    kind: 'intent' as const,
    intent: {
      ...rest,
      ...(target === undefined || ['begin', 'pause', 'resume', 'hint', 'leave'].includes(rest.action)
        ? {}
        : { target }),
      params: { hand, substitute },
      clientTime: 0,
      epoch: 1,
    },
  }))

const input: fc.Arbitrary<Input> = fc.oneof(
  { arbitrary: intent, weight: 6 },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('observe' as const),
      actor,
      sensor: fc.constantFrom(...compiled.sensors.keys(), 'unknown'),
      value: fc.oneof(
        fc.integer({ min: -500, max: 3000 }),
        fc.constantFrom(0, 1, 99_999, Number.NaN, 0.5, Infinity),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('join' as const),
      actor,
      role: fc.constantFrom('trainee', 'nothing'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('resume' as const, 'leave' as const), actor }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pause' as const),
      actor,
      reason: fc.constantFrom('hidden' as const, 'disconnected' as const),
    }),
  },
)

/** Some ticks in a row: the inputs of the first, and how many follow without any. */
const history = fc.array(
  fc.record({ inputs: fc.array(input, { maxLength: 6 }), idle: fc.integer({ min: 0, max: 200 }) }),
  { maxLength: 40 },
)
const mode = fc.constantFrom('guided' as const, 'practice' as const, 'exam' as const)

type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never

const opening: Input[] = [
  { kind: 'join', actor: ada, role: 'trainee' },
  {
    kind: 'intent',
    intent: { actor: ada, role: 'trainee', action: 'begin', clientTime: 0, epoch: 0, seq: 0 },
  },
]

function run(
  played: History,
  as: 'guided' | 'practice' | 'exam',
  check: (state: EngineState) => void,
): { hash: string; events: string } {
  let state = start(compiled, { mode: as, seed: 5 })
  const events: unknown[] = []
  const tick = (inputs: Input[]): void => {
    const advanced = advance(compiled, state, inputs)
    state = advanced.state
    events.push(...advanced.events)
  }
  tick(opening)
  for (const { inputs, idle } of played) {
    tick(inputs)
    check(state)
    for (let i = 0; i < idle; i += 1) tick([])
  }
  check(state)
  return { hash: hashOf(state), events: canonicalJson(events) }
}

function expectValid(state: EngineState): void {
  for (const [person, { holding }] of Object.entries(state.participants))
    for (const hand of ['left', 'right'] as const) {
      const thing = holding[hand]
      if (thing !== undefined)
        expect(state.entities[thing]!.place).toEqual({ kind: 'held', by: person, hand })
    }
  for (const [id, { place }] of Object.entries(state.entities))
    if (place.kind === 'held') expect(state.participants[place.by]!.holding[place.hand]).toBe(id)
  for (const numbers of [state.signals, state.variables, state.sensors, ...Object.values(state.simulations)])
    for (const value of Object.values(numbers)) expect(Number.isSafeInteger(value)).toBe(true)
  const due = compiled.steps.filter((step) => state.nodes[step.id]!.status === 'active')
  if (state.phase === 'ended') expect([due.length, state.result === null]).toEqual([0, false])
  else if (state.phase !== 'waiting') expect(due.length).toBeGreaterThan(0)
}

test('ENG-6 ENG-3 any inputs leave the engine valid, and the same inputs give the same events and hash', () => {
  fc.assert(
    fc.property(history, mode, (played, as) => {
      const once = run(played, as, expectValid)
      expect(run(played, as, () => undefined)).toEqual(once)
    }),
    { seed: 11, numRuns: 150 },
  )
})

test('ENG-4 a frozen state is good enough to go on from', () => {
  fc.assert(
    fc.property(history, mode, (played, as) => {
      run(played, as, deepFreeze)
    }),
    { seed: 12, numRuns: 40 },
  )
})

function deepFreeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return
  Object.freeze(value)
  Object.values(value).forEach(deepFreeze)
}
