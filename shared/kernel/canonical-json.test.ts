import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { sha256Hex } from './hash.ts'

test('KER-1 writes the sample of RFC 8785, section 3.2.2, as the RFC does', () => {
  const sample = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(sample)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('KER-1 sorts members by UTF-16 code units (RFC 8785, section 3.2.3)', () => {
  const names = { '€': 5, '\r': 1, '\ufb33': 7, '1': 2, '😀': 6, '\u0080': 3, ö: 4 }
  expect(canonicalJson(names)).toBe('{"\\r":1,"1":2,"\u0080":3,"ö":4,"€":5,"😀":6,"\ufb33":7}')
})

test('KER-1 says the same as a naive oracle for any JSON, whatever the order of members', () => {
  const oracle = (value: unknown): string =>
    JSON.stringify(value, (_key, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    )
  const plain = (value: unknown): boolean => !/"\d+":|__proto__/.test(JSON.stringify(value))
  fc.assert(
    fc.property(fc.jsonValue().filter(plain), (value) => {
      expect(canonicalJson(value)).toBe(oracle(value))
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('KER-1 refuses what JSON cannot say', () => {
  for (const value of [Number.NaN, Infinity, '\ud800', { '\ud800': 1 }, 1n, () => 1, [undefined], undefined])
    expect(() => canonicalJson(value)).toThrow(TypeError)
})

test('KER-2 hashes as FIPS 180-4 does', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
