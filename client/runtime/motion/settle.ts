import { addTurn, differenceInto } from './flat-rotations.ts'
import { LAYOUT_SIZE, MOVING, positionParts, ROTATIONS_AT, rotationParts } from './pose-layout.ts'

/** How fast a difference goes, per second; critically damped, so it never swings past: a tenth is left after 243 ms. */
const RATE = 16
/** Below these a difference has gone: metres or radians, and per second. */
const GONE = 1e-4
const SPEED_GONE = 1e-3

const POSITIONS = ROTATIONS_AT
const SIZE = POSITIONS + rotationParts.length * 3
const turnNow = new Float64Array(3)
const turnEarlier = new Float64Array(3)

/**
 * What is shown less what the samples tell. When late samples change the past, the shown person does not jump there: the
 * difference is taken over here, of head and hands with its speed, and fades.
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

  function absorbPosition(p: number, before: PoseMotion, after: PoseMotion, apartMs: number) {
    for (let axis = p * 3; axis < p * 3 + 3; axis += 1) {
      const now = (before.now[axis] ?? 0) - (after.now[axis] ?? 0)
      const earlier = (before.earlier[axis] ?? 0) - (after.earlier[axis] ?? 0)
      offset[axis] = (offset[axis] ?? 0) + now
      if (p < MOVING) speed[axis] = (speed[axis] ?? 0) + ((now - earlier) / apartMs) * 1000
    }
  }

  function absorbRotation(r: number, before: PoseMotion, after: PoseMotion, apartMs: number) {
    const at = ROTATIONS_AT + r * 4
    const to = POSITIONS + r * 3
    differenceInto(before.earlier, at, after.earlier, at, turnEarlier, 0)
    differenceInto(before.now, at, after.now, at, turnNow, 0)
    for (let axis = 0; axis < 3 && r < MOVING; axis += 1)
      speed[to + axis] =
        (speed[to + axis] ?? 0) + (((turnNow[axis] ?? 0) - (turnEarlier[axis] ?? 0)) / apartMs) * 1000
    // What is shown stays exactly: the old difference over the old pose is the new one over the new.
    addTurn(offset, to, before.now, at)
    differenceInto(before.now, at, after.now, at, offset, to)
  }

  return {
    absorb(before, after, apartMs) {
      const parts = before.parts & after.parts
      for (let p = 0; p < positionParts.length; p += 1)
        if (has(parts, positionParts[p])) absorbPosition(p, before, after, apartMs)
      for (let r = 0; r < rotationParts.length; r += 1)
        if (has(parts, rotationParts[r])) absorbRotation(r, before, after, apartMs)
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
      if (parts === 0) return
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
