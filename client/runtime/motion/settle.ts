import { addTurn, differenceInto } from './flat-rotations.ts'
import { LAYOUT_SIZE, positionParts, ROTATIONS_AT, rotationParts } from './pose-layout.ts'

/** How fast a difference goes, per second; critically damped, so it never swings past: a tenth is left after 330 ms. */
const RATE = 16
/** Below these a difference has gone: metres or radians, and per second. */
const GONE = 1e-4
const SPEED_GONE = 1e-3

const POSITIONS = ROTATIONS_AT
const SIZE = POSITIONS + rotationParts.length * 3
const unequal = new Float64Array(3)

/**
 * What is shown less what the samples tell. When late samples change the past, the shown person does not jump there: the
 * difference, with its speed, is taken over here and fades.
 */
export interface Settle {
  /** Pose (and pose `apartMs` earlier) by the samples known until now and by those known from now on, of parts both have. */
  absorb(before: PoseMotion, after: PoseMotion, apartMs: number): void
  fade(deltaMs: number): void
  /** Adds what is left of the difference to a pose. */
  apply(pose: Float64Array): void
  /** Parts that appeared or went start without a difference; -1: all. */
  forget(parts: number): void
}
export interface PoseMotion {
  readonly now: Float64Array
  readonly earlier: Float64Array
  parts: number
}

export const poseMotion = (): PoseMotion => ({
  now: new Float64Array(LAYOUT_SIZE),
  earlier: new Float64Array(LAYOUT_SIZE),
  parts: 0,
})

export function createSettle(): Settle {
  const offset = new Float64Array(SIZE)
  const speed = new Float64Array(SIZE)
  let active = false

  function absorbPosition(at: number, before: PoseMotion, after: PoseMotion, apartMs: number) {
    for (let axis = at; axis < at + 3; axis += 1) {
      const now = (before.now[axis] ?? 0) - (after.now[axis] ?? 0)
      const earlier = (before.earlier[axis] ?? 0) - (after.earlier[axis] ?? 0)
      offset[axis] = (offset[axis] ?? 0) + now
      speed[axis] = (speed[axis] ?? 0) + ((now - earlier) / apartMs) * 1000
    }
  }

  function absorbRotation(at: number, to: number, before: PoseMotion, after: PoseMotion, apartMs: number) {
    differenceInto(before.earlier, at, after.earlier, at, unequal, 0)
    for (let axis = 0; axis < 3; axis += 1)
      speed[to + axis] = (speed[to + axis] ?? 0) - ((unequal[axis] ?? 0) / apartMs) * 1000
    differenceInto(before.now, at, after.now, at, unequal, 0)
    for (let axis = 0; axis < 3; axis += 1)
      speed[to + axis] = (speed[to + axis] ?? 0) + ((unequal[axis] ?? 0) / apartMs) * 1000
    // What is shown stays exactly: the old difference over the old pose is the new one over the new.
    addTurn(offset, to, before.now, at)
    differenceInto(before.now, at, after.now, at, offset, to)
  }

  return {
    absorb(before, after, apartMs) {
      const parts = before.parts & after.parts
      for (let p = 0; p < positionParts.length; p += 1)
        if (has(parts, positionParts[p])) absorbPosition(p * 3, before, after, apartMs)
      for (let r = 0; r < rotationParts.length; r += 1)
        if (has(parts, rotationParts[r]))
          absorbRotation(ROTATIONS_AT + r * 4, POSITIONS + r * 3, before, after, apartMs)
      active = true
    },
    fade(deltaMs) {
      if (!active) return
      const t = deltaMs / 1000
      const left = Math.exp(-RATE * t)
      active = false
      for (let i = 0; i < SIZE; i += 1) {
        const x = offset[i] ?? 0
        const v = speed[i] ?? 0
        const push = v + RATE * x
        offset[i] = (x + push * t) * left
        speed[i] = (v - RATE * push * t) * left
        active ||= Math.abs(offset[i] ?? 0) > GONE || Math.abs(speed[i] ?? 0) > SPEED_GONE
      }
      if (!active) this.forget(-1)
    },
    apply(pose) {
      if (!active) return
      for (let i = 0; i < POSITIONS; i += 1) pose[i] = (pose[i] ?? 0) + (offset[i] ?? 0)
      for (let r = 0; r < rotationParts.length; r += 1)
        addTurn(offset, POSITIONS + r * 3, pose, ROTATIONS_AT + r * 4)
    },
    forget(parts) {
      for (let p = 0; p < positionParts.length; p += 1)
        if (parts < 0 || (parts & (positionParts[p] ?? 0)) !== 0) clear(p * 3)
      for (let r = 0; r < rotationParts.length; r += 1)
        if (parts < 0 || (parts & (rotationParts[r] ?? 0)) !== 0) clear(POSITIONS + r * 3)
    },
  }

  function clear(at: number) {
    offset.fill(0, at, at + 3)
    speed.fill(0, at, at + 3)
  }
}

const has = (parts: number, part = 0) => (parts & part) === part
