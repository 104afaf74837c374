import { expect, test } from 'vitest'
import { secretFrom } from './secret-from.ts'

test.each([
  ['/join/K7QX-42MD', '', { kind: 'code', code: 'K7QX-42MD' }],
  ['/join', '', { kind: 'none' }],
  ['/join/', '#invite=abc', { kind: 'invite', token: 'abc' }],
  ['/join/', '#invite=', { kind: 'none' }],
])('UI-50 %s%s', (pathname, hash, secret) => {
  expect(secretFrom({ pathname, hash })).toEqual(secret)
})
