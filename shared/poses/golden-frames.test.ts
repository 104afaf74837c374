import { expect, test } from 'vitest'
import { withHands } from './moving-hands.fixture.ts'
import { createPoseEncoder } from './pose-encoder.ts'
import { recordings, samplesOf } from './recorded-motion.fixture.ts'

const hex = (bytes: Uint8Array | null) =>
  Array.from(bytes ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('')

/** All frames and keys in one number (FNV-1a). */
function digest(frames: readonly (Uint8Array | null)[]): string {
  let hash = 0x811c9dc5
  for (const frame of frames) for (const byte of frame ?? [255]) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16)
}

test('SHARE-8 the bytes of a version stay what they are, written out for a small room', () => {
  const encoder = createPoseEncoder()
  const body = (timeMs: number, x: number) => ({
    timeMs,
    discontinuity: false,
    head: {
      position: [x, 1.6, -2.25] as [number, number, number],
      rotation: [0, 0.6, 0, 0.8] as [number, number, number, number],
    },
    left: null,
    right: null,
  })
  encoder.put(3, body(1000, 1))
  encoder.put(3, body(1050, 1.012))
  expect(hex(encoder.frame([3], 1060))).toBe('01000001000004247f0fdc0801f4401901fee6dc01d9401fff1f2380000000')
  encoder.put(3, body(1100, 1.024))
  encoder.put(3, body(1150, 3))
  expect(hex(encoder.frame([3], 1110))).toBe('01000002000004567f000000040fff33d6000000')
  expect(hex(encoder.key(1110))).toBe(
    '0101000200000456806047a0646401a201771006407fb9b700765007ff99ee00088d0d0000140280',
  )
  encoder.drop(3)
  expect(hex(encoder.frame([], 1160))).toBe('01000003000004888060')
})

test('SHARE-8 the same over ten seconds of two people, one of them with hands', () => {
  const encoder = createPoseEncoder()
  const [plain, hands] = recordings.map((recording) => samplesOf(recording, 60))
  const frames = Array.from({ length: 200 }, (_, nth) => {
    const atMs = 50 * nth
    for (let at = 3 * nth; at < 3 * nth + 3; at++) {
      const [one, other] = [plain?.[at], hands?.[at]]
      if (one) encoder.put(0, { ...one, discontinuity: at % 77 === 0 })
      if (other) encoder.put(1, withHands(other, other.timeMs))
    }
    return [encoder.frame([0, 1], atMs), nth % 50 === 0 ? encoder.key(atMs) : null]
  })
  expect(digest(frames.flat())).toBe('396cbe2a')
})
