import { Vector3 } from 'three'
import type { Body, Side } from './body.ts'

/** A palm this far from the eyes is still believed. */
const ARM_M = 1.15
/** By then at least one message with the hand there has gone out. */
const STAY_S = 0.08
const STAY_FRAMES = 3

export interface Reach {
  /** Resolves when the hand is there and was told to the others. */
  to(side: Side, place: Vector3): Promise<void>
  /** Each frame, after the hand was posed and before the pose is sent. */
  update(deltaS: number, body: Body): void
}

/** A flat screen's hand goes to a place for a moment, as an arm would: what it lets go of there is there for everybody. */
export function createReach(): Reach {
  const goal = new Vector3()
  let hand: Side = 'right'
  let frames = 0
  let seconds = 0
  let arrived: (() => void) | null = null

  return {
    to(side, place) {
      arrived?.()
      hand = side
      goal.copy(place)
      frames = 0
      seconds = 0
      return new Promise((resolve) => {
        arrived = resolve
      })
    },
    update(deltaS, body) {
      if (!arrived) return
      const { grip, tip } = body[hand]
      grip.copy(goal).sub(body.head).clampLength(0, ARM_M).add(body.head)
      tip.copy(grip)
      body[hand].present = true
      frames += 1
      seconds += deltaS
      if (frames < STAY_FRAMES || seconds < STAY_S) return
      arrived()
      arrived = null
    },
  }
}
