import fc from 'fast-check'
import { Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createBody } from './body.ts'
import { pinchOf } from './pinch.ts'
import { poseScreenHand } from './screen-hand.ts'
import { createScreenView, turnTowards, turnView, viewRotation } from './screen-view.ts'

const turn = fc.double({ min: -3, max: 3, noNaN: true })

test('RUN-7 the muzzle’s ray passes what the crosshair is on within 5 mm', () => {
  const muzzle = new Vector3(0, -0.038, -0.465)
  fc.assert(
    fc.property(
      turn,
      fc.double({ min: -1.1, max: 0.9, noNaN: true }),
      fc.double({ min: 1.2, max: 5, noNaN: true }),
      (yaw, pitch, far) => {
        const view = createScreenView(1.6)
        turnView(view, yaw, pitch)
        const rotation = viewRotation(view, new Quaternion())
        const eye = new Vector3(0, 1.6, 0)
        const target = new Vector3(0, 0, -far).applyQuaternion(rotation).add(eye)
        const { right } = createBody()
        poseScreenHand(right, eye, rotation, target, muzzle)
        const origin = muzzle.clone().applyQuaternion(right.aim).add(right.grip)
        const along = new Vector3(0, 0, -1).applyQuaternion(right.aim)
        const to = target.clone().sub(origin)
        expect(along.multiplyScalar(to.dot(along)).distanceTo(to)).toBeLessThan(0.005)
      },
    ),
    { seed: 9, numRuns: 300 },
  )
})

test('the view turns the short way and stops on the point', () => {
  const view = createScreenView(1.6)
  view.yaw = 3
  const behind = new Vector3(0.2, 1.6, 2)
  let turns = 0
  while (!turnTowards(view, behind, 0.05) && turns < 100) turns += 1
  expect(turns).toBeLessThan(10)
  const ahead = new Vector3(0, 0, -1).applyQuaternion(viewRotation(view, new Quaternion()))
  expect(ahead.angleTo(new Vector3(0.2, 0, 2))).toBeLessThan(1e-6)
})

test('nobody looks further up or down than 80°', () => {
  const view = createScreenView(1.6)
  turnView(view, 0, 9)
  expect(view.pitch).toBeCloseTo((80 * Math.PI) / 180)
})

test('a pinch is closed where finger and thumb touch, open at 5 cm', () => {
  expect([0.005, 0.014, 0.032, 0.05, 0.12].map(pinchOf)).toEqual([1, 1, expect.closeTo(0.5), 0, 0])
})
