import { expect, test } from 'vitest'

import { isSameStatement } from './same-statement.ts'

const base = {
  id: 'a',
  actor: { mbox: 'mailto:a@b.c' },
  verb: { id: 'x:did', display: { en: 'did' } },
  object: { id: 'x:thing', definition: { name: { en: 'Thing' } } },
  timestamp: '2026-01-01T12:00:00.000Z',
}

test.each([
  [
    'another id, authority, stored, version',
    {
      ...base,
      id: 'b',
      authority: { mbox: 'mailto:l@b.c' },
      stored: '2026-01-02T00:00:00Z',
      version: '1.0.3',
    },
  ],
  [
    'another order of keys',
    { object: base.object, verb: base.verb, actor: base.actor, timestamp: base.timestamp },
  ],
  ['other texts', { ...base, verb: { id: 'x:did' }, object: { id: 'x:thing' } }],
  ['another way to write the instant', { ...base, timestamp: '2026-01-01T14:00:00+02:00' }],
  ['no timestamp', { ...base, timestamp: undefined }],
  [
    'a timestamp supplied by the store',
    { ...base, timestamp: '2026-05-05T00:00:00Z', stored: '2026-05-05T00:00:00Z' },
  ],
])('XAPI-5 the same: %s', (_, other) => expect(isSameStatement(base, other)).toBe(true))

test.each([
  ['another actor', { ...base, actor: { mbox: 'mailto:z@b.c' } }],
  ['another verb', { ...base, verb: { id: 'x:undid' } }],
  ['another instant', { ...base, timestamp: '2026-01-01T12:00:00.001Z' }],
  ['a result more', { ...base, result: { success: true } }],
])('XAPI-5 different: %s', (_, other) => expect(isSameStatement(base, other)).toBe(false))

test('XAPI-5 the order of group members does not count, that of contextActivities does', () => {
  const grouped = (...names: string[]) => ({
    ...base,
    actor: { objectType: 'Group', member: names.map((name) => ({ mbox: `mailto:${name}@b.c` })) },
  })
  const within = (...ids: string[]) => ({
    ...base,
    context: { contextActivities: { parent: ids.map((id) => ({ id })) } },
  })
  expect(isSameStatement(grouped('a', 'b'), grouped('b', 'a'))).toBe(true)
  expect(isSameStatement(grouped('a', 'b'), grouped('a', 'c'))).toBe(false)
  expect(
    isSameStatement(within('x:1'), { ...base, context: { contextActivities: { parent: { id: 'x:1' } } } }),
  ).toBe(true)
  expect(isSameStatement(within('x:1', 'x:2'), within('x:2', 'x:1'))).toBe(false)
})

test('XAPI-5 inside extensions everything counts', () => {
  const extended = (definition: unknown) => ({
    ...base,
    result: { extensions: { 'x:e': { definition, timestamp: 1 } } },
  })
  expect(isSameStatement(extended(1), extended(1))).toBe(true)
  expect(isSameStatement(extended(1), extended(2))).toBe(false)
})
