import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { extinguish } from './extinguish.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { begunBy, type Person } from './person.fixture.ts'

const compiled = compile(extinguish, kitchen)

function finished({ substitute = false, mistake = '', mode = 'practice' as const } = {}): Person {
  const person = begunBy(compiled, mode)
  person.act('press', 'call-point')
  person.act('grab', 'ext-abc')
  person.act('pull', 'ext-abc.pin')
  person.observe({ 'distance:fire-base': 2500, 'aim:fire-base': 50 })
  if (mistake === 'minor') person.observe({ 'distance:fire-base': 800 })
  person.observe({ 'distance:fire-base': 2500 })
  person.act('squeeze-begin', 'ext-abc', { substitute })
  person.wait(9000)
  return person
}

const criteria = (person: Person): Record<string, number | null> =>
  Object.fromEntries(
    (person.state.result?.score.criteria ?? []).map((c) => [c.id, c.assessed ? c.value : null]),
  )

test('ENG-50 ENG-51 each criterion by its measure', () => {
  const person = finished()
  expect(person.state.result).toMatchObject({
    outcome: 'out',
    success: true,
    score: { passed: true, passMark: 0.7 },
  })
  // Seven steps, of which "evacuate" was still ahead at the end.
  expect(criteria(person)).toMatchObject({ done: 0.857, clean: 1, technique: 1, time: 1, hints: 1 })
  expect(criteria(finished({ mistake: 'minor' }))).toMatchObject({ clean: 0.9 })
})

test('ENG-52 what a substitute did is not assessed, and its weight left out', () => {
  const person = finished({ substitute: true })
  expect(criteria(person)).toMatchObject({ technique: null, done: 0.833, clean: 1 })
  expect(person.events.find((e) => e.type === 'stepEnded' && e.step === 'sweep')).toMatchObject({
    measured: false,
    how: 'correct',
  })
  const { score } = person.state.result!
  const assessed = score.criteria.filter((c) => c.assessed)
  const expected =
    assessed.reduce((sum, c) => sum + c.weight * c.value, 0) / assessed.reduce((sum, c) => sum + c.weight, 0)
  expect(score.scaled).toBeCloseTo(expected, 3)
})

test('ENG-53 a critical mistake fails the attempt whatever the score; an abandoned run never passes', () => {
  const practice = { ...extinguish.modes.practice!, passMark: 0 }
  const lenient = compile({ ...extinguish, modes: { ...extinguish.modes, practice } }, kitchen)
  const leaves = (aimsAtApplianceMm: number): Person => {
    const person = begunBy(lenient, 'practice')
    person.act('press', 'call-point')
    person.act('grab', 'ext-water')
    person.act('pull', 'ext-water.pin')
    person.observe({
      'distance:fire-base': 2500,
      'aim:fire-base': 50,
      'aim:fire-appliance': aimsAtApplianceMm,
    })
    person.act('squeeze-begin', 'ext-water')
    person.wait(100)
    person.observe({ 'zone:corridor': 1 })
    return person
  }
  expect(leaves(900).state.result?.score).toMatchObject({ passed: true })
  expect(leaves(100).state.result).toMatchObject({
    outcome: 'left',
    success: true,
    score: { passed: false, vetoedBy: 'water-on-energised' },
  })
  const left = begunBy(compiled, 'practice')
  left.take({ kind: 'abandon' })
  expect(left.state.result).toMatchObject({
    outcome: 'abandoned',
    success: false,
    abandoned: true,
    score: { passed: false },
  })
})
