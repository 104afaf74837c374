import { expect, test } from 'vitest'
import { Quaternion, Vector3 } from 'three'
import type { PlayedHand } from '../motion/played-pose.ts'
import { createPointing } from './pointing.ts'
import { pointingShare } from './pointing-posture.ts'

const FRAME_S = 1 / 72
/** Degrees that each of three joints of thumb, forefinger, middle, ring and little finger bends by. */
function fingers(...bends: [number, number, number, number, number]): Float32Array {
  const joints = new Float32Array(24 * 4)
  for (let i = 0; i < 24; i++) joints[i * 4 + 3] = 1
  bends.forEach((degrees, finger) => {
    const turn = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), (-degrees * Math.PI) / 180)
    const first = finger === 0 ? 0 : 4 + (finger - 1) * 5 + 1
    for (let joint = first; joint < first + 3; joint++) joints.set(turn.toArray(), joint * 4)
  })
  return joints
}
const hand = (more: Partial<PlayedHand> = {}): PlayedHand => ({
  position: new Float32Array(3),
  rotation: Float32Array.of(0, 0, 0, 1),
  trigger: 0,
  joints: null,
  wrist: { position: new Float32Array(3), rotation: Float32Array.of(0, 0, 0, 1) },
  scale: 1,
  ...more,
})
function run(
  pointing: ReturnType<typeof createPointing>,
  seconds: number,
  now: PlayedHand | null,
  holds = false,
) {
  for (let s = 0; s < seconds; s += FRAME_S) pointing.step(FRAME_S, now, holds)
  return pointing.shown
}

test('GUIDE-10 a forefinger alone stretched points; an open hand, a fist and a pinch do not', () => {
  expect(pointingShare(fingers(30, 3, 70, 70, 70))).toBe(1)
  expect(pointingShare(fingers(10, 3, 5, 5, 5))).toBe(0)
  expect(pointingShare(fingers(40, 60, 65, 65, 65))).toBe(0)
  expect(pointingShare(fingers(30, 35, 25, 25, 25))).toBe(0)
})

test('GUIDE-10 an empty hand points after its trigger was held for a while; taking something is no pointing', () => {
  const pointing = createPointing()
  expect(run(pointing, 0.2, hand({ trigger: 1 }))).toBe(0)
  expect(run(pointing, 0.3, hand({ trigger: 1 }))).toBe(1)
  expect(run(pointing, 0.3, hand({ trigger: 1 }), true)).toBe(0)
  expect(run(createPointing(), 0.5, hand({ joints: fingers(30, 3, 70, 70, 70) }))).toBe(1)
})

test('GUIDE-10 a hand that is gone does not point', () => {
  const pointing = createPointing()
  run(pointing, 1, hand({ trigger: 1 }))
  pointing.step(FRAME_S, null, false)
  expect(pointing.shown).toBe(0)
})

test('GUIDE-11 a trembling trigger does not switch the ray', () => {
  const pointing = createPointing()
  run(pointing, 1, hand({ trigger: 1 }))
  for (let i = 0; i < 200; i++) {
    pointing.step(FRAME_S, hand({ trigger: i % 2 ? 0.4 : 0.58 }), false)
    expect(pointing.shown).toBe(1)
  }
  const other = createPointing()
  for (let i = 0; i < 200; i++) other.step(FRAME_S, hand({ trigger: i % 2 ? 0.4 : 0.58 }), false)
  expect(other.shown).toBe(0)
})
