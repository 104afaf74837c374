import { pi } from '#shared/kernel/trigonometry.ts'
import { multiply, rotate, rotationFromYaw, type Rotation } from '#shared/kernel/quaternion.ts'
import { add, type Vector } from '#shared/kernel/vector.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { Entity, Workplace } from '#shared/scenario/workplace.ts'
import type { RigidPose } from '#shared/protocol/tracked-pose.ts'

export interface Spot {
  position: Vector
  rotation: Rotation
}

/** Hands by person and side, where known, to place what they hold. */
export type HandOf = (person: string, hand: 'left' | 'right') => RigidPose | null | undefined

/** Where a thing is now; `undefined` for an unknown one. */
export type Whereabouts = (state: EngineState, id: string, handOf?: HandOf) => Spot | undefined

/** Answers where each thing is, in the workplace frame: derived from its place, never from what a client claims. */
export function createWhereabouts(workplace: Workplace): Whereabouts {
  const entities = new Map<string, Entity>(workplace.entities.map((entity) => [entity.id, entity]))

  function locate(state: EngineState, id: string, handOf?: HandOf): Spot | undefined {
    const entity = entities.get(id)
    if (entity === undefined) return undefined
    const place = state.entities[id]?.place
    switch (place?.kind) {
      case 'rest':
        return {
          position: [place.position[0] / 1000, place.position[1] / 1000, place.position[2] / 1000],
          rotation: rotationFromYaw((place.yaw * pi) / 1800),
        }
      case 'socket':
        return place.socket === id ? home(state, entity, handOf) : locate(state, place.socket, handOf)
      case 'held': {
        const hand = handOf?.(place.by, place.hand)
        return hand ? { position: hand.position, rotation: hand.rotation } : home(state, entity, handOf)
      }
      case 'home':
      case undefined:
        return home(state, entity, handOf)
    }
  }

  /** A part's transform is relative to its parent's present one. */
  function home(state: EngineState, { transform, parent }: Entity, handOf?: HandOf): Spot {
    const own: Spot = { position: transform.position, rotation: transform.rotation }
    const base = parent === undefined ? undefined : locate(state, parent, handOf)
    if (base === undefined) return own
    return {
      position: add(base.position, rotate(base.rotation, own.position)),
      rotation: multiply(base.rotation, own.rotation),
    }
  }

  return locate
}
