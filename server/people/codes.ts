import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { mac } from './signed.ts'

/** No vowels, so no words; no look-alikes. 20⁸ codes: with 50 alive, 6,000 tries hit one with a chance of 1 in 85,000. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'
const CODE_LENGTH = 8

/** A code to be read out and typed on another device. */
export function createCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** The one code of a run: the same whenever it is asked for, and no other server's. */
export function runCode(key: string, session: string): string {
  const bytes = mac(key, 'run-code', session)
  return Array.from(
    { length: CODE_LENGTH },
    (_, n) => LETTERS[bytes.readUInt32LE(n * 4) % LETTERS.length],
  ).join('')
}

/** What a person typed as we stored it: case, spaces and dashes do not matter. Undefined when it cannot be a code. */
export function normaliseCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === CODE_LENGTH && code.split('').every((letter) => LETTERS.includes(letter))
    ? code
    : undefined
}

/** 256 bits, for links. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Codes and tokens are stored as hashes: a copy of the database opens nothing. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Constant time, whatever the lengths. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)))
}
