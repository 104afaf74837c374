import fc from 'fast-check'
import { Euler, MathUtils, PerspectiveCamera, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import type { Floor } from '../locomotion/floor.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import { createBorrowedEye } from './borrowed-eye.ts'
import { createDrift } from './drift.ts'
import { besideSpot } from './shoulder.ts'
import { createAim } from './aim.ts'

const HZ = 60
const open: Floor = {
  canStand: () => true,
  isOpenBetween: () => true,
  bounds: { minX: -9, maxX: 9, minZ: -9, maxZ: 9 },
}
const any = fc.double({ min: -3, max: 3, noNaN: true })

function person(position: readonly number[], rotation: readonly number[]): PlayedPerson {
  const head = { position: Float32Array.from(position), rotation: Float32Array.from(rotation) }
  const pose = { head, gaze: head.rotation, left: null, right: null, discontinuity: false }
  return { slot: 1, person: 'ana', pose, atMs: 0, fresh: true }
}
const looking = (yaw: number, pitch = 0, roll = 0) =>
  new Quaternion().setFromEuler(new Euler(pitch, yaw, roll, 'YXZ')).toArray()

function inHand(floor = open) {
  const camera = new PerspectiveCamera(70, 16 / 9)
  const drift = createDrift()
  const rests: boolean[] = []
  const eye = createBorrowedEye({ camera, floor, drift, rest: (on) => rests.push(on) })
  return { camera, drift, rests, eye }
}

test('EYES-40 the screen shows exactly the played head', () => {
  fc.assert(
    fc.property(
      any,
      any,
      any,
      any,
      fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      any,
      (x, y, z, yaw, pitch, roll) => {
        const { camera, eye } = inHand()
        const watched = person([x, y, z], looking(yaw, pitch, roll))
        eye.look('eyes', watched, false, 1 / HZ)
        expect(camera.position.toArray()).toEqual([...watched.pose.head.position])
        expect(camera.quaternion.toArray()).toEqual([...watched.pose.head.rotation])
        expect(camera.fov).toBe(70)
      },
    ),
    { seed: 4601 },
  )
})

test('EYES-5 own looking rests while the eye is borrowed, and goes on with any other way', () => {
  const { eye, rests } = inHand()
  const ana = person([0, 1.6, 0], looking(0))
  for (const [way, watched] of [
    ['window', ana],
    ['beside', ana],
    ['eyes', ana],
    ['eyes', null],
    ['free', ana],
    ['beside', null],
    [null, ana],
  ] as const)
    eye.look(way, watched, false, 1 / HZ)
  expect(rests).toEqual([true, false])
  eye.look('eyes', ana, false, 1 / HZ)
  eye.giveBack()
  expect([rests.at(-1), eye.taken]).toEqual([false, false])
})

test('EYES-1 who is away for a moment is waited for where they were', () => {
  const { camera, eye } = inHand()
  eye.look('eyes', person([1, 1.6, 0], looking(1)), false, 1 / HZ)
  const before = camera.position.clone()
  eye.look('eyes', null, false, 1 / HZ)
  expect(eye.taken).toBe(true)
  expect(camera.position.equals(before)).toBe(true)
})

test('EYES-30 from the shoulder both see the same; the eye is behind, aside and above', () => {
  fc.assert(
    fc.property(any, fc.double({ min: -0.9, max: 0.4, noNaN: true }), (yaw, pitch) => {
      const { camera, eye } = inHand()
      const watched = person([1, 1.6, 2], looking(yaw, pitch))
      eye.look('beside', watched, true, 1 / HZ)
      const local = camera.position
        .clone()
        .sub(new Vector3(1, 1.6, 2))
        .applyAxisAngle(new Vector3(0, 1, 0), -yaw)
      expect(local.toArray().map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0.42, 0.2, 0.55])
      // What the watched one looks at, at arm's length, is in view; their head is not in the middle.
      const ahead = new Vector3(0, 0, -1).applyQuaternion(
        new Quaternion().fromArray(watched.pose.head.rotation),
      )
      const view = new Vector3(0, 0, -1).applyQuaternion(camera.quaternion)
      const to = (point: Vector3) => MathUtils.radToDeg(view.angleTo(point.sub(camera.position)))
      const eyes = new Vector3(1, 1.6, 2)
      expect(to(eyes.clone().addScaledVector(ahead, 0.6))).toBeLessThan(30)
      expect(to(eyes.clone())).toBeGreaterThan(20)
    }),
    { seed: 4602 },
  )
})

test('EYES-30 where there is no room at the right it stands at the left, after a second and without sweeping', () => {
  let wall = false
  const floor = { ...open, canStand: (x: number) => !wall || x < 0 }
  const { camera, eye } = inHand(floor)
  const ana = person([0, 1.6, 0], looking(0))
  const xs: number[] = []
  const run = (seconds: number) => {
    for (let i = 0; i < seconds * HZ; i += 1) {
      eye.look('beside', ana, false, 1 / HZ)
      xs.push(Math.round(camera.position.x * 100) / 100)
    }
  }
  run(1)
  wall = true
  run(0.9)
  expect(camera.position.x).toBeCloseTo(0.42)
  run(0.3)
  expect(new Set(xs)).toEqual(new Set([0.42, -0.42]))
})

test('EYES-31 one is taken only to where one can stand', () => {
  fc.assert(
    fc.property(any, any, any, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (x, z, yaw, free) => {
      let asked = 0
      const floor = { ...open, canStand: () => free[asked++] ?? false }
      const aim = createAim()
      aim.position.set(x, 1.6, z)
      aim.yaw = yaw
      const spot = besideSpot(floor, aim, { x: 0, z: 0, yaw: 0, side: 1 })
      expect(spot !== null).toBe(free.includes(true))
      if (spot) expect(Math.hypot(spot.x - x, spot.z - z)).toBeLessThan(0.7)
    }),
    { seed: 4603 },
  )
})
