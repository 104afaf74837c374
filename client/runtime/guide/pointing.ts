import type { PlayedHand } from '../motion/played-pose.ts'
import { pointingShare } from './pointing-posture.ts'

/** What is promised of who points (GUIDE-10, GUIDE-11). */
export const pointing = {
  /** So long the trigger is held, or the finger stretched, before a ray is drawn: taking something is not pointing at it. */
  heldS: 0.25,
  on: 0.6,
  off: 0.35,
  comeS: 0.12,
  goS: 0.2,
} as const

/** Does this hand point at something? An empty one does with its trigger held or its forefinger alone stretched. */
export interface Pointing {
  /** 0 … 1. */
  readonly shown: number
  step(deltaS: number, hand: PlayedHand | null, holds: boolean): void
}

export function createPointing(): Pointing {
  let points = false
  let heldS = 0
  let shown = 0
  return {
    get shown() {
      return shown
    },
    step(deltaS, hand, holds) {
      const share = hand && !holds ? Math.max(hand.trigger, hand.joints ? pointingShare(hand.joints) : 0) : 0
      points = share > (points ? pointing.off : pointing.on)
      heldS = points ? heldS + deltaS : 0
      const change = heldS >= pointing.heldS ? deltaS / pointing.comeS : -deltaS / pointing.goS
      shown = hand ? Math.min(1, Math.max(0, shown + change)) : 0
    },
  }
}
