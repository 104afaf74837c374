import { Matrix4, Ray, Vector3 } from 'three'
import type { Anchor, LiveAct, LiveAnswer, PointMm } from '#shared/live/acts.ts'
import type { Hand, Side } from '../device/body.ts'
import { frameOf, toFrame } from '../drawing/anchor-frame.ts'
import { createSpot } from '../drawing/spot.ts'
import type { SurfaceProbe } from '../drawing/surface-probe.ts'
import type { Things } from '../things/things.ts'

export interface MarkingOptions {
  probe: SurfaceProbe
  things: Pick<Things, 'object' | 'inHand'>
  /** The hand whose ray says where. */
  pointer(): Pick<Hand, 'rayOrigin' | 'rayDirection' | 'side'>
  act(act: LiveAct): Promise<LiveAnswer>
  onRefused(answer: Extract<LiveAnswer, { ok: false }>): void
}

const FARTHEST_M = 25

/** Points out a place for everybody, where the own crosshair or ray is. */
export interface Marking {
  /** False where it meets nothing. */
  mark(what: 'ping' | 'look-here'): boolean
  stopLookHere(): void
}

export function createMarking({ probe, things, pointer, act, onRefused }: MarkingOptions): Marking {
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
  const held = (side: Side) => things.inHand(side)

  return {
    mark(what) {
      const { rayOrigin, rayDirection, side } = pointer()
      ray.origin.copy(rayOrigin)
      ray.direction.copy(rayDirection)
      if (!probe.cast(ray, FARTHEST_M, spot, held(side))) return false
      void ask({ act: what, ...told(spot.anchor) })
      return true
    },
    stopLookHere: () => void ask({ act: 'look-here', anchor: '', at: null }),
  }
}
