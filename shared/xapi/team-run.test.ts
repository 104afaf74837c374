import { createRequire } from 'node:module'

import { expect, test } from 'vitest'

import { lockout } from '#shared/procedure/lockout.fixture.ts'
import { pumpRoom } from '#shared/procedure/pump-room.fixture.ts'
import { ann, ben, bot, cat, instructor, performLockout, threeWith } from '#shared/procedure/team.fixture.ts'
import type { Team } from '#shared/procedure/team.fixture.ts'

import { context as base, NOW } from './record-context.fixture.ts'
import type { RecordContext } from './statements-of.ts'
import type { Statement } from './statement.ts'
import { parseStatement } from './statement.ts'
import { statementsOf } from './statements-of.ts'

const validate: (statement: unknown) => unknown[] = createRequire(import.meta.url)(
  '@learninglocker/xapi-validation',
).default

const context: RecordContext = {
  ...base,
  learner: ann,
  mode: 'practice',
  scenario: lockout,
  workplace: pumpRoom,
}

function recordsOf(team: Team): Statement[] {
  return statementsOf(team.events, context, NOW).map(({ bytes }) => {
    const value: unknown = JSON.parse(bytes)
    expect(validate(value)).toEqual([])
    const parsed = parseStatement(value, '1.0')
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
    return parsed.statement
  })
}

const actorOf = ({ actor }: Statement): string | undefined => actor.account?.name
const last = (iri: string): string | undefined => iri.split('/').at(-1)
/** `verb object` of each statement about that person. */
function told(statements: Statement[], person: string): string[] {
  return statements
    .filter((statement) => actorOf(statement) === person)
    .map(({ verb, object }) => `${last(verb.id)} ${'id' in object ? last(object.id) : ''}`)
}

test('XAPI-15 everybody has statements of their own part and verdict', () => {
  const team = threeWith({})
  team.act(cat, 'toggle', 'coupling')
  team.act(cat, 'toggle', 'coupling')
  performLockout(team, [ben, cat])
  const statements = recordsOf(team)
  expect(told(statements, ann)).toEqual([
    'initialized test-lockout',
    'initialized lead-lane',
    'completed isolate',
    'completed lead-lock',
    'completed try-start',
    'completed open-box',
    'completed lead-lane',
    'completed test-lockout',
    'passed test-lockout',
    'terminated test-lockout',
  ])
  expect(told(statements, ben)).toContain('completed work')
  expect(told(statements, ben)).toContain('passed test-lockout')
  expect(told(statements, cat)).toEqual(
    expect.arrayContaining(['erred worked-unprotected', 'failed test-lockout']),
  )
  const ids = statements.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const work = statements.filter(({ object }) => 'id' in object && last(object.id) === 'work')
  expect(work.map(actorOf)).toEqual([ben, cat])
  expect(work[0]?.context?.team?.member?.map(({ account }) => account?.name)).toEqual([ben, cat])
})

test('XAPI-15 a bot has no records, and who left has abandoned', () => {
  const team = threeWith({})
  team.take({ kind: 'remove', actor: cat, by: instructor })
  team.join(bot, 'mechanic', { bot: true })
  team.act(bot, 'toggle', 'coupling')
  team.act(ben, 'leave')
  performLockout(team, [bot])
  const statements = recordsOf(team)
  expect(told(statements, bot)).toEqual([])
  expect(told(statements, ben).at(-1)).toBe('abandoned test-lockout')
  expect(told(statements, ann).at(-1)).toBe('terminated test-lockout')
})

test('XAPI-7 XAPI-15 however the events are cut, the same statements', () => {
  const team = threeWith({})
  performLockout(team, [ben, cat])
  const whole = statementsOf(team.events, context, NOW)
  expect(team.events.flatMap((event) => statementsOf([event], { ...context }, NOW))).toEqual(whole)
})
