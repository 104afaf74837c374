import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { normaliseCode, runCode } from './codes.ts'

test('PPL-32 a run has one code of this server, that can be typed like a pairing code', () => {
  const [key, other] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  const session = randomUUID()
  const code = runCode(key, session)
  expect([runCode(key, session), normaliseCode(code.toLowerCase())]).toEqual([code, code])
  expect(new Set([code, runCode(other, session), runCode(key, randomUUID())]).size).toBe(3)
})
