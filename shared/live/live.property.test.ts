import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { hashOf } from '#shared/kernel/hash.ts'
import { advance } from '#shared/procedure/advance.ts'
import type { Input } from '#shared/procedure/input.ts'
import { lockoutDocument } from '#shared/procedure/lockout.fixture.ts'
import { start } from '#shared/procedure/start.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import { bot, lockoutWith } from '#shared/procedure/team.fixture.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import { createRunner } from '#shared/session/runner.ts'
import type { LogHead } from '#shared/session/log.ts'
import { resimulate } from '#shared/session/replay.ts'
import { history, kinds, type History } from './any-live-history.fixture.ts'
import { decide } from './decide.ts'
import { ann, ben, cat, instructor } from './live-team.fixture.ts'
import { expectIntegers, expectValidLive, isHere } from './valid-live.fixture.ts'

const { procedure } = lockoutDocument
const compiled = lockoutWith({
  procedure: { ...procedure, of: [{ type: 'checkpoint', id: 'saved' }, ...procedure.of] },
  rules: [
    {
      id: 'back',
      once: false,
      when: { type: 'event', eventType: 'acted', with: { action: 'press', target: 'stop-button' } },
      consequences: [{ type: 'restoreCheckpoint', checkpoint: 'saved' }],
    },
  ],
})

const opening: Input[] = [
  { kind: 'join', actor: ann, role: 'lead' },
  { kind: 'join', actor: ben, role: 'mechanic' },
  { kind: 'join', actor: cat, role: 'mechanic' },
  { kind: 'begin', by: instructor },
]

/** As the authority lets them through: intents name the role that the person has, and it knows who is here as what. */
function offered(state: EngineState, inputs: readonly Input[]): Input[] {
  const { participants } = state
  const here = (who: string): MemberKind | undefined =>
    isHere(state, who) && who !== 'nobody' && who !== bot ? (kinds[who] ?? 'participant') : undefined
  return inputs.flatMap((given): Input[] => {
    if (given.kind === 'intent')
      return [
        { kind: 'intent', intent: { ...given.intent, role: participants[given.intent.actor]?.role ?? '' } },
      ]
    // Who is here and comes into the procedure joins it at once.
    if (given.kind === 'assign' && participants[given.actor] === undefined)
      return [given, { kind: 'join', actor: given.actor, role: given.role }]
    if (given.kind !== 'live') return [given]
    if (here(given.by) === undefined) return []
    const asker = { person: given.by, kind: given.as, moderates: given.moderates === true }
    const refusal = decide(given.act, asker, { compiled, state, here })
    return refusal === 'unknown-person' || refusal === 'not-allowed' ? [] : [given]
  })
}

function run(
  played: History,
  mode: 'practice' | 'exam',
  check: (state: EngineState, before: EngineState) => void,
  keep = (state: EngineState): EngineState => state,
): { hash: string; events: string; state: EngineState } {
  let state = start(compiled, { mode, seed: 7 })
  const events: unknown[] = []
  const tick = (inputs: readonly Input[]): void => {
    const advanced = advance(compiled, state, inputs)
    state = advanced.state
    events.push(...advanced.events)
  }
  const checked = (work: () => void): void => {
    const before = state
    work()
    check(state, before)
    state = keep(state)
  }
  tick(opening)
  for (const { inputs: given, idle } of played) {
    checked(() => tick(offered(state, given)))
    if (idle > 0) checked(() => Array.from({ length: idle }).forEach(() => tick([])))
  }
  return { hash: hashOf(state), events: canonicalJson(events), state }
}

test('LS-80 whatever people ask of a live session, it stays valid, and the same again gives the same', () => {
  let takeOvers = 0
  let polls = 0
  fc.assert(
    fc.property(history, fc.constantFrom('practice', 'practice', 'practice', 'exam'), (played, mode) => {
      const once = run(played, mode, (state, before) => {
        expectValidLive(compiled, state, before)
        if (state.live?.takeOver && !before.live?.takeOver) takeOvers += 1
      })
      polls += once.state.live?.polls ?? 0
      expectIntegers(once.state.live)
      expect(JSON.parse(JSON.stringify(once.state.live ?? null))).toEqual(once.state.live ?? null)
      const { hash, events } = run(played, mode, () => undefined)
      expect([hash, events]).toEqual([once.hash, once.events])
    }),
    { seed: 51, numRuns: 80 },
  )
  // The dice reach what is hard to reach.
  expect([takeOvers, polls]).toEqual([
    expect.toSatisfy((n: number) => n > 30),
    expect.toSatisfy((n: number) => n > 60),
  ])
})

test('LS-80 going on from what was stored at any time is as if it had never stopped', () => {
  const stored = (state: EngineState): EngineState => JSON.parse(canonicalJson(state)) as EngineState
  fc.assert(
    fc.property(history, (played) => {
      const { hash, events } = run(played, 'practice', () => undefined, stored)
      const { hash: straight, events: same } = run(played, 'practice', () => undefined)
      expect([hash, events]).toEqual([straight, same])
    }),
    { seed: 52, numRuns: 20 },
  )
})

test('LS-80 a log of it rebuilds to the same hash without a mismatch', () => {
  const head = {
    session: 's',
    scenario: { id: 'x', version: '1.0.0', hash: '' },
    workplaceHash: '',
    assetHashes: {},
    engineVersion: 2,
    seed: 7,
    mode: 'practice',
    createdAt: 0,
    registration: '',
    revision: 1,
  } satisfies LogHead
  fc.assert(
    fc.property(history, (played) => {
      const runner = createRunner(compiled, head)
      const entries = [...opening].map((each) => (runner.offer(each), runner.tick().entry))
      let seq = 0
      for (const { inputs, idle } of played) {
        for (const each of offered(runner.state, inputs))
          runner.offer(
            each.kind === 'intent' ? { kind: 'intent', intent: { ...each.intent, seq: (seq += 1) } } : each,
          )
        for (let i = 0; i <= idle; i += 1) entries.push(runner.tick().entry)
      }
      runner.offer({ kind: 'lock', on: true, by: instructor })
      entries.push(runner.tick().entry)
      const log = entries.filter((entry) => entry !== null)
      expect(resimulate(compiled, head, log)).toMatchObject({ mismatches: [], stateHash: runner.stateHash() })
    }),
    { seed: 53, numRuns: 20 },
  )
})
