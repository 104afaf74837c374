import { Quaternion, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import type { Scenery } from '../scenery.ts'
import type { Things } from '../things/things.ts'

/** Things where they were, for the moment in which a picture of the past is drawn. */
export interface PastThings {
  place(world: PublicWorldClient, people: readonly PlayedPerson[]): void
  restore(): void
}

interface Kept {
  object: Object3D
  readonly position: Vector3
  readonly rotation: Quaternion
}

const position = new Vector3()
const rotation = new Quaternion()

export function createPastThings(
  things: Pick<Things, 'movable' | 'object' | 'spotOf'>,
  scenery: Pick<Scenery, 'show'>,
  presentWorld: () => PublicWorldClient,
): PastThings {
  const kept: Kept[] = []
  let count = 0

  function keep(object: Object3D) {
    const entry = (kept[count] ??= { object, position: new Vector3(), rotation: new Quaternion() })
    count += 1
    entry.object = object
    entry.position.copy(object.position)
    entry.rotation.copy(object.quaternion)
  }

  return {
    place({ entities }, people) {
      count = 0
      for (const entity of things.movable) {
        const object = things.object(entity.id)
        if (!object) continue
        const place = entities[entity.id]?.place ?? { kind: 'home' }
        if (place.kind === 'held') {
          const hand = people.find(({ person }) => person === place.by)?.pose[place.hand]
          if (!hand) continue
          position.fromArray(hand.position)
          rotation.fromArray(hand.rotation)
        } else things.spotOf(entity, place, position, rotation)
        keep(object)
        object.position.copy(position)
        object.quaternion.copy(rotation)
      }
      scenery.show(entities)
    },
    restore() {
      for (let i = 0; i < count; i += 1) {
        const entry = kept[i]
        if (!entry) continue
        entry.object.position.copy(entry.position)
        entry.object.quaternion.copy(entry.rotation)
        // Whoever looks where things are before the next frame is to find them.
        entry.object.updateMatrixWorld()
      }
      scenery.show(presentWorld().entities, true)
    },
  }
}
