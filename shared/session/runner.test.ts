import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { compile } from '#shared/procedure/compile.ts'
import { extinguish } from '#shared/procedure/extinguish.fixture.ts'
import type { Input } from '#shared/procedure/input.ts'
import { kitchen } from '#shared/procedure/kitchen.fixture.ts'
import { act, ada, observe } from '#shared/procedure/person.fixture.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import { headHash, verifyChain, type LogEntry, type LogHead } from './log.ts'
import { resimulate } from './replay.ts'
import { createRunner, type Runner } from './runner.ts'

const compiled = compile(extinguish, kitchen)
const head: LogHead = {
  session: '5a0f4a36-6f0f-4b9b-8f4f-3a2b1c0d9e8f',
  scenario: { id: extinguish.id, version: extinguish.version, hash: 'a'.repeat(64) },
  workplaceHash: 'b'.repeat(64),
  assetHashes: {},
  engineVersion: 1,
  seed: 9,
  mode: 'practice',
  createdAt: 1_790_000_000_000,
  registration: '9c1f4a36-6f0f-4b9b-8f4f-3a2b1c0d9e8f',
  revision: 1,
}

/** Ticks with these inputs each; gives the log. */
function play(runner: Runner, ticks: readonly (readonly Input[])[]): LogEntry[] {
  return ticks.flatMap((inputs) => {
    for (const input of inputs) runner.offer(input)
    return runner.tick().entry ?? []
  })
}

const opening: Input[][] = [[{ kind: 'join', actor: ada, role: 'trainee' }], [act('begin')]]

/** A run of a minute and a half: alarm, CO2, some pausing, leaving in the end. */
const run: Input[][] = [
  ...opening,
  ...idle(100),
  [act('press', 'call-point'), act('grab', 'call-point')],
  [act('grab', 'ext-co2'), act('pull', 'ext-co2.pin')],
  observe({ 'distance:fire-base': 2500, 'aim:fire-base': 60 }),
  [act('squeeze-begin', 'ext-co2')],
  ...Array.from({ length: 60 }, (_, i) => observe({ 'sweep:fire-base': i % 20 < 10 ? 200 : -200 })),
  [act('squeeze-end', 'ext-co2')],
  [act('pause')],
  ...idle(30),
  [act('resume')],
  ...idle(1300),
  observe({ 'zone:corridor': 1 }),
  ...idle(3),
]

function idle(ticks: number): Input[][] {
  return Array.from({ length: ticks }, () => [])
}

test('SES-1 SES-2 the chain begins at the head and shows what was changed, dropped or moved', () => {
  const entries = play(createRunner(compiled, head), run)
  expect(entries[0]?.prev).toBe(headHash(head))
  expect(verifyChain(head, entries)).toEqual({
    ok: true,
    value: { entries: entries.length, last: entries.at(-1)!.hash },
  })
  const at = 5
  const changed = entries.map((e, i) =>
    i === at ? { ...e, events: [], inputs: [...e.inputs, ...observe({ squeeze: 1 })] } : e,
  )
  expect(verifyChain(head, changed)).toEqual({ ok: false, reason: { n: at, why: 'content changed' } })
  expect(verifyChain(head, entries.toSpliced(at, 1))).toEqual({
    ok: false,
    reason: { n: at, why: 'out of order' },
  })
  const renumbered = entries.toSpliced(at, 1).map((e, n) => ({ ...e, n }))
  expect(verifyChain(head, renumbered)).toEqual({ ok: false, reason: { n: at, why: 'chain broken' } })
  expect(verifyChain({ ...head, seed: 10 }, entries)).toEqual({
    ok: false,
    reason: { n: 0, why: 'chain broken' },
  })
})

test('SES-3 an entry for each tick with something in it, and one a second; no refused intent', () => {
  const runner = createRunner(compiled, head)
  const entries = play(runner, [
    ...opening,
    ...idle(100),
    [act('grab', 'call-point')],
    [act('press', 'call-point')],
  ])
  expect(entries.map((e) => [e.n, e.tick, e.inputs.length])).toEqual([
    [0, 0, 1],
    [1, 0, 1],
    [2, 20, 0],
    [3, 40, 0],
    [4, 60, 0],
    [5, 80, 0],
    [6, 100, 0],
    [7, 102, 1],
  ])
})

test('SES-4 the state hash stands at checkpoints, every half minute, and at the end', () => {
  const hashed = (ticks: Input[][]): unknown[] =>
    play(createRunner(compiled, head), ticks).flatMap((e) =>
      e.stateHash === undefined ? [] : [[e.tick, e.events.at(-1)?.type]],
    )
  expect(hashed([...opening, ...idle(1300), observe({ 'zone:corridor': 1 })])).toEqual([
    [600, undefined],
    [1200, undefined],
    [1301, 'ended'],
  ])
  expect(hashed(run.slice(0, 110))).toEqual([[102, 'stepStarted']])
})

test('SES-10 SES-11 a resend gets the first answer and is not taken again', () => {
  const runner = createRunner(compiled, head)
  play(runner, opening)
  const press = act('press', 'call-point')
  const grab = act('grab', 'call-point')
  const { epoch, seq } = (press as Extract<Input, { kind: 'intent' }>).intent
  expect(runner.knows(ada, epoch, seq)).toBe(false)
  runner.offer(press)
  expect(runner.knows(ada, epoch, seq)).toBe(true)
  runner.offer(grab)
  runner.offer(press)
  const first = runner.tick()
  expect(first.answers.map((a) => a.answer)).toEqual([
    { ok: true, tick: 1 },
    { ok: false, reason: 'not-possible' },
    { ok: true, tick: 1 },
  ])
  expect(first.entry?.inputs).toEqual([press])
  play(runner, idle(10))
  runner.offer(grab)
  runner.offer(press)
  const again = runner.tick()
  expect(again.answers.map((a) => a.answer)).toEqual([
    { ok: false, reason: 'not-possible' },
    { ok: true, tick: 1 },
  ])
  expect(again.events).toEqual([])
})

test('SES-12 re-simulating gives the same hash, and a changed input shows', () => {
  const runner = createRunner(compiled, head)
  const entries = play(runner, run)
  const again = resimulate(compiled, head, entries)
  expect(again.mismatches).toEqual([])
  expect(again.stateHash).toBe(runner.stateHash())
  expect(again.ticks).toBe(runner.state.tick)
  const forged = entries.map((e) => ({
    ...e,
    inputs: e.inputs.filter((i) => i.kind !== 'intent' || i.intent.action !== 'pull'),
  }))
  expect(resimulate(compiled, head, forged).mismatches[0]).toMatchObject({ what: 'events' })
})

test('SES-13 going on from any stored state is as if it had never stopped', () => {
  const whole = createRunner(compiled, head)
  play(whole, run)
  for (const cut of [1, 3, 104, 107, 150, 172, 180, 900]) {
    const first = createRunner(compiled, head)
    const entries = play(first, run.slice(0, cut))
    const stored = JSON.parse(canonicalJson(first.state)) as EngineState
    const second = createRunner(compiled, head, { state: stored, lastEntry: entries.at(-1) ?? null, entries })
    const rest = play(second, run.slice(cut))
    expect(second.stateHash()).toBe(whole.stateHash())
    expect(verifyChain(head, [...entries, ...rest]).ok).toBe(true)
    expect(resimulate(compiled, head, [...entries, ...rest]).mismatches).toEqual([])
  }
})

test('SES-14 a state of engine version 1 goes on under this one', () => {
  const first = createRunner(compiled, head)
  const entries = play(first, run.slice(0, 172))
  const rest = play(first, run.slice(172))
  const state = createRunner(compiled, head)
  play(state, run.slice(0, 172))
  const old = JSON.parse(canonicalJson(state.state)) as Record<string, unknown>
  delete old['membership']
  delete old['reaching']
  old['engineVersion'] = 1
  for (const person of Object.values(old['participants'] as Record<string, Record<string, unknown>>))
    delete person['number']
  const from = old as unknown as EngineState
  const again = resimulate(compiled, head, rest, { from, compare: false })
  expect([again.stateHash, entries.length > 0]).toEqual([first.stateHash(), true])
})

test('SES-13 people are asked in the same order after a rebuild, whoever came first', () => {
  const bob = '7e6c1a52-6f4e-4d2b-8f57-0a6f7b0d2b22'
  const ticks: Input[][] = [
    [{ kind: 'join', actor: bob, role: 'trainee' }],
    ...opening,
    observe({ 'distance:fire-base': 500 }, bob),
    [{ kind: 'leave', actor: bob }],
    ...idle(2000),
  ]
  const whole = createRunner(compiled, head)
  play(whole, ticks)
  const first = createRunner(compiled, head)
  const entries = play(first, ticks.slice(0, 3))
  const state = JSON.parse(canonicalJson(first.state)) as EngineState
  const second = createRunner(compiled, head, { state, lastEntry: entries.at(-1) ?? null, entries })
  play(second, ticks.slice(3))
  expect(Object.keys(whole.state.participants)).toEqual([ada, bob])
  expect(second.stateHash()).toBe(whole.stateHash())
})

test('SES-10 after a rebuild accepted intents are still known', () => {
  const press = act('press', 'call-point')
  const first = createRunner(compiled, head)
  const entries = play(first, [...opening, [press]])
  const second = createRunner(compiled, head, { state: first.state, lastEntry: entries.at(-1)!, entries })
  second.offer(press)
  const { answers, entry } = second.tick()
  expect(answers.map((a) => a.answer)).toEqual([{ ok: true, tick: 1 }])
  expect(entry).toBe(null)
})

test('SES-12 any history re-simulates to the same hash without a mismatch', () => {
  const targets = kitchen.entities.map((e) => e.id)
  const intent = fc
    .tuple(
      fc.constantFrom('grab', 'release', 'press', 'toggle', 'pull', 'squeeze-begin', 'squeeze-end', 'speak'),
      fc.constantFrom(...targets),
    )
    .map(([action, target]): Input[] => [act(action, target)])
  const presence = fc.constantFrom('pause', 'resume', 'hint').map((action): Input[] => [act(action)])
  const reading = fc
    .tuple(fc.constantFrom(...compiled.sensors.keys()), fc.integer({ min: -300, max: 3000 }))
    .map(([sensor, value]) => observe({ [sensor]: value }))
  const ticks = fc.oneof(
    { weight: 3, arbitrary: intent },
    { weight: 1, arbitrary: presence },
    { weight: 3, arbitrary: reading },
    { weight: 2, arbitrary: fc.constant([]) },
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(ticks, fc.nat({ max: 60 })), { maxLength: 40 }), (history) => {
      const runner = createRunner(compiled, head)
      const entries = play(runner, [
        ...opening,
        ...history.flatMap(([inputs, after]) => [inputs, ...idle(after)]),
      ])
      const stored = JSON.parse(JSON.stringify(entries)) as LogEntry[]
      const again = resimulate(compiled, head, stored)
      expect(again.mismatches).toEqual([])
      expect(verifyChain(head, stored).ok).toBe(true)
      // Ticks after the last entry hold nothing, so the log's own end is what is compared.
      const last = stored.at(-1)
      if (last?.tick === runner.state.tick) expect(again.stateHash).toBe(runner.stateHash())
    }),
    { seed: 31, numRuns: 100 },
  )
})

test('SES-3 of two acts of a live session in one tick the one that came too late is answered so and is not in the log', () => {
  const runner = createRunner(compiled, head)
  const entries = play(runner, opening)
  const lead = (): Input => ({
    kind: 'live',
    by: ada,
    as: 'participant',
    moderates: true,
    act: { act: 'lead' },
  })
  const [first, second] = [lead(), lead()]
  runner.offer(first)
  runner.offer(second)
  const { entry, refused } = runner.tick()
  expect(entry?.inputs).toEqual([first])
  expect([...refused]).toEqual([[second, 'already-so']])
  const logged = [...entries, ...(entry ? [entry] : [])]
  expect(resimulate(compiled, head, logged)).toMatchObject({ mismatches: [], stateHash: runner.stateHash() })
  runner.offer(lead())
  expect(runner.tick().entry).toBeNull()
})
