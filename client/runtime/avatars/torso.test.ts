import { Euler, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createTorso, followHead, yawOf } from './torso.ts'

const head = new Vector3(1, 1.6, -2)
const turned = (yaw: number, pitch = 0) => new Quaternion().setFromEuler(new Euler(pitch, yaw, 0, 'YXZ'))
const frames = (torso: ReturnType<typeof createTorso>, count: number, rotation: Quaternion) => {
  for (let i = 0; i < count; i++) followHead(torso, head, rotation, false, 1 / 72)
}

test('AVT-5 the torso follows the head late, and gets there', () => {
  const torso = createTorso()
  followHead(torso, head, turned(0), true, 0)
  frames(torso, 1, turned(0.8))
  expect(torso.yaw).toBeLessThan(0.1)
  frames(torso, 36, turned(0.8))
  expect(torso.yaw).toBeGreaterThan(0.5)
  frames(torso, 300, turned(0.8))
  expect(torso.yaw).toBeCloseTo(0.8, 3)
})

test('AVT-5 no neck turns farther than 60°, the short way round', () => {
  const torso = createTorso()
  followHead(torso, head, turned(3), true, 0)
  frames(torso, 1, turned(-3))
  expect(torso.yaw).toBeGreaterThan(3 - 0.01)
  frames(torso, 1, turned(-1))
  expect(Math.abs(torso.yaw - -1)).toBeCloseTo(1.05, 6)
})

test.each([-Math.PI / 2, -1.2, 0, 1.2, Math.PI / 2])('AVT-5 a head pitched by %f keeps its yaw', (pitch) => {
  expect(yawOf(turned(0.7, pitch))).toBeCloseTo(0.7, 6)
})

test('AVT-5 the neck hangs upright below the point that the head nods about', () => {
  const level = createTorso()
  const down = createTorso()
  followHead(level, head, turned(0), true, 0)
  followHead(down, head, turned(0, -1), true, 0)
  expect(level.position.distanceTo(new Vector3(1, 1.425, -1.915))).toBeLessThan(1e-9)
  // Who looks down has the eyes before the body.
  expect(down.position.z).toBeGreaterThan(level.position.z)
})

test('AVT-6 a jump hides the torso in the same frame and turns it with the head', () => {
  const torso = createTorso()
  followHead(torso, head, turned(0), true, 0)
  frames(torso, 72, turned(0))
  expect(torso.shown).toBe(1)
  followHead(torso, new Vector3(3, 1.6, 3), turned(2), true, 1 / 72)
  expect(torso.shown).toBe(0)
  expect(torso.yaw).toBeCloseTo(2, 9)
  expect(torso.position.distanceTo(new Vector3(3, 1.6, 3))).toBeLessThan(0.25)
  frames(torso, 12, turned(2))
  expect(torso.shown).toBeGreaterThan(0.3)
  expect(torso.shown).toBeLessThan(1)
})
