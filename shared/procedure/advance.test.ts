import { expect, test } from 'vitest'
import { hashOf } from '#shared/kernel/hash.ts'
import { scenario } from '#shared/scenario/scenario.ts'
import { advance } from './advance.ts'
import { compile } from './compile.ts'
import { extinguish, extinguishDocument } from './extinguish.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { act, ada, begunBy, observe, type Person } from './person.fixture.ts'

const compiled = compile(extinguish, kitchen)

/** A step that one act does. */
const step = (id: string, action: string, target: string): object => ({
  type: 'step',
  id,
  title: { en: id },
  instruction: { en: id },
  expectedMs: { p50: 1000, p90: 2000 },
  transitions: [{ kind: 'correct', when: { type: 'acted', action, target } }],
})

/** Alarm, take, pull, stand and aim: everything but squeezing. */
function ready(agent = 'abc', mode: 'practice' | 'exam' | 'guided' = 'practice'): Person {
  const person = begunBy(compiled, mode)
  person.act('press', 'call-point')
  person.act('grab', `ext-${agent}`)
  person.act('pull', `ext-${agent}.pin`)
  person.observe({ 'distance:fire-base': 2500, 'aim:fire-base': 50, 'aim:fire-appliance': 900 })
  return person
}

function fight(person: Person, agent: string, forMs: number): void {
  person.act('squeeze-begin', `ext-${agent}`)
  for (let i = 0; i < forMs / 50 && person.state.signals['fire.out'] === 0; i += 1)
    person.observe({ 'sweep:fire-base': i % 20 < 10 ? 200 : -200 })
  person.act('squeeze-end', `ext-${agent}`)
}

test('ENG-1 each accepted intent has its own pass: three steps in one tick', () => {
  const person = begunBy(compiled, 'practice')
  person.take(act('press', 'call-point'), act('grab', 'ext-abc'), act('pull', 'ext-abc.pin'))
  expect(person.steps()).toEqual(['aim'])
  expect(person.events.flatMap((e) => (e.type === 'stepEnded' ? [e.step] : []))).toEqual([
    'raise-alarm',
    'take',
    'pull-pin',
  ])
})

test('ENG-2 a pass goes on to steps that it made due', () => {
  const person = begunBy(compiled, 'practice')
  person.act('grab', 'ext-abc')
  expect(person.steps()).toEqual(['raise-alarm'])
  person.act('press', 'call-point')
  expect(person.steps()).toEqual(['pull-pin'])
})

test('ENG-4 never writes to the given state, and shares what did not change', () => {
  const person = ready()
  const before = person.state
  const hash = hashOf(before)
  const { state } = advance(compiled, before, [
    act('squeeze-begin', 'ext-abc'),
    ...observe({ 'sweep:fire-base': 300 }),
  ])
  expect(hashOf(before)).toBe(hash)
  expect(state.entities).toBe(before.entities)
  expect(state.nodes).toBe(before.nodes)
  expect(state.sensors).not.toBe(before.sensors)
})

test('ENG-5 a paused session takes inputs and stands still', () => {
  const person = begunBy(compiled, 'practice')
  person.wait(1000)
  person.act('pause')
  const { tick, timeMs, signals } = person.state
  person.wait(5000)
  person.observe({ 'distance:fire-base': 1000 })
  expect(person.state).toMatchObject({ tick, timeMs, signals, phase: 'paused' })
  expect(person.act('press', 'call-point')).toBe('not-now')
  expect(person.act('resume')).toBe(null)
  person.wait(50)
  expect(person.state.tick).toBe(tick + 1)
})

test('ENG-7 after the end every intent is refused', () => {
  const person = ready()
  fight(person, 'abc', 20_000)
  person.wait(5000)
  expect(person.state.result).toMatchObject({ outcome: 'out', success: true })
  const { nodes, entities, tick } = person.state
  expect([person.act('press', 'call-point'), person.act('pause'), person.act('hint')]).toEqual([
    'not-now',
    'not-now',
    'not-now',
  ])
  person.wait(1000)
  expect(person.state).toMatchObject({ nodes, entities, tick })
})

test('ENG-20 ENG-23 time runs out by the mode’s factor, and not at all with factor 0', () => {
  const inPractice = ready()
  const inGuided = begunBy(compiled, 'guided')
  inGuided.take(act('press', 'call-point'), act('grab', 'ext-abc'), act('pull', 'ext-abc.pin'))
  const late = begunBy(compiled, 'exam')
  late.take(act('press', 'call-point'), act('grab', 'ext-abc'), act('pull', 'ext-abc.pin'))
  for (const person of [inPractice, inGuided, late]) person.wait(60_000)
  expect(inPractice.mistakes()).toEqual([])
  expect(inGuided.mistakes()).toEqual([])
  expect(late.mistakes()).toEqual(['aim'])
  expect(late.events.find((e) => e.type === 'stepEnded' && e.step === 'aim')).toMatchObject({
    how: 'timeout',
    durationMs: 60_000,
  })
})

test('ENG-22 a transition that stays acts each time its condition becomes true', () => {
  const person = ready('water')
  for (let i = 0; i < 400; i += 1) person.observe({ 'sweep:fire-base': i % 20 < 10 ? 200 : -200 })
  expect(person.steps()).toEqual(['sweep'])
  expect(person.state.variables['count']).toBe(1)
})

test('ENG-26 acts count since the step, or since the start', () => {
  const person = begunBy(compiled, 'practice')
  person.take(act('grab', 'ext-abc'))
  person.take(act('release', 'ext-abc'))
  person.take(act('press', 'call-point'))
  expect(person.steps()).toEqual(['take'])
  expect(person.state.acts['release ext-abc']).toBeLessThan(person.state.nodes['take']!.startedEvent)
})

test('ENG-40 ENG-41 a rule fires on becoming true within its scope, and records its reading', () => {
  const person = ready()
  for (const mm of [500, 500, 2000, 500]) person.observe({ 'distance:fire-base': mm })
  expect(person.mistakes()).toEqual(['too-close', 'too-close'])
  const early = begunBy(compiled, 'practice')
  early.observe({ 'distance:fire-base': 500 })
  expect(early.mistakes()).toEqual([])
})

test('ENG-34 ENG-41 water on energised equipment: a shock, a mistake with its measure, and back to the checkpoint', () => {
  const person = ready('water')
  person.act('grab', 'ext-water', { hand: 'left' })
  person.observe({ 'aim:fire-appliance': 120 })
  person.act('squeeze-begin', 'ext-water')
  person.wait(200)
  expect(person.seen('mistake')).toMatchObject([
    {
      rule: 'water-on-energised',
      severity: 'critical',
      step: 'sweep',
      measure: { name: 'aim:fire-appliance', value: 120 },
    },
  ])
  expect(person.events.flatMap((e) => (e.type === 'cue' ? [e.kind] : []))).toEqual([
    'alarm',
    'simulateInjury',
    'restored',
  ])
  expect(person.steps()).toEqual(['pull-pin'])
  expect(person.state.entities['ext-water.pin']).toMatchObject({ state: 'in' })
  expect(person.state.participants[ada]!.holding).toEqual({ right: 'ext-water' })
  expect(person.state.result).toBe(null)
})

test('ENG-33 ENG-42 a fire out of control sends to the way out; leaving without alarm is an omission before the end', () => {
  const person = begunBy(compiled, 'practice')
  person.wait(90_000)
  expect(person.steps()).toEqual(['evacuate'])
  expect(person.state.nodes['raise-alarm']).toMatchObject({ status: 'skipped' })
  expect(person.state.nodes['sweep']).toMatchObject({ status: 'skipped' })
  person.observe({ 'zone:corridor': 1 })
  expect(person.mistakes()).toEqual(['no-alarm'])
  expect(person.state.result).toMatchObject({ outcome: 'left', success: true })
})

test('ENG-35 a titled group is a task', () => {
  const person = ready()
  fight(person, 'abc', 20_000)
  person.wait(5000)
  expect(person.seen('taskStarted')).toMatchObject([{ task: 'fight' }])
  expect(person.seen('taskEnded')).toMatchObject([{ task: 'fight', complete: true }])
})

test('ENG-44 a rule forgets what it remembered once it is out of scope', () => {
  const inCorridor = { type: 'inZone', zone: 'corridor' }
  const rule = {
    id: 'lingers',
    once: false,
    scope: ['round'],
    when: { type: 'holds', ms: 2000, of: inCorridor },
    consequences: [{ type: 'bookmark', label: 'lingered' }],
  }
  const procedure = {
    type: 'loop',
    id: 'rounds',
    max: 3,
    until: { type: 'compare', variable: 'count', op: '==', value: 9 },
    body: {
      type: 'sequence',
      id: 'both',
      of: [step('round', 'press', 'call-point'), step('break', 'toggle', 'wall-switch')],
    },
  }
  const document = scenario.parse({ ...extinguishDocument, rules: [rule], procedure })
  const person = begunBy(compile(document, kitchen), 'practice')
  const fired = (): number => person.events.filter((e) => e.type === 'cue' && e.kind === 'bookmark').length
  person.observe({ 'zone:corridor': 1 })
  person.wait(1000)
  person.act('press', 'call-point')
  person.wait(10_000)
  person.act('toggle', 'wall-switch')
  person.wait(1900)
  expect([person.steps(), fired()]).toEqual([['round'], 0])
  person.wait(200)
  expect(fired()).toBe(1)
})

test('ENG-34 a restored checkpoint gives back no memory of a time that went on without it', () => {
  const lingers = {
    id: 'lingers',
    when: { type: 'holds', ms: 5000, of: { type: 'inZone', zone: 'corridor' } },
    consequences: [{ type: 'bookmark', label: 'lingered' }],
  }
  const back = {
    id: 'back',
    when: { type: 'acted', action: 'toggle', target: 'wall-switch', since: 'start' },
    consequences: [{ type: 'restoreCheckpoint', checkpoint: 'armed' }],
  }
  const document = scenario.parse({ ...extinguishDocument, rules: [lingers, back] })
  const person = begunBy(compile(document, kitchen), 'practice')
  person.observe({ 'zone:corridor': 1 })
  person.take(act('press', 'call-point'), act('grab', 'ext-abc'))
  person.observe({ 'zone:corridor': 0 })
  person.wait(20_000)
  person.observe({ 'zone:corridor': 1 })
  person.act('toggle', 'wall-switch')
  person.wait(1000)
  expect(person.seen('cue')).toContainEqual(expect.objectContaining({ kind: 'restored' }))
  expect(person.seen('cue')).not.toContainEqual(expect.objectContaining({ kind: 'bookmark' }))
  person.wait(4000)
  expect(person.seen('cue')).toContainEqual(expect.objectContaining({ kind: 'bookmark' }))
})

test('ENG-34 a restored checkpoint inside a loop gives back the rounds there had been', () => {
  const procedure = {
    type: 'loop',
    id: 'rounds',
    max: 2,
    until: { type: 'compare', variable: 'count', op: '==', value: 9 },
    body: {
      type: 'sequence',
      id: 'round',
      of: [
        step('first', 'press', 'call-point'),
        { type: 'checkpoint', id: 'half' },
        step('second', 'toggle', 'wall-switch'),
      ],
    },
  }
  const back = {
    id: 'back',
    when: { type: 'acted', action: 'grab', target: 'ext-co2', since: 'start' },
    consequences: [{ type: 'restoreCheckpoint', checkpoint: 'half' }],
  }
  const person = begunBy(
    compile(scenario.parse({ ...extinguishDocument, rules: [back], procedure }), kitchen),
    'practice',
  )
  person.act('press', 'call-point')
  person.act('toggle', 'wall-switch')
  person.act('press', 'call-point')
  person.act('grab', 'ext-co2')
  expect(person.steps()).toEqual(['second'])
  person.act('toggle', 'wall-switch')
  expect(person.state.nodes['rounds']).toMatchObject({ status: 'done' })
})
