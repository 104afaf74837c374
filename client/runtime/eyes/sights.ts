import { Quaternion, Vector3 } from 'three'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import type { Sight } from '../others.ts'
import { aimOf, createAim } from './aim.ts'
import type { Drift } from './drift.ts'
import { createSteady } from './steady.ts'

/** Filled anew each frame. */
export type ChangingSight = { -readonly [Key in keyof Sight]: Sight[Key] }

/** What is seen through the window. */
export interface WindowSight {
  readonly sight: ChangingSight
  /** There is something to be seen; who is away for a moment is waited for. */
  readonly shows: boolean
  /** @param watched null: not to be seen at the moment */
  follow(watched: PlayedPerson | null, cut: boolean, deltaS: number): void
  end(): void
}

export function createWindowSight(world: PublicWorldClient, drift: Drift): WindowSight {
  const sight = emptySight(world)
  const aim = createAim()
  const steady = createSteady()
  let shows = false
  return {
    sight,
    get shows() {
      return shows
    },
    follow(watched, cut, deltaS) {
      if (!watched) return
      shows = true
      steady.follow(aimOf(watched.pose.head, aim), cut || watched.pose.discontinuity, deltaS)
      sight.eye.copy(steady.position)
      sight.eyeRotation.copy(steady.rotation)
      sight.through = watched.person
      drift.apply(steady.yaw, sight.eye, sight.eyeRotation)
    },
    end() {
      shows = false
    },
  }
}

export const emptySight = (
  world: PublicWorldClient,
  eye = new Vector3(),
  eyeRotation = new Quaternion(),
): ChangingSight => ({ eye, eyeRotation, people: [], through: '', world })
