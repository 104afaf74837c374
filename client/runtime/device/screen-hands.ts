import { Vector3 } from 'three'
import type { Things } from '../things/things.ts'
import type { Body, Side } from './body.ts'
import { createReach } from './reach.ts'
import type { ScreenDevice } from './screen-device.ts'

export interface ScreenHands {
  /** Sends the hand to a thing; resolves when the others have been told. */
  reachTo(entity: string, side: Side): Promise<void>
  /** Each frame, after picking and before the pose is sent. @param point what the crosshair rests on */
  update(deltaS: number, body: Body, side: Side, point: Vector3): void
}

/** The hands of a flat screen: one, and the other only while something is in it. */
export function createScreenHands(screen: Pick<ScreenDevice, 'poseHand'>, things: Things): ScreenHands {
  const reach = createReach()
  const muzzle = new Vector3()
  const place = new Vector3()

  function muzzleOf(side: Side): Vector3 | null {
    const spray = things.document(things.inHand(side) ?? '')?.affordances.find(({ type }) => type === 'spray')
    return spray ? muzzle.fromArray(spray['muzzle'] as number[]) : null
  }

  return {
    reachTo: (entity, side) =>
      reach.to(side, things.object(entity)?.getWorldPosition(place) ?? place.set(0, 1, 0)),
    update(deltaS, body, side, point) {
      const other = side === 'left' ? 'right' : 'left'
      screen.poseHand(body, side, point, muzzleOf(side))
      if (things.inHand(other) !== undefined) screen.poseHand(body, other, point, null)
      reach.update(deltaS, body)
    },
  }
}
