import { expect, test } from 'vitest'
import { measureErrors, measureLeader, measureSizes } from './measure-codec.ts'

test('SHARE-9 recorded motion takes at most 1.25 times its second-order entropy', () => {
  const sizes = measureSizes()
  expect(sizes.entropy_ratio).toBeLessThan(1.1)
  expect(sizes.entropy_ratio_30hz).toBeLessThan(1.1)
  expect(sizes.entropy_ratio_60hz).toBeLessThan(1.15)
  expect(sizes.bytes_per_update).toBeLessThan(12.3)
  // An entropy that came out too small or too large would prove nothing: it is known from elsewhere to be 10 to 11 bytes.
  expect(sizes.bytes_per_update / sizes.entropy_ratio).toBeGreaterThan(10)
})

test('SHARE-9 a leader with tracked hands stays within its budget', () => {
  const leader = measureLeader()
  expect(leader.leader_bytes_per_sample).toBeLessThan(12)
  expect(leader.leader_bytes_per_sample_hands).toBeLessThan(60)
  expect(leader.key_bytes_one_person).toBeLessThan(120)
  expect(leader.key_bytes_one_person_hands).toBeLessThan(600)
})

test('SHARE-10 from device to device recorded motion loses less than a millimetre and a quarter of a degree', () => {
  const errors = measureErrors()
  expect(errors.error_p99_mm).toBeLessThan(1)
  expect(errors.error_max_mm).toBeLessThan(1.09)
  expect(errors.error_p99_deg).toBeLessThan(0.25)
  expect(errors.error_max_deg).toBeLessThan(0.35)
})
