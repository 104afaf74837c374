import { expect, test } from 'vitest'

import type { EngineEvent, EventBody } from '#shared/procedure/events.ts'

import { context, iri, learner, NOW } from './record-context.fixture.ts'
import type { RecordContext } from './statements-of.ts'
import { statementsOf } from './statements-of.ts'
import { extensionKeys, verbs } from './vocabulary.ts'

const said = (body: EventBody, more: Partial<RecordContext> = {}) =>
  statementsOf([{ n: 7, atMs: 1500, ...body }], { ...context, ...more }, NOW).map(({ bytes }) =>
    JSON.parse(bytes),
  )

test('XAPI-10 a finished step says who, what, how, within what, in which mode', () => {
  const [statement, ...others] = said({
    type: 'stepEnded',
    step: 'raise-alarm',
    how: 'correct',
    durationMs: 12_345,
    attempt: 1,
    mistakes: 2,
    hints: 1,
    measured: false,
  })
  expect(others).toEqual([])
  expect(statement).toMatchObject({
    id: '7c211e23-f336-5596-9639-388759ebfdd4',
    actor: { objectType: 'Agent', account: { homePage: 'https://example.sightline.invalid', name: learner } },
    verb: { id: verbs.completed },
    object: { id: `${iri}/steps/raise-alarm`, definition: { name: { en: 'Raise the alarm' } } },
    result: {
      success: true,
      completion: true,
      duration: 'PT12.34S',
      extensions: { [extensionKeys.mistakes]: 2, [extensionKeys.measured]: false },
    },
    context: {
      registration: context.registration,
      revision: '1.2.0',
      contextActivities: {
        parent: [{ id: `${iri}/tasks/decide` }],
        grouping: [{ id: iri }, { id: context.workplace.iri }],
      },
      extensions: {
        [extensionKeys.simulationMode]: 'guided',
        [extensionKeys.event]: 7,
        [extensionKeys.sessionTime]: 1500,
      },
    },
    timestamp: '2026-11-23T20:00:00.000Z',
  })
})

test.each([
  ['alternative', verbs.completed, true],
  ['mistake', verbs.failed, false],
  ['timeout', verbs.failed, false],
  ['abort', verbs.failed, false],
  ['skipped', verbs.skipped, undefined],
] as const)('XAPI-10 a step that ends by %s', (how, verb, success) => {
  const [statement] = said({
    type: 'stepEnded',
    step: 'aim',
    how,
    durationMs: 0,
    attempt: 1,
    mistakes: 0,
    hints: 0,
    measured: true,
  })
  expect([statement.verb.id, statement.result.success]).toEqual([verb, success])
  expect(statement.context.contextActivities.parent).toMatchObject([{ id: iri }])
})

test('XAPI-11 a mistake carries category, severity, reading and step; feedback is claimed only where the mode gives it at once', () => {
  const event = {
    type: 'mistake',
    rule: 'water-on-live',
    actor: 'p2',
    category: 'unsafe',
    severity: 'critical',
    step: 'aim',
    measure: { name: 'aim:fire-base', value: 900 },
  } as const
  const [erred, feedback, ...others] = said(event)
  expect(others).toEqual([])
  expect(erred).toMatchObject({
    actor: { account: { name: 'p2' } },
    verb: { id: verbs.erred },
    object: { id: `${iri}/mistakes/water-on-live` },
    result: {
      success: false,
      extensions: { [extensionKeys.measurement]: { name: 'aim:fire-base', value: 900 } },
    },
    context: {
      contextActivities: { parent: [{ id: `${iri}/steps/aim` }] },
      extensions: { [extensionKeys.severity]: 'critical', [extensionKeys.mistakeCategory]: 'unsafe' },
    },
  })
  expect(feedback).toMatchObject({
    verb: { id: verbs.received },
    object: {
      definition: { type: 'https://w3id.org/xapi/task-trainer-simulation/activity-types/feedback-safety' },
    },
  })
  expect(said(event, { mode: 'exam' }).map(({ verb }) => verb.id)).toEqual([verbs.erred])
  expect(said(event, { mode: 'exam' })[0].context.extensions[extensionKeys.simulationMode]).toBe('graded')
})

test('XAPI-11 the text of a mistake recorded by a transition is that of its step', () => {
  const [erred] = said({ type: 'mistake', rule: 'aim', actor: 'p', category: 'precision', severity: 'minor' })
  expect(erred.object.definition.name).toEqual({ en: 'Aimed too high' })
})

const score = {
  scaled: 0.85,
  passed: true,
  passMark: 0.7,
  criteria: [{ id: 'steps', value: 1, weight: 2, assessed: true }],
}

test('XAPI-12 the end: completed, passed or failed with the score, terminated; an abandoned run only says so', () => {
  const end = {
    type: 'ended',
    outcome: 'fire-out',
    success: true,
    score,
    durationMs: 3_723_450,
    abandoned: false,
  } as const
  const [completed, judged, terminated] = said(end)
  expect([completed, judged, terminated].map(({ verb }) => verb.id)).toEqual([
    verbs.completed,
    verbs.passed,
    verbs.terminated,
  ])
  expect(judged.result).toEqual({
    success: true,
    score: { scaled: 0.85 },
    duration: 'PT1H2M3.45S',
    extensions: {
      [extensionKeys.outcome]: 'fire-out',
      [extensionKeys.passMark]: 0.7,
      [extensionKeys.criteria]: score.criteria,
    },
  })
  expect([completed.result.score, terminated.result.score]).toEqual([undefined, undefined])
  expect(said({ ...end, score: { ...score, passed: false, vetoedBy: 'water-on-live' } })[1]).toMatchObject({
    verb: { id: verbs.failed },
    result: { success: false, extensions: { [extensionKeys.vetoedBy]: 'water-on-live' } },
  })
  expect(said({ ...end, abandoned: true }).map(({ verb }) => verb.id)).toEqual([verbs.abandoned])
})

test('XAPI-13 hints, readings, tools, tasks, pauses', () => {
  const verbAndObject = (body: EventBody) => said(body).map(({ verb, object }) => [verb.id, object.id])
  expect(verbAndObject({ type: 'hint', step: 'aim', level: 2, kind: 'arrow', asked: true })).toEqual([
    [verbs.wasGiven, `${iri}/steps/aim/hints/2`],
  ])
  expect(verbAndObject({ type: 'measured', name: 'sweep:fire-base', value: 41, unit: '%' })).toEqual([
    [verbs.measured, `${iri}/measures/sweep%3Afire-base`],
  ])
  expect(verbAndObject({ type: 'toolUsed', tool: 'ext-co2', actor: 'p', durationMs: 8000 })).toEqual([
    [verbs.used, `${context.workplace.iri}/entities/ext-co2`],
  ])
  expect(verbAndObject({ type: 'taskStarted', task: 'decide' })).toEqual([
    [verbs.initialized, `${iri}/tasks/decide`],
  ])
  expect(verbAndObject({ type: 'taskEnded', task: 'decide', complete: false, durationMs: 10 })).toEqual([
    [verbs.terminated, `${iri}/tasks/decide`],
  ])
  expect(verbAndObject({ type: 'paused', actor: 'p', reason: 'headset-off', count: 1 })).toEqual([
    [verbs.suspended, iri],
  ])
  expect(verbAndObject({ type: 'resumed', actor: 'p' })).toEqual([[verbs.resumed, iri]])
})

test('XAPI-6 the id hangs on session, event, template and revision, and on nothing else', () => {
  const event: EngineEvent = { n: 3, atMs: 0, type: 'sessionStarted' }
  const idIn = (more: Partial<RecordContext>, nowMs = NOW) =>
    statementsOf([event], { ...context, ...more }, nowMs)[0]?.id
  expect(idIn({}, 5)).toBe(idIn({}))
  expect(idIn({ device: 'desktop', learner: 'x' })).toBe(idIn({}))
  expect(new Set([idIn({}), idIn({ revision: 1 }), idIn({ session: context.registration })]).size).toBe(3)
})
