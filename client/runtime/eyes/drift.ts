import { MathUtils, Quaternion, Vector3 } from 'three'
import { lowPass } from './low-pass.ts'

/** A step aside from where a way of watching has one, and a look around from there. */
export interface Drift {
  /** Wanted; going back takes a moment longer. */
  readonly away: boolean
  /** −1..1 each, of half a metre: sideways and ahead. Lasts. */
  aside(x: number, y: number): void
  /** So much more, in the same measure. */
  nudge(x: number, y: number): void
  /** Radians more to the left and up. */
  look(yaw: number, pitch: number): void
  snapBack(): void
  /** @param atOnce nothing eases (reduced motion) */
  update(deltaS: number, atOnce: boolean): void
  /** Moves an eye that looks towards `yaw`; without drift it is left exactly as it is. */
  apply(yaw: number, position: Vector3, rotation: Quaternion): void
}

export const drifting = {
  farthestM: 0.5,
  widestRad: MathUtils.degToRad(110),
  highestRad: MathUtils.degToRad(60),
  /** An eye never looks steeper than this by drifting. */
  steepestRad: MathUtils.degToRad(85),
  /** Nine tenths of the way back in 0.32 s. */
  ratePerS: 12,
} as const

const SIDE = 0
const AHEAD = 2
const YAW = 4
const PITCH = 6
/** Closer than this it is there: metres, radians. */
const THERE = 1e-4
const up = new Vector3(0, 1, 0)
const right = new Vector3(1, 0, 0)
const step = new Vector3()
const turn = new Quaternion()

export function createDrift(): Drift {
  const { farthestM, widestRad, highestRad, steepestRad, ratePerS } = drifting
  const wanted = { side: 0, ahead: 0, yaw: 0, pitch: 0 }
  /** Value and speed of side, ahead, yaw, pitch. */
  const state = new Float64Array(8)
  let still = true

  function go(at: number, goal: number, deltaS: number, atOnce: boolean) {
    lowPass(state, at, goal, ratePerS, deltaS)
    const there = Math.abs((state[at] ?? 0) - goal) < THERE && Math.abs(state[at + 1] ?? 0) < 10 * THERE
    if (!atOnce && !there) return
    state[at] = goal
    state[at + 1] = 0
  }

  function aside(x: number, y: number) {
    const far = Math.max(1, Math.hypot(x, y))
    wanted.side = (x / far) * farthestM
    wanted.ahead = (y / far) * farthestM
  }

  return {
    get away() {
      return wanted.side !== 0 || wanted.ahead !== 0 || wanted.yaw !== 0 || wanted.pitch !== 0
    },
    aside,
    nudge: (x, y) => aside(wanted.side / farthestM + x, wanted.ahead / farthestM + y),
    look(yaw, pitch) {
      wanted.yaw = MathUtils.clamp(wanted.yaw + yaw, -widestRad, widestRad)
      wanted.pitch = MathUtils.clamp(wanted.pitch + pitch, -highestRad, highestRad)
    },
    snapBack() {
      wanted.side = wanted.ahead = wanted.yaw = wanted.pitch = 0
    },
    update(deltaS, atOnce) {
      go(SIDE, wanted.side, deltaS, atOnce)
      go(AHEAD, wanted.ahead, deltaS, atOnce)
      go(YAW, wanted.yaw, deltaS, atOnce)
      go(PITCH, wanted.pitch, deltaS, atOnce)
      still = state.every(isNothing)
    },
    apply(yaw, position, rotation) {
      if (still) return
      step.set(state[SIDE] ?? 0, 0, -(state[AHEAD] ?? 0)).applyAxisAngle(up, yaw)
      position.add(step)
      rotation.premultiply(turn.setFromAxisAngle(up, state[YAW] ?? 0))
      const { x, y, z, w } = rotation
      const pitch = Math.asin(MathUtils.clamp(2 * (w * x - y * z), -1, 1))
      const most = Math.max(steepestRad, Math.abs(pitch))
      const nod = MathUtils.clamp(pitch + (state[PITCH] ?? 0), -most, most) - pitch
      rotation.multiply(turn.setFromAxisAngle(right, nod))
    },
  }
}

const isNothing = (value: number) => value === 0
