import { expect, test } from 'vitest'
import { parseUuid, uuidV5 } from './uuid.ts'

test('KER-5 makes the name-based id of RFC 9562, appendix A.4', () => {
  expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  )
})

test('KER-5 reads UUIDs in either case and nothing else', () => {
  expect(parseUuid('2ED6657D-E927-568B-95E1-2665A8AEA6A2')).toEqual({
    ok: true,
    value: '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  })
  for (const text of [
    '',
    '2ed6657d',
    '2ed6657d-e927-568b-75e1-2665a8aea6a2',
    '{2ed6657d-e927-568b-95e1-2665a8aea6a2}',
  ])
    expect(parseUuid(text)).toEqual({ ok: false, reason: 'not-a-uuid' })
})
