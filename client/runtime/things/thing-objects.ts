import { Box3, Object3D, Vector3 } from 'three'
import type { Quaternion } from 'three'
import type { PublicEntity } from '#client/net/public-world.ts'
import type { Place } from '#shared/procedure/state.ts'
import type { ClientEntity, ClientWorkplace } from '#shared/protocol/views.ts'
import { boxOf } from '../interaction/pick.ts'
import type { Target } from '../interaction/pick.ts'
import { can } from './can.ts'
import { instanceDocument, isInstance, templateOf } from './personal-thing.ts'
import { roomIn, socketOf } from './socket-room.ts'

/** The models a workplace's entities are drawn with, in the workplace frame. */
export interface WorldNodes {
  readonly root: Object3D
  entity(id: string): Object3D | undefined
}

/** Every entity with its document, its object in the scene and the box that it is touched by. */
export interface ThingObjects {
  /** What can be acted on. */
  readonly targets: readonly Target[]
  /** All that is in the way of a look, places included. */
  readonly solids: readonly Target[]
  /** What can be carried. */
  readonly movable: readonly ClientEntity[]
  object(id: string): Object3D | undefined
  document(id: string): ClientEntity | undefined
  target(id: string): Target | undefined
  childrenOf(id: string): readonly ClientEntity[]
  /** Makes what the world names for the first time: each person's own things, copies of the one in the model. */
  meet(entities: Readonly<Record<string, PublicEntity>>): void
  /** Writes where the thing is drawn at such a place. */
  spotOf(entity: ClientEntity, place: Place, position: Vector3, rotation: Quaternion): void
  dispose(): void
}

const smallest = new Vector3(0.06, 0.06, 0.06)
const up = new Vector3(0, 1, 0)
const beside = new Vector3()

export function createThingObjects(workplace: ClientWorkplace, world: WorldNodes): ThingObjects {
  const documents = new Map(workplace.entities.map((entity) => [entity.id, entity]))
  const children = Map.groupBy(workplace.entities, (entity) => entity.parent ?? '')
  const objects = new Map<string, Object3D>()
  const made: Object3D[] = []
  const solids: Target[] = []
  const targets: Target[] = []
  const movable: ClientEntity[] = []
  const byId = new Map<string, Target>()
  let met: Readonly<Record<string, PublicEntity>> = {}

  function place(entity: ClientEntity): Object3D {
    const object = new Object3D()
    object.name = entity.id
    object.position.fromArray(entity.position)
    object.quaternion.fromArray(entity.rotation)
    ;(objects.get(entity.parent ?? '') ?? world.root).add(object)
    made.push(object)
    return object
  }
  function admit(entity: ClientEntity) {
    const onlySocket = entity.affordances.length === 1 && can(entity, 'socket')
    const target = targetOf(
      entity,
      onlySocket ? roomIn(entity, (guest) => objects.get(guest)) : boxAround(entity),
    )
    byId.set(entity.id, target)
    if (!onlySocket) solids.push(target)
    if (entity.affordances.length > 0) targets.push(target)
    if (can(entity, 'grab')) movable.push(entity)
  }
  function boxAround({ id }: ClientEntity): Box3 | null {
    const parts = (children.get(id) ?? []).flatMap((child) => objects.get(child.id) ?? [])
    return boxOf(objects.get(id) ?? new Object3D(), parts)
  }
  function targetOf(entity: ClientEntity, around: Box3 | null): Target {
    const { id, parent } = entity
    const box = around ?? new Box3().setFromCenterAndSize(new Vector3(), smallest)
    const size = box.getSize(new Vector3()).max(smallest)
    box.setFromCenterAndSize(box.getCenter(new Vector3()), size)
    const object = objects.get(id) ?? new Object3D()
    // A part wins over its thing, and what can be carried over what it lies on or in.
    return { id, object, box, priority: parent === undefined ? Number(can(entity, 'grab')) : 2 }
  }
  function copy(id: string) {
    const template = documents.get(templateOf(id))
    const original = objects.get(templateOf(id))
    if (!template || !original) return
    const entity = instanceDocument(template, id)
    const object = original.clone()
    object.name = id
    object.visible = true
    object.position.fromArray(entity.position)
    world.root.add(object)
    object.updateMatrixWorld(true)
    made.push(object)
    documents.set(id, entity)
    objects.set(id, object)
    admit(entity)
  }

  for (const entity of workplace.entities) {
    const node = entity.model && (world.root.getObjectByName(entity.model.node) ?? world.entity(entity.id))
    objects.set(entity.id, node ?? place(entity))
    if (can(entity, 'grab') && node) world.root.attach(node)
  }
  world.root.updateMatrixWorld(true)
  for (const entity of workplace.entities) {
    if (entity.personal) (objects.get(entity.id) ?? world.root).visible = false
    else admit(entity)
  }

  return {
    targets,
    solids,
    movable,
    object: (id) => objects.get(id),
    document: (id) => documents.get(id),
    target: (id) => byId.get(id),
    childrenOf: (id) => children.get(id) ?? [],
    meet(entities) {
      if (entities === met) return
      met = entities
      for (const id in entities) if (isInstance(id) && !objects.has(id)) copy(id)
    },
    spotOf(entity, at, position, rotation) {
      position.fromArray(entity.position)
      rotation.fromArray(entity.rotation)
      if (at.kind === 'rest') {
        position.fromArray(at.position).multiplyScalar(0.001)
        rotation.setFromAxisAngle(up, (at.yaw * Math.PI) / 1800)
      }
      const socket = at.kind === 'socket' ? objects.get(at.socket) : undefined
      if (at.kind !== 'socket' || !socket) return
      socket.getWorldPosition(position)
      socket.getWorldQuaternion(rotation)
      const spacing = socketOf(documents.get(at.socket))?.spacing
      if (!spacing) return
      beside
        .fromArray(spacing)
        .multiplyScalar(at.slot ?? 0)
        .applyQuaternion(rotation)
      position.add(beside)
    },
    dispose() {
      for (const object of made) object.removeFromParent()
    },
  }
}
