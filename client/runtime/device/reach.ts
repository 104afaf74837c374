import { Vector3 } from 'three'
import type { Body, Side } from './body.ts'
import { createStay } from './stay.ts'

/** A palm this far from the eyes is still believed. */
const ARM_M = 1.15

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
  const stay = createStay()
  let arrived: (() => void) | null = null

  return {
    to(side, place) {
      arrived?.()
      hand = side
      goal.copy(place)
      stay.begin()
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
      if (!stay.isOver(deltaS)) return
      arrived()
      arrived = null
    },
  }
}
