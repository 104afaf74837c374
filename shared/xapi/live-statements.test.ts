import { expect, test } from 'vitest'

import type { LiveChange } from '#shared/live/change.ts'
import type { EventBody } from '#shared/procedure/events.ts'

import { context, iri, learner, NOW } from './record-context.fixture.ts'
import type { CompleteStatement } from './statement.ts'
import { statementsOf } from './statements-of.ts'
import { extensionKeys, verbs } from './vocabulary.ts'

const watcher = '0b9e1f6a-92b8-4a8f-9b0e-000000000002'
const expertId = '0b9e1f6a-92b8-4a8f-9b0e-000000000003'
const agent = (name: string) => ({
  objectType: 'Agent',
  account: { homePage: 'https://example.sightline.invalid', name },
})
const said = (body: EventBody): CompleteStatement[] =>
  statementsOf([{ n: 9, atMs: 2500, ...body }], context, NOW).map(({ bytes }) => JSON.parse(bytes))
const live = (by: string, change: LiveChange): CompleteStatement[] => said({ type: 'live', by, change })
const tutorSession = { id: `${iri}/live/${context.session}` }

test('XAPI-16 XAPI-19 who watched which step, for how long, how and through whose eyes', () => {
  const observed = {
    what: 'observed',
    of: learner,
    way: 'ghost',
    leader: expertId,
    durationMs: 12_340,
  } as const
  expect(live(watcher, { ...observed, step: 'raise-alarm' })).toMatchObject([
    {
      actor: agent(watcher),
      verb: { id: verbs.observed },
      object: { id: `${iri}/steps/raise-alarm` },
      result: { duration: 'PT12.34S' },
      context: {
        instructor: agent(expertId),
        contextActivities: {
          parent: [{ id: `${iri}/tasks/decide` }],
          grouping: [{ id: iri }, { id: context.workplace.iri }, tutorSession],
        },
        extensions: {
          [extensionKeys.watchingWay]: 'ghost',
          [extensionKeys.watched]: agent(learner),
          [extensionKeys.observer]: agent(watcher),
          [extensionKeys.event]: 9,
          [extensionKeys.sessionTime]: 2500,
        },
      },
    },
  ])
  // Between steps, and with nobody leading, it is the scenario that was watched.
  const [between] = live(watcher, { ...observed, step: null, leader: null })
  expect(between?.object).toMatchObject({ id: iri })
  expect(between?.context).not.toHaveProperty('instructor')
})

test('XAPI-16 an answer to what comes next has its choices, the right one, and whether it was right', () => {
  const [statement] = live(watcher, {
    what: 'answered',
    poll: 3,
    step: 'aim',
    option: 'raise-alarm',
    options: ['raise-alarm', 'aim'],
    right: false,
    leader: expertId,
  })
  expect(statement).toMatchObject({
    actor: agent(watcher),
    verb: { id: verbs.answered },
    object: {
      id: `${iri}/live/${context.session}/questions/3`,
      definition: {
        interactionType: 'choice',
        correctResponsesPattern: ['aim'],
        choices: [
          { id: 'raise-alarm', description: { en: 'Raise the alarm' } },
          { id: 'aim', description: { en: 'Aim' } },
        ],
      },
    },
    result: { response: 'raise-alarm', success: false },
    context: { instructor: agent(expertId), contextActivities: { parent: [{ id: `${iri}/steps/aim` }] } },
  })
})

test('XAPI-16 an annotation says what was drawn and where, and what a label says', () => {
  const drawn = { what: 'drawn', key: `${learner}/a1`, shape: 'label', anchor: 'pump', points: 1 } as const
  const [statement] = live(learner, { ...drawn, text: 'here', step: 'aim' })
  expect(statement).toMatchObject({
    verb: { id: verbs.annotated },
    object: { id: `${iri}/steps/aim` },
    result: { response: 'here' },
    context: {
      extensions: {
        [extensionKeys.annotation]: { key: `${learner}/a1`, shape: 'label', anchor: 'pump', points: 1 },
      },
    },
  })
  expect(live(learner, { ...drawn, step: null })[0]).not.toHaveProperty('result')
})

test('XAPI-17 help asked for, come to, hinted and given; private words stay private', () => {
  const all = [
    ...live(learner, { what: 'helpAsked', step: 'aim', on: true }),
    ...live(learner, { what: 'helpAsked', step: 'aim', on: false }),
    ...live(expertId, { what: 'helping', person: learner, step: 'aim', on: true }),
    ...live(expertId, { what: 'hinted', to: learner, text: 'SECRET', step: 'aim' }),
    ...live(expertId, { what: 'takenOver', person: learner, step: 'aim' }),
    ...live(expertId, {
      what: 'handedBack',
      person: learner,
      step: 'aim',
      why: 'step-ended',
      durationMs: 4000,
    }),
  ]
  expect(all.map(({ actor, verb }) => [actor, verb.id])).toEqual([
    [agent(learner), verbs.requestedAttention],
    [agent(expertId), verbs.coached],
    [agent(expertId), verbs.coached],
    [agent(expertId), verbs.assisted],
  ])
  for (const { object } of all) expect(object).toMatchObject({ id: `${iri}/steps/aim` })
  for (const { context: given } of all.slice(1)) {
    expect(given?.extensions?.[extensionKeys.helped]).toEqual(agent(learner))
    expect(given?.instructor).toEqual(agent(expertId))
  }
  expect(all.at(-1)?.result?.duration).toBe('PT4S')
  expect(JSON.stringify(all)).not.toContain('SECRET')
})

test('XAPI-18 the record of a step names who stood in, and who moved on from it', () => {
  const ended = {
    type: 'stepEnded',
    step: 'aim',
    how: 'correct',
    durationMs: 1000,
    attempt: 1,
    mistakes: 0,
    hints: 0,
    measured: true,
  } as const
  const extensionsOf = (body: EventBody) => said(body)[0]?.context?.extensions
  expect(extensionsOf({ ...ended, assisted: learner, assistedBy: expertId })).toMatchObject({
    [extensionKeys.assistedBy]: agent(expertId),
  })
  expect(extensionsOf({ ...ended, movedBy: expertId })).toMatchObject({
    [extensionKeys.movedBy]: agent(expertId),
  })
  expect(Object.keys(extensionsOf(ended) ?? {})).not.toContain(extensionKeys.assistedBy)
})

test('XAPI-19 who leads, hands and pings give no record', () => {
  expect([
    ...live(expertId, { what: 'led', leader: expertId, was: null, how: 'taken' }),
    ...live(watcher, { what: 'hand', person: watcher, on: true }),
  ]).toEqual([])
})
