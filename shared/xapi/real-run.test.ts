import { createRequire } from 'node:module'

import { expect, test } from 'vitest'

import { compile } from '#shared/procedure/compile.ts'
import { extinguish } from '#shared/procedure/extinguish.fixture.ts'
import { kitchen } from '#shared/procedure/kitchen.fixture.ts'
import { ada, begunBy } from '#shared/procedure/person.fixture.ts'
import type { Person } from '#shared/procedure/person.fixture.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'

import { context as base, NOW } from './record-context.fixture.ts'
import type { Statement } from './statement.ts'
import { parseStatement } from './statement.ts'
import { statementsOf } from './statements-of.ts'
import { extensionKeys, verbs } from './vocabulary.ts'

const validate: (statement: unknown) => unknown[] = createRequire(import.meta.url)(
  '@learninglocker/xapi-validation',
).default
const compiled = compile(extinguish, kitchen)

function recordsOf(person: Person, mode: ModeName): Statement[] {
  const context = { ...base, learner: ada, mode, scenario: extinguish, workplace: kitchen }
  return statementsOf(person.events, context, NOW).map(({ bytes }) => {
    const value: unknown = JSON.parse(bytes)
    expect(validate(value)).toEqual([])
    const parsed = parseStatement(value, '1.0')
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
    return parsed.statement
  })
}

function putOut(mode: ModeName): Person {
  const person = begunBy(compiled, mode)
  person.act('press', 'call-point')
  person.act('grab', 'ext-abc')
  person.act('pull', 'ext-abc.pin')
  person.observe({ 'distance:fire-base': 2500, 'aim:fire-base': 50, 'aim:fire-appliance': 900 })
  person.act('squeeze-begin', 'ext-abc')
  for (let i = 0; i < 400 && person.state.signals['fire.out'] === 0; i++) {
    person.observe({ 'sweep:fire-base': i % 20 < 10 ? 200 : -200 })
  }
  person.act('squeeze-end', 'ext-abc')
  return person
}

test('XAPI-9 XAPI-10 a run of the real engine records its steps under their task, each once, in order', () => {
  const steps = recordsOf(putOut('practice'), 'practice').filter(
    ({ result }) => result?.extensions?.[extensionKeys.transition],
  )
  const told = steps.map(({ verb, object, context }) => {
    const parent = context?.contextActivities?.parent?.[0]?.id
    return [
      verb.id.split('/').at(-1),
      'id' in object && object.id.split('/').at(-1),
      parent?.split('/').at(-1),
    ]
  })
  expect(told.slice(0, 4)).toEqual([
    ['completed', 'raise-alarm', 'test-extinguish'],
    ['completed', 'take', 'test-extinguish'],
    ['completed', 'pull-pin', 'fight'],
    ['completed', 'aim', 'fight'],
  ])
})

test('XAPI-9 XAPI-12 the same run in an exam is graded, starts with initialized, and an abandoned one ends with abandoned', () => {
  const person = putOut('exam')
  if (person.state.phase !== 'ended') person.take({ kind: 'abandon' })
  const statements = recordsOf(person, 'exam')
  expect(statements[0]?.verb.id).toBe(verbs.initialized)
  expect([verbs.abandoned, verbs.terminated]).toContain(statements.at(-1)?.verb.id)
  expect(
    new Set(statements.map(({ context }) => context?.extensions?.[extensionKeys.simulationMode])),
  ).toEqual(new Set(['graded']))
  expect(statements.some(({ verb }) => verb.id === verbs.received)).toBe(false)
})
