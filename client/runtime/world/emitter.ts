import type { Vector3 } from 'three'

/** A place that burns: flames stand on `at`, within `radius`, up to `height` metres at full intensity. */
export interface Emitter {
  readonly at: Vector3
  readonly radius: number
  readonly height: number
}

export const EMITTERS = 3
