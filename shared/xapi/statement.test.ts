import { expect, test } from 'vitest'

import { parseStatement } from './statement.ts'

const base = {
  id: '7f0cbb1e-4c0a-4b9f-8a9c-1a1a1a1a1a1a',
  actor: { account: { homePage: 'https://example.org', name: 'ada' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
  object: {
    id: 'https://example.org/scenario',
    definition: { type: 'http://adlnet.gov/expapi/activities/simulation' },
  },
}
const refs = { statementRef: { objectType: 'StatementRef', id: base.id } }
const place = (value: unknown, line: '1.0' | '2.0' = '1.0') => {
  const parsed = parseStatement(value, line)
  return parsed.ok ? 'ok' : parsed.findings[0]?.path
}

test.each<[string, object]>([
  ['the least', base],
  ['a group as actor', { ...base, actor: { objectType: 'Group', name: 'crew', member: [base.actor] } }],
  ['an agent as object', { ...base, object: { objectType: 'Agent', ...base.actor } }],
  [
    'a sub-statement',
    {
      ...base,
      object: { objectType: 'SubStatement', actor: base.actor, verb: base.verb, object: refs.statementRef },
    },
  ],
  ['null inside an extension', { ...base, result: { extensions: { 'x:y': null } } }],
  [
    'a full result',
    {
      ...base,
      result: {
        score: { scaled: -1, raw: 5, min: 0, max: 10 },
        duration: 'PT1H0.01S',
        success: false,
        response: '',
      },
    },
  ],
  [
    'context',
    {
      ...base,
      context: {
        registration: base.id,
        platform: 'WebXR',
        language: 'zh-Hant-TW',
        contextActivities: { parent: { id: 'x:1' }, other: [] },
      },
    },
  ],
  [
    'an interaction',
    {
      ...base,
      object: {
        id: 'x:q',
        definition: {
          interactionType: 'choice',
          choices: [{ id: 'a' }, { id: 'b', description: { de: 'B' } }],
        },
      },
    },
  ],
])('XAPI-1 accepts %s', (_, value) => expect(place(value)).toBe('ok'))

test.each<[string, unknown, string]>([
  ['no object at all', 7, 'statement'],
  ['an unknown property', { ...base, colour: 'red' }, 'statement'],
  ['null', { ...base, verb: { ...base.verb, display: null } }, 'verb.display'],
  ['a wrong type', { ...base, result: { success: 'true' } }, 'result.success'],
  ['a relative IRI', { ...base, object: { id: 'scenario' } }, 'object.id'],
  ['no identifier', { ...base, actor: { name: 'ada' } }, 'actor'],
  ['two identifiers', { ...base, actor: { mbox: 'mailto:a@b.c', openid: 'https://a.b' } }, 'actor'],
  ['an unknown objectType', { ...base, object: { objectType: 'Thing', id: 'x:1' } }, 'object.objectType'],
  [
    'a group in a group',
    { ...base, actor: { objectType: 'Group', member: [{ objectType: 'Group', ...base.actor }] } },
    'actor.member.0.objectType',
  ],
  [
    'a sub-statement in a sub-statement',
    {
      ...base,
      object: {
        objectType: 'SubStatement',
        actor: base.actor,
        verb: base.verb,
        object: { objectType: 'SubStatement' },
      },
    },
    'object.object.objectType',
  ],
  [
    'an id in a sub-statement',
    {
      ...base,
      object: {
        objectType: 'SubStatement',
        id: base.id,
        actor: base.actor,
        verb: base.verb,
        object: { id: 'x:1' },
      },
    },
    'object',
  ],
  ['a bad duration', { ...base, result: { duration: '12 s' } }, 'result.duration'],
  ['weeks with days', { ...base, result: { duration: 'P4W1D' } }, 'result.duration'],
  ['an empty duration', { ...base, result: { duration: 'P' } }, 'result.duration'],
  ['a bad timestamp', { ...base, timestamp: 'yesterday' }, 'timestamp'],
  ['a score above 1', { ...base, result: { score: { scaled: 1.01 } } }, 'result.score.scaled'],
  ['raw above max', { ...base, result: { score: { raw: 2, max: 1 } } }, 'result.score'],
  ['a bad language', { ...base, verb: { id: 'x:v', display: { english_: 'x' } } }, 'verb.display.english_'],
  [
    'an extension without IRI',
    { ...base, context: { extensions: { mode: 'exam' } } },
    'context.extensions.mode',
  ],
  [
    'platform where the object is no activity',
    { ...base, object: refs.statementRef, context: { platform: 'WebXR' } },
    'statement',
  ],
  ['voiding an activity', { ...base, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } }, 'object'],
  [
    'a bad parent',
    { ...base, context: { contextActivities: { parent: [{ id: 'x:1' }, { id: 4 }] } } },
    'context.contextActivities.parent.1.id',
  ],
  [
    'choices without interactionType',
    { ...base, object: { id: 'x:q', definition: { choices: [] } } },
    'object.definition',
  ],
  ['a version of another line', { ...base, version: '2.0.0' }, 'version'],
  ['contextAgents in 1.0', { ...base, context: { contextAgents: [] } }, 'context'],
])('XAPI-1 refuses %s and says where', (_, value, path) => expect(place(value)).toBe(path))

test('XAPI-1 the 2.0 line knows contextAgents, contextGroups and both versions', () => {
  const context = {
    contextAgents: [{ objectType: 'contextAgent', agent: base.actor, relevantTypes: ['x:coach'] }],
  }
  expect(place({ ...base, version: '2.0.0', context }, '2.0')).toBe('ok')
  expect(place({ ...base, version: '1.0.3' }, '2.0')).toBe('ok')
  expect(
    place(
      {
        ...base,
        context: { contextAgents: [{ objectType: 'contextAgent', agent: base.actor, relevantTypes: [] }] },
      },
      '2.0',
    ),
  ).toBe('context.contextAgents.0.relevantTypes')
})

test('XAPI-1 a single context activity is kept as an array', () => {
  const parsed = parseStatement({ ...base, context: { contextActivities: { parent: { id: 'x:1' } } } }, '1.0')
  expect(parsed.ok && parsed.statement.context?.contextActivities).toEqual({ parent: [{ id: 'x:1' }] })
})
