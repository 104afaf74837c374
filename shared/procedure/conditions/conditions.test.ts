import { expect, test } from 'vitest'
import { scenario as scenarioSchema } from '#shared/scenario/scenario.ts'
import { compile } from '../compile.ts'
import { extinguishDocument } from '../extinguish.fixture.ts'
import { kitchen } from '../kitchen.fixture.ts'
import { begunBy, type Person } from '../person.fixture.ts'
import { conditions } from './registry.ts'

/** Says when a condition became true, by a rule that marks it each time. */
function watching(when: object): { person: Person; fired: () => number } {
  const rule = { id: 'watched', once: false, when, consequences: [{ type: 'bookmark', label: 'true' }] }
  const document = scenarioSchema.parse({ ...extinguishDocument, rules: [rule] })
  const person = begunBy(compile(document, kitchen), 'practice')
  return {
    person,
    fired: () => person.events.filter((e) => e.type === 'cue' && e.kind === 'bookmark').length,
  }
}

const near = { type: 'near', entity: 'fire-base', withinMm: 2000, beyondMm: 1000 }
const corridor = { type: 'inZone', zone: 'corridor' }

test('ENG-43 without a reading a sensor condition is false, and its opposite is true', () => {
  for (const when of [
    near,
    corridor,
    { type: 'lookedAt', entity: 'call-point', withinTenths: 1800 },
    { type: 'pointedAt', entity: 'fire-base', withinMm: 5000 },
    { type: 'between', entity: 'fire-base', other: 'exit-door' },
    { type: 'squeezing' },
    { type: 'amplitude', sensor: 'sweep', entity: 'fire-base', mm: 100, withinMs: 1000, times: 1 },
  ]) {
    const { person, fired } = watching(when)
    person.wait(100)
    expect(fired()).toBe(0)
  }
  const { person, fired } = watching({ type: 'not', of: corridor })
  person.wait(100)
  expect(fired()).toBe(1)
})

test('ENG-43 all and any ask every part in every pass, so a memory does not depend on its place', () => {
  for (const of of [
    [near, { type: 'holds', ms: 1000, of: corridor }],
    [{ type: 'holds', ms: 1000, of: corridor }, near],
  ]) {
    const { person, fired } = watching({ type: 'all', of })
    person.observe({ 'zone:corridor': 1 })
    person.wait(1000)
    person.observe({ 'distance:fire-base': 1500 })
    expect(fired()).toBe(1)
  }
})

test('near is a ring, between an angle, lookedAt and pointedAt an upper bound', () => {
  const table: [object, string, [number, boolean][]][] = [
    [
      near,
      'distance:fire-base',
      [
        [999, false],
        [1000, true],
        [2000, true],
        [2001, false],
      ],
    ],
    [
      { type: 'between', entity: 'fire-base', other: 'exit-door', minTenths: 1200 },
      'between:fire-base:exit-door',
      [
        [1199, false],
        [1200, true],
        [1800, true],
      ],
    ],
    [
      { type: 'lookedAt', entity: 'call-point', withinTenths: 150 },
      'look:call-point',
      [
        [151, false],
        [150, true],
      ],
    ],
    [
      { type: 'pointedAt', entity: 'fire-base', withinMm: 250 },
      'aim:fire-base',
      [
        [251, false],
        [250, true],
      ],
    ],
  ]
  for (const [when, sensor, cases] of table)
    for (const [value, expected] of cases) {
      const { person, fired } = watching(when)
      person.observe({ [sensor]: value })
      expect([sensor, value, fired() === 1]).toEqual([sensor, value, expected])
    }
})

test('holds wants it without a break', () => {
  const { person, fired } = watching({ type: 'holds', ms: 1000, of: corridor })
  person.observe({ 'zone:corridor': 1 })
  person.wait(900)
  person.observe({ 'zone:corridor': 0 })
  person.observe({ 'zone:corridor': 1 })
  person.wait(950)
  expect(fired()).toBe(0)
  person.wait(50)
  expect(fired()).toBe(1)
})

test('count counts the times it became true', () => {
  const { person, fired } = watching({ type: 'count', times: 3, of: corridor })
  for (const inside of [1, 1, 0, 1, 0]) person.observe({ 'zone:corridor': inside })
  expect(fired()).toBe(0)
  person.observe({ 'zone:corridor': 1 })
  expect(fired()).toBe(1)
})

test('amplitude counts swings that are wide and quick enough', () => {
  const when = { type: 'amplitude', sensor: 'sweep', entity: 'fire-base', mm: 200, withinMs: 2000, times: 3 }
  const after = (readings: number[], everyMs: number): boolean => {
    const { person, fired } = watching(when)
    for (const mm of readings) {
      person.observe({ 'sweep:fire-base': mm })
      person.wait(everyMs - 50)
    }
    return fired() > 0
  }
  expect(after([0, 150, -150, 150, -150], 300)).toBe(true)
  expect(after([0, 60, -60, 60, -60, 60, -60], 300)).toBe(false)
  expect(after([0, 150, -150, 150, -150, 150], 1500)).toBe(false)
  expect(after([0, 50, 100, 150, 50, -50, -150, -50, 50, 150, 0, -150], 100)).toBe(true)
})

test('held, released and inSocket follow the thing', () => {
  const { person, fired } = watching({
    type: 'all',
    of: [
      { type: 'released', group: 'extinguisher', since: 'start' },
      { type: 'not', of: { type: 'held' } },
    ],
  })
  person.act('grab', 'ext-co2')
  expect(fired()).toBe(0)
  person.act('release', 'ext-co2', { at: [0, 0, 0] })
  expect(fired()).toBe(1)
  const home = watching({ type: 'inSocket', entity: 'extinguisher', socket: 'bracket-co2' })
  home.person.act('grab', 'ext-co2')
  home.person.act('release', 'ext-co2', { socket: 'bracket-co2' })
  expect(home.fired()).toBe(1)
})

test('event is true for one pass', () => {
  const { person, fired } = watching({ type: 'event', eventType: 'acted', with: { action: 'toggle' } })
  person.act('toggle', 'wall-switch')
  person.act('press', 'call-point')
  person.act('toggle', 'wall-switch')
  expect(fired()).toBe(2)
})

test('ENG-45 what the last transitions of a tick make happen is seen too, once', () => {
  const ended = { type: 'event', eventType: 'stepEnded', with: { step: 'raise-alarm' } }
  const { person, fired } = watching(ended)
  person.act('press', 'call-point')
  expect(fired()).toBe(1)
  person.wait(500)
  expect(fired()).toBe(1)
  const twice = watching({ type: 'count', times: 2, of: ended })
  twice.person.act('press', 'call-point')
  twice.person.wait(500)
  expect(twice.fired()).toBe(0)
})

test('ENG-45 rules that set each other off by their events do not keep a tick from ending', () => {
  const answers = (state: string, other: string): object => ({
    id: `switch-${other}`,
    once: false,
    when: { type: 'event', eventType: 'entityChanged', with: { entity: 'wall-switch', state } },
    consequences: [{ type: 'setState', entity: 'wall-switch', state: other }],
  })
  const document = scenarioSchema.parse({
    ...extinguishDocument,
    rules: [answers('on', 'off'), answers('off', 'on')],
  })
  const person = begunBy(compile(document, kitchen), 'practice')
  person.act('toggle', 'wall-switch')
  const flips = person.seen('entityChanged').length
  expect(flips).toBeGreaterThan(2)
  expect(flips).toBeLessThan(20)
  person.wait(1000)
  expect(person.seen('entityChanged').length).toBe(flips)
})

test('rolePresent, mode and compare read the state', () => {
  for (const when of [
    { type: 'rolePresent', role: 'trainee' },
    { type: 'mode', is: ['practice'] },
    { type: 'compare', variable: 'count', op: '==', value: 0 },
    {
      type: 'any',
      of: [
        { type: 'mode', is: ['exam'] },
        { type: 'compare', signal: 'ext-co2.agent', op: '>', value: 999 },
      ],
    },
  ])
    expect(watching(when).fired()).toBe(1)
  expect(() =>
    scenarioSchema.parse({
      ...extinguishDocument,
      rules: [{ id: 'x', when: { type: 'compare', op: '==', value: 0 } }],
    }),
  ).toThrow()
})

test('every condition is documented and called by its schema’s type', () => {
  for (const { type, doc, schema } of conditions) {
    expect(doc.length).toBeGreaterThan(10)
    expect(schema.shape['type']).toMatchObject({ value: type })
  }
})
