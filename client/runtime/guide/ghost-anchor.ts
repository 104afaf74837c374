import { MathUtils, Vector3 } from 'three'
import type { GhostFrame, Placed } from './ghost-frame.ts'
import { createGhostFrame, frameBetween, pointIntoFrame } from './ghost-frame.ts'

/** What is promised of where ghost hands stand (GUIDE-24 … 27). */
export const ghostReach = {
  /** Hands that stand in no relation to a thing stay so near, metres across the floor. */
  strayM: 0.9,
  /** They find a new place when both heads are slower, metres per second, for so long. */
  slowMps: 0.6,
  slowS: 0.3,
  goS: 0.15,
  comeS: 0.25,
} as const

export interface GhostMoment {
  /** Changes with person, step and thing: then they find a new place. */
  key: string
  /** A thing is acted on that one has, too. */
  onThing: boolean
  /** As it stood when it began, and one's own of it. Asked for once in a key. */
  thing(): { theirs: Placed; own: Placed } | null
  theirHead: Placed
  ownHead: Placed
}

/**
 * Where another's hands are shown to be copied: fixed when an act or a step begins, and never moved while they are to be seen.
 */
export interface GhostAnchor {
  readonly frame: GhostFrame
  /** 0 … 1. */
  readonly shown: number
  step(deltaS: number, moment: GhostMoment): void
  forget(): void
}

export function createGhostAnchor(): GhostAnchor {
  const frame = createGhostFrame()
  const mapped = new Vector3()
  const before = { theirs: new Vector3(), own: new Vector3() }
  let key: string | null = null
  let onThing = false
  let shown = 0
  let slowS = 0
  let moved = true

  function speed(now: Vector3, last: Vector3, deltaS: number) {
    const metres = now.distanceTo(last)
    last.copy(now)
    return metres / Math.max(deltaS, 1e-3)
  }
  function place(moment: GhostMoment) {
    const thing = moment.onThing ? moment.thing() : null
    onThing = thing !== null
    frameBetween(thing?.theirs ?? moment.theirHead, thing?.own ?? moment.ownHead, frame)
  }
  function hasStrayed({ theirHead, ownHead }: GhostMoment) {
    if (onThing) return false
    pointIntoFrame(frame, mapped.copy(theirHead.position)).sub(ownHead.position)
    return Math.hypot(mapped.x, mapped.z) > ghostReach.strayM
  }

  return {
    frame,
    get shown() {
      return shown * shown * (3 - 2 * shown)
    },
    step(deltaS, moment) {
      const fastest = Math.max(
        speed(moment.theirHead.position, before.theirs, deltaS),
        speed(moment.ownHead.position, before.own, deltaS),
      )
      slowS = fastest < ghostReach.slowMps ? slowS + deltaS : 0
      if (key !== moment.key || hasStrayed(moment)) moved = true
      const fixed = moment.onThing || slowS >= ghostReach.slowS
      if (moved && shown === 0 && fixed) {
        place(moment)
        ;({ key } = moment)
        moved = false
      }
      const change = moved ? -deltaS / ghostReach.goS : deltaS / ghostReach.comeS
      shown = MathUtils.clamp(shown + change, 0, 1)
    },
    forget() {
      key = null
      shown = 0
      moved = true
    },
  }
}
