import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { extinguish } from './extinguish.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { act, ada, begunBy, Person } from './person.fixture.ts'

const compiled = compile(extinguish, kitchen)
const bob = '7e6c1a52-6f4e-4d2b-8f57-0a6f7b0d2b22'

test('ENG-10 ENG-11 refuses with the first reason that applies, and leaves no trace', () => {
  const person = begunBy(compiled, 'practice')
  const before = person.state
  const eventsBefore = person.events.length
  const refusals = person.take(
    act('press', 'call-point', {}, bob),
    {
      kind: 'intent',
      intent: {
        actor: ada,
        role: 'instructor',
        action: 'press',
        target: 'call-point',
        clientTime: 0,
        epoch: 1,
        seq: 900,
      },
    },
    act('juggle', 'call-point'),
    act('press', 'no-such-thing'),
    act('press'),
    act('grab', 'call-point'),
    act('press', 'call-point', { distanceMm: 1201 }),
    act('squeeze-begin', 'ext-abc'),
    act('release', 'ext-abc'),
    act('pull', 'ext-abc.pin'),
    act('speak', 'colleague', { topic: 'weather' }),
    act('hint'),
    act('begin'),
    act('resume'),
  )
  expect(refusals).toEqual([
    'wrong-role',
    'wrong-role',
    'unknown-action',
    'unknown-target',
    'unknown-target',
    'not-possible',
    'too-far',
    'not-held',
    'not-held',
    'not-held',
    'not-possible',
    null,
    'not-now',
    'not-now',
  ])
  expect(person.events.slice(eventsBefore).map((e) => e.type)).toEqual(['hint'])
  expect(person.state).toMatchObject({
    entities: before.entities,
    acts: before.acts,
    participants: before.participants,
  })
})

test('ENG-12 a guided step locks what it does not use, but never what puts things back', () => {
  const person = begunBy(compiled, 'guided')
  expect(person.act('grab', 'ext-abc')).toBe('locked')
  expect(person.act('toggle', 'wall-switch')).toBe('locked')
  expect(person.act('press', 'call-point')).toBe(null)
  expect(person.act('grab', 'ext-abc')).toBe(null)
  expect(person.act('press', 'call-point')).toBe('locked')
  expect(person.act('release', 'ext-abc', { at: [100, 0, 200], yaw: 900 })).toBe(null)
  expect(person.state.entities['ext-abc']).toEqual({
    place: { kind: 'rest', position: [100, 0, 200], yaw: 900 },
  })
  expect(person.act('grab', 'ext-abc')).toBe(null)
  expect(person.act('release', 'ext-abc', { socket: 'bracket-abc' })).toBe(null)
  expect(person.state.entities['ext-abc']).toEqual({ place: { kind: 'socket', socket: 'bracket-abc' } })
})

test('ENG-13 nothing burns and nothing is due before the start', () => {
  const person = new Person(compiled, 'guided', 1)
  person.take({ kind: 'join', actor: ada, role: 'trainee' })
  person.wait(60_000)
  expect(person.state).toMatchObject({ tick: 0, phase: 'waiting' })
  expect(person.act('press', 'call-point')).toBe('not-now')
  expect(person.steps()).toEqual([])
  expect(person.act('begin')).toBe(null)
  expect(person.steps()).toEqual(['raise-alarm'])
})

test('ENG-14 an exam allows so many pauses; the ones nobody asked for always succeed, and count', () => {
  const person = begunBy(compiled, 'exam')
  expect([
    person.act('pause'),
    person.act('resume'),
    person.act('pause'),
    person.act('pause', undefined, { reason: 'headset-off' }),
  ]).toEqual([null, null, 'no-pauses-left', null])
  person.take({ kind: 'resume', actor: ada }, { kind: 'pause', actor: ada, reason: 'disconnected' })
  expect(person.state.participants[ada]).toMatchObject({ pauses: 3, pausedBy: 'disconnected' })
  person.take({ kind: 'resume', actor: ada }, { kind: 'pause', actor: ada, reason: 'storage' })
  expect(person.state.participants[ada]).toMatchObject({ pauses: 3, pausedBy: 'storage' })
})

test('ENG-14 only the authority says that storage or the connection failed: from a client it is a pause asked for', () => {
  for (const reason of ['storage', 'disconnected', 'whatever']) {
    const person = begunBy(compiled, 'exam')
    const forged = (): unknown => person.act('pause', undefined, { reason })
    expect([forged(), person.act('resume'), forged()]).toEqual([null, null, 'no-pauses-left'])
    expect(person.seen('paused')).toMatchObject([{ reason: 'asked', count: 1 }])
  }
})

test('ENG-15 alone a pause stops the session, with others it does not', () => {
  const person = begunBy(compiled, 'practice')
  person.take({ kind: 'join', actor: bob, role: 'trainee' })
  person.act('pause')
  expect(person.state.phase).toBe('running')
  person.take({ kind: 'leave', actor: bob })
  expect(person.state.phase).toBe('paused')
  person.take({ kind: 'join', actor: bob, role: 'trainee' })
  expect(person.state.phase).toBe('running')
})

test('ENG-16 hints come by time where offered, at a cost where asked for, and not at all in an exam', () => {
  const guided = begunBy(compiled, 'guided')
  guided.wait(5000)
  guided.act('hint')
  expect(guided.state.hints).toMatchObject([
    { level: 1, cost: 0 },
    { level: 2, cost: 0.2 },
  ])
  expect(guided.act('hint')).toBe('no-hint')
  const practice = begunBy(compiled, 'practice')
  practice.wait(20_000)
  expect(practice.state.hints).toEqual([])
  expect(begunBy(compiled, 'exam').act('hint')).toBe('no-hint')
})

test('ENG-17 a hand holds one thing, a thing is in one hand', () => {
  const person = begunBy(compiled, 'practice')
  person.take({ kind: 'join', actor: bob, role: 'trainee' })
  expect(person.act('grab', 'ext-abc')).toBe(null)
  expect(person.act('grab', 'ext-abc')).toBe('not-possible')
  expect(person.act('grab', 'ext-co2')).toBe('hand-full')
  expect(person.take(act('grab', 'ext-abc', {}, bob))).toEqual(['held-by-other'])
  expect(person.act('grab', 'ext-abc', { hand: 'left' })).toBe(null)
  expect(person.state.participants[ada]!.holding).toEqual({ left: 'ext-abc' })
  expect(person.act('grab', 'ext-co2')).toBe(null)
  person.act('squeeze-begin', 'ext-abc')
  person.act('release', 'ext-abc')
  expect(person.state.sensors[`${ada}/squeeze`]).toBe(0)
})

test('ENG-18 a pin comes out once, while its tool is held', () => {
  const person = begunBy(compiled, 'practice')
  expect(person.act('pull', 'ext-abc.pin')).toBe('not-held')
  person.act('grab', 'ext-abc')
  expect(person.act('pull', 'ext-abc.pin')).toBe(null)
  expect(person.act('pull', 'ext-abc.pin')).toBe('not-possible')
})

test('ENG-19 a squeeze is of one tool: the other in hand stays shut, and putting that down stops nothing', () => {
  const person = begunBy(compiled, 'practice')
  for (const [agent, hand] of [
    ['co2', 'right'],
    ['water', 'left'],
  ] as const) {
    person.act('grab', `ext-${agent}`, { hand })
    person.act('pull', `ext-${agent}.pin`)
  }
  const spraying = (): unknown[] =>
    ['co2', 'water'].map((agent) => person.state.signals[`ext-${agent}.spraying`])
  person.act('squeeze-begin', 'ext-co2', { percent: 60 })
  expect(spraying()).toEqual([1, 0])
  person.act('squeeze-end', 'ext-water')
  expect(spraying()).toEqual([1, 0])
  person.act('release', 'ext-water')
  expect(spraying()).toEqual([1, 0])
  person.act('grab', 'ext-water', { hand: 'left' })
  expect(spraying()).toEqual([1, 0])
  person.act('squeeze-begin', 'ext-water')
  expect(spraying()).toEqual([0, 1])
  person.act('release', 'ext-water')
  expect(spraying()).toEqual([0, 0])
  person.act('grab', 'ext-water', { hand: 'left' })
  expect(spraying()).toEqual([0, 0])
})

test('ENG-67 who is away while others go on squeezes nothing', () => {
  const person = begunBy(compiled, 'practice')
  person.take({ kind: 'join', actor: bob, role: 'trainee' })
  for (const [action, target] of [
    ['grab', 'ext-abc'],
    ['pull', 'ext-abc.pin'],
    ['squeeze-begin', 'ext-abc'],
  ] as const)
    person.take(act(action, target, {}, bob))
  expect(person.state.participants[bob]).toMatchObject({ squeezing: 'ext-abc' })
  person.take({ kind: 'pause', actor: bob, reason: 'hidden' })
  expect(person.state.participants[bob]).toMatchObject({ squeezing: null, holding: { right: 'ext-abc' } })
  expect(person.state.sensors[`${bob}/squeeze`]).toBe(0)
})
