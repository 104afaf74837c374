import { MathUtils, Vector3 } from 'three'
import type { Spot } from '../drawing/spot.ts'

/** What is promised of the mark where somebody looks (GUIDE-1 … 4). */
export const gazeMark = {
  /** A head that turns faster is on its way; one that is slower than the other rests. Radians per second. */
  fast: MathUtils.degToRad(70),
  resting: MathUtils.degToRad(35),
  /** Nearer to the middle of the seeing person's view it covers what they look at; from the other on it does not. Radians. */
  covers: MathUtils.degToRad(3),
  clear: MathUtils.degToRad(6),
  /** So long the look must have rested, and what is seen been clear of it: it never comes back faster, so it cannot flicker. */
  restS: 0.25,
  appearS: 0.3,
  vanishS: 0.15,
  /** At most; what is behind it is still to be seen. */
  opacity: 0.6,
  /** Farther it does not glide but goes and comes, metres. */
  glideM: 0.2,
} as const

/** Of who looks and who sees the mark, in this frame. */
export interface GazeMoment {
  /** How fast the looking head turns, radians per second. */
  turning: number
  /** Where the look ends; null: nowhere. */
  met: Pick<Spot, 'point' | 'normal'> | null
  /** From the middle of the seeing person's view to where the look ends, radians. */
  offView: number
}

/** The mark where somebody looks: there while the look rests, gone while it wanders, never on what one looks at oneself. */
export interface GazeFocus {
  readonly point: Vector3
  readonly normal: Vector3
  readonly opacity: number
  step(deltaS: number, moment: GazeMoment): void
  /** Gone at once. */
  forget(): void
}

const GLIDE_PER_S = 9

export function createGazeFocus(): GazeFocus {
  const point = new Vector3()
  const normal = new Vector3(0, 1, 0)
  let restedS = 0
  let shown = 0
  let wanders = true
  let covers = false

  function settle({ point: at, normal: up }: NonNullable<GazeMoment['met']>, share: number) {
    point.lerp(at, share)
    normal.lerp(up, share)
    if (normal.lengthSq() < 0.1) normal.copy(up)
    normal.normalize()
  }

  return {
    point,
    normal,
    get opacity() {
      return gazeMark.opacity * shown * shown * (3 - 2 * shown)
    },
    step(deltaS, { turning, met, offView }) {
      wanders = turning > (wanders ? gazeMark.resting : gazeMark.fast)
      covers = offView < (covers ? gazeMark.clear : gazeMark.covers)
      restedS = wanders || covers || !met ? 0 : restedS + deltaS
      if (met && shown === 0) settle(met, 1)
      const near = met !== null && met.point.distanceTo(point) < gazeMark.glideM
      if (met && near) settle(met, 1 - Math.exp(-GLIDE_PER_S * deltaS))
      const comes = near && restedS >= gazeMark.restS
      const change = comes ? deltaS / gazeMark.appearS : -deltaS / gazeMark.vanishS
      shown = MathUtils.clamp(shown + change, 0, 1)
      // Whatever made it go, it comes back only after a rest.
      if (!near) restedS = 0
    },
    forget() {
      shown = 0
      restedS = 0
      wanders = true
    },
  }
}
