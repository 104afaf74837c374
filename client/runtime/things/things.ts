import { Box3, Object3D, Quaternion, Vector3 } from 'three'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { Place } from '#shared/procedure/state.ts'
import type { ClientEntity, ClientWorkplace } from '#shared/protocol/views.ts'
import type { Body, Side } from '../device/body.ts'
import { boxOf } from '../interaction/pick.ts'
import type { Target } from '../interaction/pick.ts'

/** The models a workplace's entities are drawn with, in the workplace frame. */
export interface WorldNodes {
  readonly root: Object3D
  entity(id: string): Object3D | undefined
}

/** All entities as objects: what a hand does shows at once, and settles to what the authority says. */
export interface Things {
  /** What can be acted on. */
  readonly targets: readonly Target[]
  /** All that is in the way of a look, places included. */
  readonly solids: readonly Target[]
  object(id: string): Object3D | undefined
  document(id: string): ClientEntity | undefined
  childrenOf(id: string): readonly ClientEntity[]
  /** Entity in a hand, as drawn. */
  inHand(side: Side): string | undefined
  sideOf(id: string): Side | undefined
  /** Show a thing taken into a hand (or let go, null) before the authority has answered. */
  expect(id: string, side: Side | null): void
  /** The authority answered: no → the thing goes back; yes → its place counts from `tick` on. */
  settle(id: string, answer: { ok: true; tick: number } | { ok: false }): void
  update(deltaS: number, world: PublicWorldClient, me: string, body: Body): void
  dispose(): void
}

interface Expectation {
  side: Side | null
  untilTick: number
}

const GRAVITY = 9.81
const GLIDE_PER_S = 12
const smallest = new Vector3(0.06, 0.06, 0.06)

export function createThings(workplace: ClientWorkplace, world: WorldNodes): Things {
  const documents = new Map(workplace.entities.map((entity) => [entity.id, entity]))
  const children = Map.groupBy(workplace.entities, (entity) => entity.parent ?? '')
  const objects = new Map<string, Object3D>()
  const places = new Map<string, Object3D>()
  const speeds = new Map<string, number>()
  const expectations = new Map<string, Expectation>()
  const held: Record<Side, string | undefined> = { left: undefined, right: undefined }

  for (const entity of workplace.entities) {
    const node = entity.model && (world.root.getObjectByName(entity.model.node) ?? world.entity(entity.id))
    const object = node ?? new Object3D()
    if (!node) {
      object.name = entity.id
      object.position.fromArray(entity.position)
      object.quaternion.fromArray(entity.rotation)
      world.root.add(object)
      places.set(entity.id, object)
    }
    objects.set(entity.id, object)
    if (can(entity, 'grab') && node) world.root.attach(object)
  }
  world.root.updateMatrixWorld(true)
  const solids = workplace.entities
    .filter((entity) => !entity.affordances.some(({ type }) => type === 'socket'))
    .map((entity) => targetOf(entity, objects, children.get(entity.id) ?? []))
  const targets = solids.filter(({ id }) => (documents.get(id)?.affordances.length ?? 0) > 0)
  const movable = workplace.entities.filter((entity) => can(entity, 'grab'))

  const position = new Vector3()
  const rotation = new Quaternion()
  const up = new Vector3(0, 1, 0)

  function goal(entity: ClientEntity, place: Place): void {
    const from = place.kind === 'socket' ? (documents.get(place.socket) ?? entity) : entity
    position.fromArray(from.position)
    rotation.fromArray(from.rotation)
    if (place.kind !== 'rest') return
    position.fromArray(place.position).multiplyScalar(0.001)
    rotation.setFromAxisAngle(up, (place.yaw * Math.PI) / 1800)
  }

  function settleDown(entity: ClientEntity, object: Object3D, place: Place, deltaS: number) {
    goal(entity, place)
    const share = Math.min(1, deltaS * GLIDE_PER_S)
    const fall = place.kind === 'rest' && object.position.y > position.y
    object.quaternion.slerp(rotation, share)
    object.position.x += (position.x - object.position.x) * share
    object.position.z += (position.z - object.position.z) * share
    if (!fall) {
      speeds.delete(entity.id)
      object.position.y += (position.y - object.position.y) * share
      return
    }
    const speed = (speeds.get(entity.id) ?? 0) + GRAVITY * deltaS
    speeds.set(entity.id, speed)
    object.position.y = Math.max(position.y, object.position.y - speed * deltaS)
  }

  function drawnPlace(entity: ClientEntity, current: PublicWorldClient, me: string): Side | Place | null {
    const place = current.entities[entity.id]?.place ?? { kind: 'home' }
    const mine = place.kind === 'held' && place.by === me ? place.hand : null
    const expected = expectations.get(entity.id)
    if (expected) {
      if (current.tick <= expected.untilTick && mine !== expected.side) return expected.side
      expectations.delete(entity.id)
    }
    return mine ?? (place.kind === 'held' ? null : place)
  }

  return {
    targets,
    solids,
    object: (id) => objects.get(id),
    document: (id) => documents.get(id),
    childrenOf: (id) => children.get(id) ?? [],
    inHand: (side) => held[side],
    sideOf: (id) => (held.left === id ? 'left' : held.right === id ? 'right' : undefined),
    expect(id, side) {
      expectations.set(id, { side, untilTick: Infinity })
    },
    settle(id, answer) {
      const expected = expectations.get(id)
      if (!expected) return
      if (answer.ok) expected.untilTick = answer.tick + 2
      else expectations.delete(id)
    },
    update(deltaS, current, me, body) {
      held.left = undefined
      held.right = undefined
      for (const entity of movable) {
        const object = objects.get(entity.id)
        const drawn = drawnPlace(entity, current, me)
        if (!object || drawn === null) continue
        if (typeof drawn !== 'string') {
          settleDown(entity, object, drawn, deltaS)
          continue
        }
        held[drawn] = entity.id
        if (!body[drawn].present) continue
        object.position.copy(body[drawn].grip)
        object.quaternion.copy(body[drawn].aim)
        speeds.delete(entity.id)
      }
    },
    dispose() {
      for (const place of places.values()) place.removeFromParent()
    },
  }
}

export function can(entity: ClientEntity, type: string): boolean {
  return entity.affordances.some((affordance) => affordance.type === type)
}

function targetOf(
  entity: ClientEntity,
  objects: Map<string, Object3D>,
  children: readonly ClientEntity[],
): Target {
  const object = objects.get(entity.id) ?? new Object3D()
  const parts = children.flatMap((child) => objects.get(child.id) ?? [])
  const box = boxOf(object, parts) ?? new Box3().setFromCenterAndSize(new Vector3(), smallest)
  const size = box.getSize(new Vector3()).max(smallest)
  box.setFromCenterAndSize(box.getCenter(new Vector3()), size)
  return { id: entity.id, object, box, priority: entity.parent === undefined ? 0 : 1 }
}
