import { pi } from '#shared/kernel/trigonometry.ts'
import { multiply, rotate, rotationFromYaw, type Rotation } from '#shared/kernel/quaternion.ts'
import { add, scale, type Vector } from '#shared/kernel/vector.ts'
import type { SocketDocument } from '#shared/procedure/affordances/socket.ts'
import { instanceOf, numberOf, templateOf } from '#shared/procedure/personal.ts'
import type { EngineState, Place } from '#shared/procedure/state.ts'
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
  const spacings = new Map(
    workplace.entities.flatMap(({ id, affordances }) =>
      affordances.flatMap((affordance) =>
        affordance.type === 'socket' ? [[id, (affordance as SocketDocument).spacing] as const] : [],
      ),
    ),
  )

  function locate(state: EngineState, id: string, handOf?: HandOf): Spot | undefined {
    const entity = entities.get(templateOf(id))
    if (entity === undefined) return undefined
    const place = state.entities[id]?.place
    switch (place?.kind) {
      case 'rest':
        return {
          position: [place.position[0] / 1000, place.position[1] / 1000, place.position[2] / 1000],
          rotation: rotationFromYaw((place.yaw * pi) / 1800),
        }
      case 'socket':
        return place.socket === id ? home(state, id, entity, handOf) : inSocket(state, place, handOf)
      case 'held': {
        const hand = handOf?.(place.by, place.hand)
        return hand ? { position: hand.position, rotation: hand.rotation } : home(state, id, entity, handOf)
      }
      case 'home':
      case undefined:
        return home(state, id, entity, handOf)
    }
  }

  function inSocket(
    state: EngineState,
    { socket, slot = 0 }: Extract<Place, { kind: 'socket' }>,
    handOf?: HandOf,
  ): Spot | undefined {
    const spot = locate(state, socket, handOf)
    const spacing = spacings.get(templateOf(socket))
    return spot && spacing ? beside(spot, scale(spacing, slot)) : spot
  }

  /** A part's transform is relative to its parent's present one; of a personal thing both are the same person's. */
  function home(
    state: EngineState,
    id: string,
    { transform, parent, personal }: Entity,
    handOf?: HandOf,
  ): Spot {
    const number = numberOf(id)
    const shift: Vector = personal && number > 0 ? scale(personal.offset, number - 1) : [0, 0, 0]
    const own: Spot = { position: add(transform.position, shift), rotation: transform.rotation }
    const above = parent === undefined ? undefined : entities.get(parent)
    const base = above && locate(state, above.personal ? instanceOf(above.id, number) : above.id, handOf)
    if (base === undefined) return own
    return { ...beside(base, own.position), rotation: multiply(base.rotation, own.rotation) }
  }

  return locate
}

/** The place that lies there as seen from this one. */
function beside({ position, rotation }: Spot, offset: Vector): Spot {
  return { position: add(position, rotate(rotation, offset)), rotation }
}
