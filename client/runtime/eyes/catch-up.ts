import type { Object3D } from 'three'
import type { Body } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import type { Floor } from '../locomotion/floor.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'
import { aimOf, createAim } from './aim.ts'
import { createBesideMark } from './beside-mark.ts'
import { createPace } from './pace.ts'
import { besideSpot } from './shoulder.ts'

export interface CatchUpOptions {
  scene: Object3D
  floor: Floor
  body: Body
  comeTo(name: string, x: number, z: number, yaw: number): void
  tellFar(person: string): void
}

/** In a headset nobody is taken along: who watches at somebody's shoulder is shown where that is now, and goes when they wish. */
export interface CatchUp {
  readonly far: Readable<boolean>
  readonly surface: Surface
  /** @param watched null: one does not stand beside anybody */
  update(watched: PlayedPerson | null, nowMs: number): void
  go(): void
  dispose(): void
}

/** Two distances, so that who stands on the border is not asked again and again. */
const FAR_M = 1.2
const THERE_M = 0.7
const LOOKS_PER_S = 4
/** Who goes to and fro is not told of each time. */
const TOLD_FOR_MS = 20_000

export function createCatchUp({ scene, floor, body, comeTo, tellFar }: CatchUpOptions): CatchUp {
  const far = writable(false)
  const aim = createAim()
  const spot = { x: 0, z: 0, yaw: 0, side: 1 }
  const isDue = createPace(LOOKS_PER_S)
  const mark = createBesideMark(scene, go)
  let known = false
  let toldMs = -Infinity

  function go() {
    if (known) comeTo('', spot.x, spot.z, spot.yaw)
  }

  return {
    far,
    surface: mark,
    go,
    update(watched, nowMs) {
      if (!watched) known = false
      else if (isDue(nowMs)) known = besideSpot(floor, aimOf(watched.pose.head, aim), spot) !== null
      const gone = known ? Math.hypot(body.head.x - spot.x, body.head.z - spot.z) : 0
      far.set(gone > (far.get() ? THERE_M : FAR_M))
      mark.show(far.get() ? spot : null)
      if (!watched || !far.get() || nowMs - toldMs < TOLD_FOR_MS) return
      toldMs = nowMs
      tellFar(watched.person)
    },
    dispose: mark.dispose,
  }
}
