import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '#shared/procedure/compile.ts'
import { extinguish } from '#shared/procedure/extinguish.fixture.ts'
import { kitchen } from '#shared/procedure/kitchen.fixture.ts'
import { ada, begunBy, type Person } from '#shared/procedure/person.fixture.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'
import { cuesFor } from './cues.ts'
import { publicWorld } from './public-world.ts'
import { viewFor } from './view-for.ts'

const compiled = compile(extinguish, kitchen)
const me = { person: ada, role: 'trainee' }
const view = (person: Person): ReturnType<typeof viewFor> => viewFor(compiled, person.state, me)

/** Everything that could tell how it goes, including mistakes, to the end. */
function troubled(mode: ModeName): { person: Person; views: unknown[]; worlds: unknown[] } {
  const person = begunBy(compiled, mode)
  const views: unknown[] = []
  const worlds: unknown[] = []
  const look = (): void => {
    views.push(view(person))
    worlds.push(publicWorld(compiled, person.state))
  }
  const steps = [
    () => person.wait(11_000),
    () => person.act('hint'),
    () => person.act('press', 'call-point'),
    () => person.act('grab', 'ext-water'),
    () => person.act('pull', 'ext-water.pin'),
    () => person.observe({ 'distance:fire-base': 700, 'aim:fire-base': 60, 'aim:fire-appliance': 60 }),
    () => person.act('squeeze-begin', 'ext-water'),
    () => person.wait(500),
    () => person.act('pause'),
    () => person.act('resume'),
    () => person.observe({ 'zone:corridor': 1 }),
  ]
  look()
  for (const step of steps) {
    step()
    look()
  }
  return { person, views, worlds }
}

test('VIEW-20 an exam’s view never holds a step, hint, mistake, highlight or verdict', () => {
  const { person, views } = troubled('exam')
  expect(person.mistakes()).toEqual(['too-close', 'water-on-energised'])
  for (const shown of views as ReturnType<typeof view>[])
    expect(shown).toMatchObject({ step: null, hints: [], hintAvailable: false, highlight: [], mistakes: [] })
  expect((views.at(-1) as ReturnType<typeof view>).ended).toEqual({
    outcome: 'left',
    title: { en: 'Left' },
    text: { en: 'You left.' },
    success: null,
    passed: null,
  })
  const told = JSON.stringify(views)
  const secrets = [
    ...compiled.steps.map((step) => `"${step.id}"`),
    ...[...compiled.mistakes.keys()].map((rule) => `"${rule}"`),
    'do take',
    'score',
    'severity',
  ]
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
})

test('VIEW-20 guided mode shows all of it', () => {
  const person = begunBy(compiled, 'guided')
  expect(view(person)).toMatchObject({
    phase: 'running',
    step: { id: 'raise-alarm', number: 1, of: 7, instruction: { en: 'do raise-alarm' } },
    hints: [],
    hintAvailable: true,
    highlight: [],
  })
  person.wait(10_000)
  expect(view(person)).toMatchObject({
    hints: [{ level: 1, text: { en: 'Tell others first.' } }, { level: 2 }],
    hintAvailable: false,
    highlight: ['call-point'],
  })
  person.act('press', 'call-point')
  expect(view(person)).toMatchObject({ step: { id: 'take', number: 2 }, hints: [], highlight: [] })
})

test('VIEW-20 practice shows mistakes as they happen and the verdict at the end', () => {
  const { views } = troubled('practice')
  expect(views.at(-1)).toMatchObject({
    mistakes: [
      { rule: 'too-close', severity: 'minor', text: { en: 'wrong' }, remedy: { en: 'right' } },
      { rule: 'water-on-energised', severity: 'critical' },
    ],
    ended: { outcome: 'left', success: true, passed: false },
  })
})

test('VIEW-21 the same view while nothing in it changed, another when something did', () => {
  const person = begunBy(compiled, 'practice')
  const before = view(person)
  person.wait(3000)
  person.observe({ 'distance:fire-base': 3000 })
  person.act('toggle', 'wall-switch')
  expect(view(person)).toBe(before)
  person.act('press', 'call-point')
  expect(view(person)).not.toBe(before)
})

test('VIEW-21 a view follows progress', () => {
  const person = begunBy(compiled, 'practice')
  person.act('press', 'call-point')
  person.act('grab', 'ext-water')
  person.act('pull', 'ext-water.pin')
  person.observe({ 'distance:fire-base': 2500, 'aim:fire-base': 60 })
  const before = view(person)
  person.wait(8000)
  expect(before.step?.progress).toBe(50)
  expect(view(person).step?.progress).toBe(39)
})

test('VIEW-22 pauses are one’s own', () => {
  const person = begunBy(compiled, 'exam')
  person.act('pause')
  expect(view(person)).toMatchObject({ phase: 'paused', paused: { reason: 'asked', pausesLeft: 0 } })
  expect(viewFor(compiled, person.state, { person: 'other', role: 'trainee' }).paused).toBe(null)
})

test('VIEW-23 feedback is withheld, and what is felt goes to the one it is about', () => {
  const at = { n: 0, atMs: 0 }
  const say = {
    ...at,
    type: 'cue' as const,
    kind: 'say',
    data: { speaker: 'guide', caption: { en: 'Good.' }, durationMs: 1000, feedback: true },
  }
  const injury = {
    ...at,
    type: 'cue' as const,
    kind: 'simulateInjury',
    data: { injury: 'shock', caption: { en: 'Ouch' } },
    actor: ada,
  }
  const mark = { ...at, type: 'cue' as const, kind: 'bookmark', data: { label: 'x' } }
  expect(cuesFor(compiled, [say, injury, mark], me, 'exam')).toEqual([
    { kind: 'injury', injury: 'shock', caption: { en: 'Ouch' } },
  ])
  expect(cuesFor(compiled, [say, injury], { person: 'other', role: 'trainee' }, 'practice')).toEqual([
    { kind: 'say', speaker: 'guide', caption: { en: 'Good.' }, durationMs: 1000 },
  ])
})

test('VIEW-24 the public world holds what everybody may see, and its parts stay the same while they do', () => {
  const { worlds } = troubled('guided')
  for (const world of worlds as ReturnType<typeof publicWorld>[]) {
    expect(Object.keys(world).toSorted()).toEqual([
      'entities',
      'locked',
      'mode',
      'participants',
      'phase',
      'signals',
      'tick',
    ])
    for (const entity of Object.values(world.entities))
      expect(Object.keys(entity).toSorted()).toEqual(['hidden', 'locked', 'place', 'state'])
    for (const someone of Object.values(world.participants))
      expect(Object.keys(someone).toSorted()).toEqual([
        'away',
        'bot',
        'connected',
        'muted',
        'number',
        'offering',
        'reaching',
        'ready',
        'role',
      ])
  }
  const person = begunBy(compiled, 'practice')
  const before = publicWorld(compiled, person.state)
  person.wait(1000)
  expect(publicWorld(compiled, person.state).entities).toBe(before.entities)
})

test('VIEW-20 whatever is done in an exam, its view tells nothing', () => {
  const secrets = [...compiled.steps.map((step) => step.id), ...compiled.mistakes.keys()].map(
    (id) => `"${id}"`,
  )
  const deed = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          'grab',
          'release',
          'press',
          'toggle',
          'pull',
          'squeeze-begin',
          'hint',
          'pause',
          'resume',
        ),
        fc.constantFrom(...kitchen.entities.map((entity) => entity.id)),
      )
      .map(([action, target]) => (person: Person): void => {
        person.act(action, ['hint', 'pause', 'resume'].includes(action) ? undefined : target)
      }),
    fc.tuple(fc.constantFrom(...compiled.sensors.keys()), fc.integer({ min: 0, max: 3000 })).map(
      ([sensor, value]) =>
        (person: Person): void =>
          person.observe({ [sensor]: value }),
    ),
    fc.integer({ min: 50, max: 20_000 }).map(
      (ms) =>
        (person: Person): void =>
          person.wait(ms),
    ),
  )
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const person = begunBy(compiled, 'exam')
      for (const perform of deeds) {
        perform(person)
        const shown = view(person)
        expect(shown).toMatchObject({
          step: null,
          hints: [],
          hintAvailable: false,
          highlight: [],
          mistakes: [],
        })
        if (shown.ended) expect(shown.ended).toMatchObject({ success: null, passed: null })
        expect(secrets.filter((secret) => JSON.stringify(shown).includes(secret))).toEqual([])
      }
    }),
    { seed: 41, numRuns: 100 },
  )
})
