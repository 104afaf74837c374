import type { PerspectiveCamera } from 'three'
import type { WatchingWay } from '#shared/live/acts.ts'
import type { Floor } from '../locomotion/floor.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import { aimOf, createAim } from './aim.ts'
import type { Drift } from './drift.ts'
import { besideEye, besideSpot } from './shoulder.ts'
import { createSteady } from './steady.ts'

export interface BorrowedEyeOptions {
  camera: PerspectiveCamera
  /** Where one could stand. */
  floor: Floor
  drift: Drift
  /** The follower's own looking and walking. */
  rest(on: boolean): void
}

/** A flat screen's eye, at somebody's shoulder or in their very place. A headset's is never anybody's but its wearer's. */
export interface BorrowedEye {
  readonly taken: boolean
  /**
   * Puts the camera where the way has it.
   * @param watched null: nobody, or not to be seen at the moment
   * @param cut it does not go on from the frame before
   */
  look(way: WatchingWay | null, watched: PlayedPerson | null, cut: boolean, deltaS: number): void
  giveBack(): void
}

/** So long something must stand at this shoulder before the eye goes to the other. */
const BLOCKED_S = 1

export function createBorrowedEye({ camera, floor, drift, rest }: BorrowedEyeOptions): BorrowedEye {
  const steady = createSteady()
  const aim = createAim()
  const goal = createAim()
  const spot = { x: 0, z: 0, yaw: 0, side: 1 }
  let taken = false
  let side = 1
  let blockedS = 0

  function take(on: boolean) {
    if (on !== taken) rest(on)
    taken = on
  }

  function freeSide(): number {
    return besideSpot(floor, aim, spot)?.side || 1
  }

  function stand(cut: boolean, deltaS: number) {
    const free = freeSide()
    blockedS = free === side ? 0 : blockedS + deltaS
    const changes = cut || blockedS > BLOCKED_S
    if (changes) side = free
    steady.follow(besideEye(aim, side, goal), changes, deltaS)
    camera.position.copy(steady.position)
    camera.quaternion.copy(steady.rotation)
  }

  return {
    get taken() {
      return taken
    },
    look(way, watched, cut, deltaS) {
      const wants = way === 'eyes' || way === 'beside'
      // Who is away for a moment is waited for where they were.
      if (!wants || !watched) return take(wants && taken)
      const anew = cut || !taken
      take(true)
      aimOf(watched.pose.head, aim)
      if (way === 'beside') stand(anew, deltaS)
      else {
        camera.position.fromArray(watched.pose.head.position)
        camera.quaternion.fromArray(watched.pose.head.rotation)
      }
      drift.apply(aim.yaw, camera.position, camera.quaternion)
      camera.updateMatrixWorld()
    },
    giveBack: () => take(false),
  }
}
