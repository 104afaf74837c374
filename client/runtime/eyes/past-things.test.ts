import { Object3D, Vector3 } from 'three'
import { expect, test } from 'vitest'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { Place } from '#shared/procedure/state.ts'
import type { ClientEntity } from '#shared/protocol/views.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import { createPastThings } from './past-things.ts'

const still = [0, 0, 0, 1]
const world = (places: Record<string, Place>) =>
  ({
    entities: Object.fromEntries(Object.entries(places).map(([id, place]) => [id, { place }])),
  }) as unknown as PublicWorldClient
const rest = (x: number): Place => ({ kind: 'rest', position: [x * 1000, 0, 0], yaw: 0 })

function holding(person: string, x: number): PlayedPerson {
  const rigid = { position: Float32Array.of(x, 1, 0), rotation: Float32Array.from(still) }
  const right = { ...rigid, trigger: 0, joints: null, wrist: rigid, scale: 1 }
  const pose = { head: rigid, gaze: rigid.rotation, left: null, right, discontinuity: false }
  return { slot: 1, person, pose, atMs: 0, fresh: true }
}

function inHand(ids: string[]) {
  const objects = new Map(ids.map((id) => [id, Object.assign(new Object3D(), { name: id })] as const))
  ids.forEach((id, i) => objects.get(id)?.position.set(10 + i, 0, 0))
  const shows: [unknown, boolean][] = []
  const present = world({})
  const past = createPastThings(
    {
      movable: ids.map((id) => ({ id })) as unknown as ClientEntity[],
      object: (id) => objects.get(id),
      spotOf(_entity, place, position) {
        position.set(place.kind === 'rest' ? place.position[0] / 1000 : 0, 0, 0)
      },
    },
    { show: (entities, back = false) => shows.push([entities, back]) },
    () => present,
  )
  const xs = () => ids.map((id) => objects.get(id)?.position.x)
  return { past, xs, objects, shows, present }
}

test('EYES-63 things are where they were, in hands that held them, and afterwards exactly as before', () => {
  const { past, xs, objects, shows, present } = inHand(['lock', 'tag', 'key'])
  const then = world({ lock: rest(3), tag: { kind: 'held', by: 'ana', hand: 'right' } })
  const lie = () =>
    [...objects.values()].map((object) => [object.position.toArray(), object.quaternion.toArray()])
  const before = lie()
  past.place(then, [holding('ana', 7)])
  expect(xs()).toEqual([3, 7, 0])
  past.restore()
  expect(lie()).toEqual(before)
  expect(shows).toEqual([
    [then.entities, false],
    [present.entities, true],
  ])
})

test('EYES-63 what was in the hand of nobody to be seen stays where it is drawn', () => {
  const { past, xs } = inHand(['lock'])
  past.place(world({ lock: { kind: 'held', by: 'bo', hand: 'left' } }), [holding('ana', 7)])
  expect(xs()).toEqual([10])
  past.restore()
  expect(xs()).toEqual([10])
})

test('EYES-63 whoever asks where a thing is after the picture is told where it is now', () => {
  const { past, objects } = inHand(['lock'])
  const lock = objects.get('lock')
  const root = new Object3D().add(...objects.values())
  root.updateMatrixWorld(true)
  past.place(world({ lock: rest(3) }), [])
  root.updateMatrixWorld(true)
  past.restore()
  expect(new Vector3().setFromMatrixPosition(lock?.matrixWorld ?? root.matrixWorld).x).toBe(10)
})
