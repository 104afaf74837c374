import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { hashOf } from '#shared/kernel/hash.ts'
import { advance } from './advance.ts'
import type { Input } from './input.ts'
import { numberOf } from './personal.ts'
import { pumpRoom } from './pump-room.fixture.ts'
import { start } from './start.ts'
import type { EngineState, Place } from './state.ts'
import { ann, ben, bot, cat, instructor, lockoutWith } from './team.fixture.ts'
import { hasPlace } from './who.ts'

const compiled = lockoutWith({
  rules: [
    {
      id: 'back',
      once: false,
      when: { type: 'acted', action: 'press', target: 'stop-button', since: 'start', who: 'each' },
      consequences: [{ type: 'restoreCheckpoint', checkpoint: 'saved' }],
    },
    {
      id: 'together',
      once: false,
      when: {
        type: 'simultaneous',
        withinMs: 300,
        acts: [{ action: 'press' }, { action: 'press' }],
      },
      consequences: [{ type: 'setVar', variable: 'count', add: 1 }],
    },
    { id: 'near', once: false, when: { type: 'near', entity: 'personal-lock', withinMm: 500, who: 'each' } },
  ],
})

const actor = fc.constantFrom(ann, ann, ben, ben, cat, bot, 'nobody')
const role = fc.constantFrom('lead', 'mechanic', 'mechanic', '', 'king')
const things = pumpRoom.entities.map(({ id }) => id)
const thing = fc.oneof(
  fc.constantFrom(...things),
  fc.constantFrom(
    'personal-lock@1',
    'personal-lock@2',
    'personal-lock@3',
    'tool-bag@2',
    'tool-bag@3',
    'tool-bag@3',
    'wrench@1',
    'nothing',
  ),
)
const socket = fc.constantFrom('breaker.hasp', 'lockbox', 'box-hasp', 'wrench', 'nothing')
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant({ kind: 'home' as const }),
  socket.map((at) => ({ kind: 'socket' as const, socket: at })),
  fc.constantFrom(0, Number.NaN, 300).map((x) => ({
    kind: 'rest' as const,
    position: [x, 0, 0] as const,
    yaw: 0,
  })),
  fc.constant({ kind: 'held' as const, by: ann, hand: 'left' as const }),
)

const onThing: fc.Arbitrary<Input> = fc
  .record({
    actor,
    role,
    action: fc.constantFrom('grab', 'grab', 'grab', 'release', 'release', 'reach', 'toggle', 'press', 'turn'),
    target: thing,
    hand: fc.constantFrom('left', 'right'),
    socket: fc.option(socket, { nil: undefined }),
    seq: fc.nat(),
  })
  .map(({ hand, socket: into, ...rest }) => ({
    kind: 'intent' as const,
    intent: {
      ...rest,
      params: { hand, ...(into === undefined ? {} : { socket: into }) },
      clientTime: 0,
      epoch: 1,
    },
  }))
const onSession: fc.Arbitrary<Input> = fc
  .record({
    actor,
    role,
    action: fc.constantFrom(
      'begin',
      'begin',
      'pause',
      'resume',
      'hint',
      'leave',
      'offer-role',
      'accept-role',
    ),
    to: actor,
    seq: fc.nat(),
  })
  .map(({ to, ...rest }) => ({
    kind: 'intent' as const,
    intent: { ...rest, params: { to }, clientTime: 0, epoch: 1 },
  }))
const by = instructor
const input: fc.Arbitrary<Input> = fc.oneof(
  { arbitrary: onThing, weight: 8 },
  { arbitrary: onSession, weight: 3 },
  fc.record({ kind: fc.constant('join' as const), actor, role }),
  fc.record({ kind: fc.constantFrom('leave' as const, 'resume' as const), actor }),
  fc.record({ kind: fc.constant('pause' as const), actor, reason: fc.constant('disconnected' as const) }),
  fc.record({ kind: fc.constant('assign' as const), actor, role, by: fc.constant(by) }),
  fc.record({ kind: fc.constant('mute' as const), actor, on: fc.boolean(), by: fc.constant(by) }),
  fc.record({ kind: fc.constant('lock' as const), on: fc.boolean(), by: fc.constant(by) }),
  fc.record({ kind: fc.constant('begin' as const), by: fc.constant(by) }),
  fc.record({ kind: fc.constant('layDown' as const), actor, entity: thing, place }),
  fc.record({
    kind: fc.constant('remove' as const),
    actor: fc.constantFrom(cat, 'nobody'),
    by: fc.constant(by),
  }),
  fc.constant({ kind: 'join' as const, actor: bot, role: 'mechanic', bot: true as const }),
  fc.record({
    kind: fc.constant('observe' as const),
    actor,
    sensor: fc.constantFrom(...compiled.sensors.keys()),
    value: fc.constantFrom(0, 1, 400, 9000, 0.5),
  }),
)
const history = fc.array(
  fc.record({ inputs: fc.array(input, { maxLength: 5 }), idle: fc.integer({ min: 0, max: 30 }) }),
  { minLength: 5, maxLength: 60 },
)
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never

const opening: Input[] = [
  { kind: 'join', actor: ann, role: 'lead' },
  { kind: 'join', actor: ben, role: 'mechanic' },
  { kind: 'join', actor: cat, role: 'mechanic' },
  { kind: 'begin', by },
]

function run(
  played: History,
  check: (state: EngineState) => void,
  keep = (state: EngineState): EngineState => state,
): { hash: string; events: string } {
  let state = start(compiled, { mode: 'practice', seed: 5 })
  const events: unknown[] = []
  const tick = (inputs: readonly Input[]): void => {
    const advanced = advance(compiled, state, inputs)
    state = advanced.state
    events.push(...advanced.events)
  }
  tick(opening)
  for (const { inputs, idle } of played) {
    tick(inputs.map((each) => inPresentRole(state, each)))
    check(state)
    state = keep(state)
    for (let i = 0; i < idle; i += 1) tick([])
  }
  return { hash: hashOf(state), events: canonicalJson(events) }
}

/** So that most of it is let through. */
function inPresentRole({ participants }: EngineState, given: Input): Input {
  if (given.kind !== 'intent') return given
  const present = participants[given.intent.actor]?.role ?? given.intent.role
  return given.intent.seq % 10 === 0 ? given : { kind: 'intent', intent: { ...given.intent, role: present } }
}

function expectValid(state: EngineState): void {
  expectHandsAndThingsToAgree(state)
  expectSocketsToHold(state)
  for (const { id, max } of compiled.scenario.roles) {
    const placed = Object.values(state.participants).filter(
      (person) => person.role === id && hasPlace(person),
    )
    expect(placed.length).toBeLessThanOrEqual(max)
  }
  const numbers = Object.values(state.participants).map(({ number }) => number)
  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1))
  for (const id of state.membership.removed)
    expect(state.participants[id] ?? { role: '', connected: false }).toMatchObject({
      role: '',
      connected: false,
    })
  for (const [id, person] of Object.entries(state.participants)) {
    if (person.role === '') expect(person.holding).toEqual({})
    if (state.phase === 'running' && !state.membership.removed.includes(id))
      expect(person.awayTick === undefined).toBe(person.connected && person.pausedBy === null)
  }
  for (const { actor: who, hand } of state.reaching) {
    expect(state.participants[who]).toMatchObject({ connected: true, pausedBy: null })
    expect(state.participants[who]?.holding[hand]).toBeUndefined()
  }
  if (state.phase === 'ended') expect(state.result).not.toBeNull()
}

function expectHandsAndThingsToAgree({ participants, entities }: EngineState): void {
  for (const [person, { holding }] of Object.entries(participants))
    for (const hand of ['left', 'right'] as const) {
      const id = holding[hand]
      if (id !== undefined) expect(entities[id]?.place).toEqual({ kind: 'held', by: person, hand })
    }
  for (const [id, { place: at }] of Object.entries(entities))
    if (at.kind === 'held') expect(participants[at.by]?.holding[at.hand]).toBe(id)
}

/** As many as it takes, no two in a slot; locks only of their owners. */
function expectSocketsToHold(state: EngineState): void {
  const slots = Object.values(state.entities).flatMap(({ place: at }) =>
    at.kind === 'socket' ? [`${at.socket} ${at.slot ?? 0}`] : [],
  )
  expect(new Set(slots).size).toBe(slots.length)
  for (const [id, { place: at }] of Object.entries(state.entities)) {
    if (numberOf(id) > 0) expect(ownerOf(state, id)).toBeDefined()
    if (at.kind === 'held' && id.startsWith('personal-lock')) expect(ownerOf(state, id)).toBe(at.by)
    if (at.kind === 'socket') expect(at.slot ?? 0).toBeLessThan(6)
  }
}

test('ENG-6 ENG-3 whatever three people and who leads them do, the engine stays valid and replays to the same hash', () => {
  fc.assert(
    fc.property(history, (played) => {
      const once = run(played, expectValid)
      expect(run(played, () => undefined)).toEqual(once)
    }),
    { seed: 21, numRuns: 200 },
  )
})

test('ENG-3 going on from what was stored at any time is as if it had never stopped', () => {
  const stored = (state: EngineState): EngineState => JSON.parse(canonicalJson(state)) as EngineState
  fc.assert(
    fc.property(history, (played) => {
      expect(run(played, () => undefined, stored)).toEqual(run(played, () => undefined))
    }),
    { seed: 22, numRuns: 100 },
  )
})

function ownerOf({ participants }: EngineState, id: string): string | undefined {
  return Object.keys(participants).find((person) => participants[person]?.number === numberOf(id))
}
