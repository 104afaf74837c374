import { Matrix4, Ray, Vector3 } from 'three'
import type { Anchor, LiveAct, LiveAnswer, PointMm } from '#shared/live/acts.ts'
import type { Hand } from '../device/body.ts'
import { frameOf, toFrame } from '../drawing/anchor-frame.ts'
import { createSpot } from '../drawing/spot.ts'
import type { SurfaceProbe } from '../drawing/surface-probe.ts'
import type { Things } from '../things/things.ts'

export interface MarkingOptions {
  probe: Pick<SurfaceProbe, 'cast'>
  things: Pick<Things, 'object' | 'inHand'>
  act(act: LiveAct): Promise<LiveAnswer>
  onRefused(answer: Extract<LiveAnswer, { ok: false }>): void
}

const FARTHEST_M = 25

type Pointer = Pick<Hand, 'rayOrigin' | 'rayDirection' | 'side'>

/** Points out a place for everybody, where a crosshair or ray is. */
export interface Marking {
  /** False where it meets nothing. */
  mark(what: 'ping' | 'look-here', pointer: Pointer): boolean
  /** How far off it meets something; Infinity for nowhere. */
  aim(pointer: Pointer): number
  stopLookHere(): void
}

export function createMarking({ probe, things, act, onRefused }: MarkingOptions): Marking {
  const ray = new Ray()
  const spot = createSpot()
  const frame = new Matrix4()
  const local = new Vector3()

  async function ask(asked: LiveAct) {
    const answer = await act(asked)
    if (!answer.ok) onRefused(answer)
  }
  /** Things move: what is on one is said in its frame. */
  function told(anchor: Anchor): { anchor: Anchor; at: PointMm } {
    const object = anchor === '' ? undefined : things.object(anchor)
    toFrame(object ? frameOf(object, frame) : frame.identity(), spot.point, local)
    return { anchor: object ? anchor : '', at: [local.x, local.y, local.z] }
  }
  function cast({ rayOrigin, rayDirection, side }: Pointer): boolean {
    ray.origin.copy(rayOrigin)
    ray.direction.copy(rayDirection)
    return probe.cast(ray, FARTHEST_M, spot, things.inHand(side))
  }

  return {
    mark(what, pointer) {
      if (!cast(pointer)) return false
      void ask({ act: what, ...told(spot.anchor) })
      return true
    },
    aim: (pointer) => (cast(pointer) ? spot.distance : Infinity),
    stopLookHere: () => void ask({ act: 'look-here', anchor: '', at: null }),
  }
}
