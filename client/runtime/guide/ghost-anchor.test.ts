import fc from 'fast-check'
import { Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createGhostAnchor, ghostReach } from './ghost-anchor.ts'
import type { GhostMoment } from './ghost-anchor.ts'
import { pointIntoFrame } from './ghost-frame.ts'

const FRAME_S = 1 / 72
const placed = (x: number, z: number, yaw = 0, y = 1.6) => ({
  position: new Vector3(x, y, z),
  rotation: new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), yaw),
})
const moment = (more: Partial<GhostMoment> = {}): GhostMoment => ({
  key: 'ana|step',
  onThing: false,
  thing: () => null,
  theirHead: placed(3, 1, 1.2),
  ownHead: placed(-2, 0, -0.4, 1.1),
  ...more,
})

function run(anchor: ReturnType<typeof createGhostAnchor>, seconds: number, at: (s: number) => GhostMoment) {
  for (let s = 0; s < seconds; s += FRAME_S) anchor.step(FRAME_S, at(s))
}

test('GUIDE-23 without a thing they stand to the own head as to the guide’s, at the own height', () => {
  const anchor = createGhostAnchor()
  const now = moment()
  run(anchor, 1, () => now)
  expect(anchor.shown).toBe(1)
  const ahead = new Vector3(0, -0.3, -0.5).applyQuaternion(now.theirHead.rotation).add(now.theirHead.position)
  const own = new Vector3(0, -0.3, -0.5).applyQuaternion(now.ownHead.rotation).add(now.ownHead.position)
  expect(pointIntoFrame(anchor.frame, ahead).distanceTo(own)).toBeLessThan(1e-9)
})

test('GUIDE-22 by a thing they are there at once, and are not moved by what people do meanwhile', () => {
  const anchor = createGhostAnchor()
  const thing = { theirs: placed(1, 1, 0.3, 0.9), own: placed(-1, 2, -0.2, 0.9) }
  const now = moment({ key: 'ana|step|lock', onThing: true, thing: () => thing })
  run(anchor, 0.4, () => now)
  expect(anchor.shown).toBe(1)
  expect(
    pointIntoFrame(anchor.frame, thing.theirs.position.clone()).distanceTo(thing.own.position),
  ).toBeLessThan(1e-9)
  const { yaw } = anchor.frame
  const shift = anchor.frame.shift.clone()
  run(anchor, 3, (s) => ({ ...now, theirHead: placed(1 + 2 * s, 1, s), ownHead: placed(-s, 0) }))
  expect(anchor.frame).toEqual({ yaw, shift })
  expect(anchor.shown).toBe(1)
})

test('GUIDE-24 the frame never changes while they are to be seen', () => {
  const change = fc.record({
    key: fc.constantFrom('a', 'b', 'c'),
    onThing: fc.boolean(),
    frames: fc.integer({ min: 1, max: 60 }),
    speed: fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 10),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const anchor = createGhostAnchor()
      let x = 0
      for (const { key, onThing, frames, speed } of changes)
        for (let i = 0; i < frames; i++) {
          const before = { yaw: anchor.frame.yaw, shift: anchor.frame.shift.clone(), shown: anchor.shown }
          x += speed * FRAME_S
          const thing = () => ({ theirs: placed(0, x), own: placed(x, 1) })
          anchor.step(FRAME_S, moment({ key, onThing, thing, theirHead: placed(x, 0, x) }))
          const moved = anchor.frame.yaw !== before.yaw || !anchor.frame.shift.equals(before.shift)
          if (moved) expect(before.shown).toBe(0)
        }
    }),
    { seed: 42, numRuns: 200 },
  )
})

test('GUIDE-25 by the body they do not stray: they go, and come back by the body when both heads are slow', () => {
  const anchor = createGhostAnchor()
  run(anchor, 1, () => moment())
  const walks = (s: number) => moment({ theirHead: placed(3 + 1.2 * s, 1, 1.2) })
  run(anchor, 2, walks)
  expect(anchor.shown).toBe(0)
  run(anchor, 1, () => walks(2))
  expect(anchor.shown).toBe(1)
  const { theirHead, ownHead } = walks(2)
  const off = pointIntoFrame(anchor.frame, theirHead.position.clone()).sub(ownHead.position)
  expect(Math.hypot(off.x, off.z)).toBeLessThan(ghostReach.strayM)
})
