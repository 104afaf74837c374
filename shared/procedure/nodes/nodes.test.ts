import { expect, test } from 'vitest'
import { scenario as scenarioSchema } from '#shared/scenario/scenario.ts'
import { compile } from '../compile.ts'
import { extinguishDocument } from '../extinguish.fixture.ts'
import { kitchen } from '../kitchen.fixture.ts'
import { begunBy, type Person } from '../person.fixture.ts'

const text = (en: string): object => ({ en })
/** Done when the variable `count` reached this, or by pressing, or speaking, as given. */
const step = (id: string, when: object, more: object = {}): object => ({
  type: 'step',
  id,
  title: text(id),
  instruction: text(id),
  expectedMs: { p50: 1000, p90: 2000 },
  transitions: [{ when, kind: 'correct' }],
  ...more,
})
const pressed = { type: 'acted', action: 'press', target: 'call-point' }
const spoken = { type: 'acted', action: 'speak', target: 'colleague' }
const switched = { type: 'acted', action: 'toggle', target: 'wall-switch' }

function run(procedure: object, { rules = [], seed = 1 }: { rules?: object[]; seed?: number } = {}): Person {
  const document = scenarioSchema.parse({ ...extinguishDocument, procedure, rules })
  return begunBy(compile(document, kitchen), 'practice', seed)
}

test('ENG-30 a sequence offers an optional part with its successor, and leaves it out when that ends first', () => {
  const procedure = {
    type: 'sequence',
    id: 'all',
    of: [step('first', pressed, { optional: true }), step('second', spoken), step('third', switched)],
  }
  const skipping = run(procedure)
  expect(skipping.steps()).toEqual(['first', 'second'])
  skipping.act('speak', 'colleague')
  expect(skipping.steps()).toEqual(['third'])
  expect(skipping.state.nodes['first']).toMatchObject({ status: 'skipped' })
  const thorough = run(procedure)
  thorough.act('press', 'call-point')
  expect(thorough.steps()).toEqual(['second'])
  thorough.act('speak', 'colleague')
  expect(thorough.steps()).toEqual(['third'])
})

test('ENG-31 unordered needs all, parallel all, any, or so many', () => {
  const parts = [step('a', pressed), step('b', spoken), step('c', switched)]
  const after = (group: object): object => ({
    type: 'sequence',
    id: 'all',
    of: [{ id: 'group', of: parts, ...group }, step('after', { type: 'elapsed', ms: 1000 })],
  })
  const doneAfter = (group: object): number => {
    const person = run(after(group))
    const acts = [
      () => person.act('toggle', 'wall-switch'),
      () => person.act('press', 'call-point'),
      () => person.act('speak', 'colleague'),
    ]
    return acts.findIndex((act) => (act(), person.steps().includes('after'))) + 1
  }
  expect(
    [
      { type: 'unordered' },
      { type: 'parallel' },
      { type: 'parallel', complete: 'any' },
      { type: 'parallel', complete: 2 },
    ].map(doneAfter),
  ).toEqual([3, 3, 1, 2])
})

test('ENG-32 a branch takes the first open path and leaves the others out', () => {
  const off = { type: 'stateIs', entity: 'wall-switch', state: 'off' }
  const procedure = {
    type: 'sequence',
    id: 'all',
    of: [
      step('before', pressed),
      {
        type: 'branch',
        id: 'fork',
        paths: [{ when: off, node: step('dark', spoken) }],
        otherwise: step('light', spoken),
      },
      step('after', { type: 'elapsed', ms: 1000 }),
    ],
  }
  const person = run(procedure)
  person.act('toggle', 'wall-switch')
  person.act('press', 'call-point')
  expect(person.steps()).toEqual(['dark'])
  expect(person.state.nodes['light']).toMatchObject({ status: 'skipped' })
  person.act('speak', 'colleague')
  expect(person.steps()).toEqual(['after'])
})

test('ENG-32 chance follows the seed and the weights', () => {
  const procedure = {
    type: 'random',
    id: 'draw',
    of: [{ chance: 3, node: step('often', pressed) }, { node: step('seldom', pressed) }],
  }
  const drawn = Array.from({ length: 200 }, (_, seed) => run(procedure, { seed }).steps()[0])
  expect(run(procedure, { seed: 7 }).steps()).toEqual([drawn[7]])
  const often = drawn.filter((id) => id === 'often').length
  expect(often).toBeGreaterThan(120)
  expect(often).toBeLessThan(180)
})

test('ENG-32 a loop repeats its body until its condition holds, or so many times', () => {
  const loop = (until: object): object => ({
    type: 'sequence',
    id: 'all',
    of: [
      { type: 'loop', id: 'again', max: 3, until, body: step('round', pressed) },
      step('after', { type: 'elapsed', ms: 1000 }),
    ],
  })
  const rounds = (person: Person): number => {
    let times = 0
    while (person.steps()[0] === 'round') {
      person.act('press', 'call-point')
      times += 1
    }
    return times
  }
  expect(rounds(run(loop({ type: 'acted', action: 'speak', since: 'start' })))).toBe(3)
  const early = run(loop({ type: 'acted', action: 'speak', since: 'start' }))
  early.act('speak', 'colleague')
  expect(rounds(early)).toBe(1)
})

test('ENG-33 goTo back makes what follows due again, with a new attempt and a fresh memory', () => {
  const held = { type: 'holds', ms: 1000, of: { type: 'inZone', zone: 'corridor' } }
  const procedure = {
    type: 'sequence',
    id: 'all',
    of: [step('one', held), step('two', spoken), step('three', pressed)],
  }
  const back = {
    id: 'back',
    once: false,
    when: { type: 'stateIs', entity: 'wall-switch', state: 'off' },
    consequences: [{ type: 'goTo', node: 'one' }],
  }
  const person = run(procedure, { rules: [back] })
  person.observe({ 'zone:corridor': 1 })
  person.wait(1000)
  person.act('speak', 'colleague')
  expect(person.steps()).toEqual(['three'])
  person.act('toggle', 'wall-switch')
  expect(person.steps()).toEqual(['one'])
  expect(person.state.nodes).toMatchObject({
    one: { attempts: 2 },
    two: { status: 'idle' },
    three: { status: 'idle' },
  })
  person.wait(500)
  expect(person.steps()).toEqual(['one'])
  person.wait(500)
  expect(person.steps()).toEqual(['two'])
})

test('ENG-20 two steps that send to each other move once each in a tick', () => {
  const always = { type: 'compare', signal: 'alarm.on', op: '==', value: 0 }
  const to = (node: string): object => ({ transitions: [{ when: always, kind: 'correct', to: { node } }] })
  const person = run({
    type: 'sequence',
    id: 'all',
    of: [step('ping', always, to('pong')), step('pong', always, to('ping'))],
  })
  const attempts = (): unknown[] => [
    person.state.nodes['ping']!.attempts,
    person.state.nodes['pong']!.attempts,
  ]
  expect(attempts()).toEqual([2, 1])
  person.take()
  expect(attempts()).toEqual([3, 2])
})

test('ENG-25 a cascade stops at 32 nodes and goes on in the next tick', () => {
  const always = { type: 'compare', signal: 'alarm.on', op: '==', value: 0 }
  const person = run({
    type: 'sequence',
    id: 'all',
    of: [...Array.from({ length: 60 }, (_, i) => step(`s${i}`, always)), step('last', pressed)],
  })
  expect(person.steps()).not.toEqual(['last'])
  person.wait(100)
  expect(person.steps()).toEqual(['last'])
})
