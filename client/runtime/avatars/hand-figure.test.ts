import { Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import type { PlayedHand } from '../motion/played-pose.ts'
import { createHandFigure, followHand } from './hand-figure.ts'
import { jointsOf } from './hand-postures.ts'
import type { Posture } from './hand-postures.ts'
import { layJoints } from './hand-skeleton.ts'

const INDEX_KNUCKLE = 6
const INDEX_TIP = 9
const MIDDLE_KNUCKLE = 11
const level = [0, 0, 0, 1]
const straight = Float32Array.from({ length: 96 }, (_, i) => level[i % 4] ?? 0)

function played(patch: Partial<PlayedHand> = {}): PlayedHand {
  const rigid = { position: new Float32Array([1, 1.2, -1]), rotation: new Float32Array(level) }
  return { ...rigid, trigger: 0, joints: null, wrist: rigid, scale: 1, ...patch }
}
const joint = (joints: Float32Array, index: number) => new Vector3().fromArray(joints, index * 3)
const settled = (hand: PlayedHand, holds: boolean) => {
  const figure = createHandFigure('right')
  followHand(figure, hand, holds, true, 0)
  return figure.joints.slice(0, 75)
}
function inPlace(posture: Posture) {
  const out = jointsOf('right', posture)
  return out.map((value, i) => value + ([1, 1.2, -1][i % 3] ?? 0))
}
const near = (a: Float32Array, b: Float32Array) =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))))

test('AVT-3 an empty hand is relaxed, and points while its trigger is pressed', () => {
  expect(near(settled(played(), false), inPlace('relaxed'))).toBeLessThan(1e-6)
  const pointing = settled(played({ trigger: 1 }), false)
  expect(near(pointing, inPlace('pointing'))).toBeLessThan(1e-6)
  // The forefinger lies along the ray.
  const finger = joint(pointing, INDEX_TIP).sub(joint(pointing, INDEX_KNUCKLE)).normalize()
  expect(finger.z).toBeLessThan(-0.95)
})

test('AVT-3 a hand that holds something grips it, though its fingers are tracked otherwise', () => {
  const hand = played({ joints: straight, trigger: 1 })
  expect(near(settled(hand, true), inPlace('gripping'))).toBeLessThan(1e-6)
})

test('AVT-3 the grip is rigid with the thing that stands in the same pose', () => {
  const figure = createHandFigure('right')
  const thing = new Vector3()
  const turn = new Quaternion()
  const distances = Array.from({ length: 40 }, (_, i) => {
    turn.setFromAxisAngle(new Vector3(0.3, 0.8, 0.52).normalize(), i * 0.3)
    thing.set(Math.sin(i), 1 + Math.cos(i * 1.7) / 3, i * 0.05)
    const hand = played({
      position: Float32Array.from(thing.toArray()),
      rotation: Float32Array.from(turn.toArray()),
    })
    followHand(figure, hand, true, i === 0, 1 / 72)
    const muzzle = new Vector3(0, 0.1, -0.3).applyQuaternion(turn).add(thing)
    return joint(figure.joints, MIDDLE_KNUCKLE).distanceTo(muzzle)
  })
  expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(1e-5)
})

test('AVT-3 fingers close over some frames, and at once after a jump', () => {
  const figure = createHandFigure('right')
  followHand(figure, played(), false, true, 1 / 72)
  followHand(figure, played(), true, false, 1 / 72)
  expect(figure.gripping).toBeGreaterThan(0.1)
  expect(figure.gripping).toBeLessThan(0.3)
  followHand(figure, played(), true, true, 1 / 72)
  expect(figure.gripping).toBe(1)
})

test('AVT-4 joints hang together: the middle knuckle is a palm from the wrist, times the scale', () => {
  const wrist = { position: new Float32Array([1, 2, 3]), rotation: new Float32Array(level) }
  const out = new Float32Array(75)
  layJoints('left', wrist, 1.1, straight, out)
  expect(joint(out, 0).toArray()).toEqual([1, 2, 3])
  expect(joint(out, MIDDLE_KNUCKLE).distanceTo(joint(out, 0))).toBeCloseTo(0.089 * 1.1, 3)
})

test('AVT-4 a left hand is the mirror image', () => {
  for (const posture of ['relaxed', 'pointing', 'gripping'] as const) {
    const mirrored = jointsOf('right', posture).map((value, i) => (i % 3 === 0 ? -value : value))
    expect(near(jointsOf('left', posture), mirrored)).toBeLessThan(1e-6)
  }
})
