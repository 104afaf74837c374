import { Quaternion, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { Place } from '#shared/procedure/state.ts'
import type { ClientEntity, ClientWorkplace } from '#shared/protocol/views.ts'
import type { Body, Side } from '../device/body.ts'
import type { PlayedRigid } from '../motion/played-pose.ts'
import type { Target } from '../interaction/pick.ts'
import { createCarries } from './carry.ts'
import { createThingObjects } from './thing-objects.ts'
import type { WorldNodes } from './thing-objects.ts'

/** A hand of somebody else, as it is shown now; null while there is none to see. */
export type HandOfOther = (person: string, side: Side) => PlayedRigid | null

/** All entities as objects: what a hand does shows at once, and settles to what the authority says. */
export interface Things {
  /** What can be acted on. */
  readonly targets: readonly Target[]
  /** All that is in the way of a look, places included. */
  readonly solids: readonly Target[]
  object(id: string): Object3D | undefined
  document(id: string): ClientEntity | undefined
  target(id: string): Target | undefined
  childrenOf(id: string): readonly ClientEntity[]
  /** What can be carried. */
  readonly movable: readonly ClientEntity[]
  /** Writes where a thing is drawn at such a place, unless it is in a hand. */
  spotOf(entity: ClientEntity, place: Place, position: Vector3, rotation: Quaternion): void
  /** Entity in a hand, as drawn. */
  inHand(side: Side): string | undefined
  sideOf(id: string): Side | undefined
  /** Show a thing taken into a hand (or let go, null) before the authority has answered. */
  expect(id: string, side: Side | null): void
  /** The authority answered: no → the thing goes back; yes → its place counts from `tick` on. */
  settle(id: string, answer: { ok: true; tick: number } | { ok: false }): void
  update(deltaS: number, world: PublicWorldClient, me: string, body: Body, handOfOther: HandOfOther): void
  dispose(): void
}

interface Expectation {
  side: Side | null
  untilTick: number
}

const GRAVITY = 9.81
const GLIDE_PER_S = 12

export function createThings(workplace: ClientWorkplace, world: WorldNodes): Things {
  const objects = createThingObjects(workplace, world)
  const speeds = new Map<string, number>()
  const carries = createCarries()
  const expectations = new Map<string, Expectation>()
  const held: Record<Side, string | undefined> = { left: undefined, right: undefined }
  const position = new Vector3()
  const rotation = new Quaternion()

  function settleDown(entity: ClientEntity, object: Object3D, place: Place, deltaS: number) {
    objects.spotOf(entity, place, position, rotation)
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
    return mine ?? place
  }

  /** Where nobody's hand is to be seen, a thing stays as it was seen last. */
  function carryOfOther(
    entity: ClientEntity,
    object: Object3D,
    { by, hand }: Place & { kind: 'held' },
    handOfOther: HandOfOther,
    deltaS: number,
  ) {
    const shown = handOfOther(by, hand)
    if (!shown) return carries.letGo(entity.id)
    position.fromArray(shown.position)
    rotation.fromArray(shown.rotation)
    carries.inHand(entity.id, object, by, hand, position, rotation, deltaS)
    speeds.delete(entity.id)
  }

  return {
    targets: objects.targets,
    solids: objects.solids,
    object: objects.object,
    document: objects.document,
    target: objects.target,
    childrenOf: objects.childrenOf,
    movable: objects.movable,
    spotOf: objects.spotOf,
    inHand: (side) => held[side],
    sideOf: (id) => (held.left === id ? 'left' : held.right === id ? 'right' : undefined),
    expect(id, side) {
      expectations.set(id, { side, untilTick: Infinity })
      if (side !== null) carries.atOnce(id)
    },
    settle(id, answer) {
      const expected = expectations.get(id)
      if (!expected) return
      if (answer.ok) expected.untilTick = answer.tick + 2
      else {
        expectations.delete(id)
        carries.letGo(id)
      }
    },
    update(deltaS, current, me, body, handOfOther) {
      held.left = undefined
      held.right = undefined
      objects.meet(current.entities)
      for (const entity of objects.movable) {
        const object = objects.object(entity.id)
        const drawn = drawnPlace(entity, current, me)
        if (!object || drawn === null) continue
        if (typeof drawn === 'string') {
          held[drawn] = entity.id
          const { present, grip, aim } = body[drawn]
          if (!present) continue
          carries.inHand(entity.id, object, me, drawn, grip, aim, deltaS)
          speeds.delete(entity.id)
        } else if (drawn.kind === 'held') carryOfOther(entity, object, drawn, handOfOther, deltaS)
        else {
          carries.letGo(entity.id)
          settleDown(entity, object, drawn, deltaS)
        }
      }
    },
    dispose: objects.dispose,
  }
}
