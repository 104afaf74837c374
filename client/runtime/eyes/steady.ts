import { Euler, MathUtils, Quaternion } from 'three'
import { createAim, turnBetween } from './aim.ts'
import type { Aim } from './aim.ts'
import { lowPass } from './low-pass.ts'

/** What is promised of a steady eye (EYES-10 … 12). */
export const steadiness = {
  /** Of the low-pass filter: 4 Hz come through with 14 %, what is asked for comes 0.2 s later. */
  ratePerS: 10,
  steepestRad: MathUtils.degToRad(80),
  fastestRadPerS: MathUtils.degToRad(180),
} as const

/** An eye that goes along with somebody's, and neither trembles nor tilts. */
export interface Steady extends Aim {
  readonly rotation: Quaternion
  /** @param cut there is no way from where it was: it is there at once */
  follow(goal: Aim, cut: boolean, deltaS: number): void
}

const X = 0
const YAW = 6
const PITCH = 8
const euler = new Euler(0, 0, 0, 'YXZ')

export function createSteady(): Steady {
  const { ratePerS, steepestRad, fastestRadPerS } = steadiness
  /** Value and speed of x, y, z, yaw, pitch. */
  const state = new Float64Array(10)
  const shown = createAim()
  let placed = false

  function jump({ position, yaw }: Aim, pitch: number) {
    state.fill(0)
    state[X] = position.x
    state[X + 2] = position.y
    state[X + 4] = position.z
    state[YAW] = yaw
    state[PITCH] = pitch
  }

  function turn(at: number, goal: number, deltaS: number) {
    const before = state[at] ?? 0
    lowPass(state, at, goal, ratePerS, deltaS)
    const change = (state[at] ?? 0) - before
    const most = fastestRadPerS * deltaS
    if (Math.abs(change) <= most) return
    state[at] = before + Math.sign(change) * most
    state[at + 1] = Math.sign(change) * fastestRadPerS
  }

  return Object.assign(shown, {
    rotation: new Quaternion(),
    follow(goal: Aim, cut: boolean, deltaS: number) {
      const pitch = MathUtils.clamp(goal.pitch, -steepestRad, steepestRad)
      if (cut || !placed) jump(goal, pitch)
      else {
        lowPass(state, X, goal.position.x, ratePerS, deltaS)
        lowPass(state, X + 2, goal.position.y, ratePerS, deltaS)
        lowPass(state, X + 4, goal.position.z, ratePerS, deltaS)
        turn(YAW, (state[YAW] ?? 0) + turnBetween(state[YAW] ?? 0, goal.yaw), deltaS)
        turn(PITCH, pitch, deltaS)
      }
      placed = true
      shown.position.set(state[X] ?? 0, state[X + 2] ?? 0, state[X + 4] ?? 0)
      shown.yaw = state[YAW] ?? 0
      shown.pitch = state[PITCH] ?? 0
      this.rotation.setFromEuler(euler.set(shown.pitch, shown.yaw, 0))
    },
  })
}
