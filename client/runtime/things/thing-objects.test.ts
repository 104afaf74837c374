import { BoxGeometry, Mesh, Object3D, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import type { ClientEntity, ClientWorkplace } from '#shared/protocol/views.ts'
import { createThingObjects } from './thing-objects.ts'

const entity = (
  id: string,
  position: [number, number, number],
  more: Partial<ClientEntity>,
): ClientEntity => ({
  id,
  model: { asset: 'room', node: id },
  position,
  rotation: [0, 0, 0, 1],
  name: { en: id },
  description: { en: id },
  hazards: [],
  affordances: [],
  ...more,
})

function room() {
  const root = new Object3D()
  const entities = [
    entity('lock', [1, 1, 0], {
      affordances: [{ type: 'grab' }],
      personal: { offset: [0.1, 0, 0], others: false },
    }),
    entity('box', [2, 1, 0], {
      affordances: [
        { type: 'toggle', states: ['open', 'shut'] },
        { type: 'socket', accepts: ['lock'], capacity: 3, spacing: [0.05, 0, 0] },
      ],
    }),
    entity('pegs', [3, 1, 0], { affordances: [{ type: 'socket', accepts: ['lock'] }] }),
  ]
  for (const { id, position } of entities.slice(0, 2)) {
    const mesh = new Mesh(new BoxGeometry(0.04, 0.06, 0.02))
    mesh.name = id
    mesh.position.set(...position)
    root.add(mesh)
  }
  const objects = createThingObjects({ entities } as ClientWorkplace, {
    root,
    entity: (id) => root.getObjectByName(id),
  })
  return { root, objects }
}
const home = { place: { kind: 'home' } } as const

test('RUN-17 the thing in the model is never seen; each person’s own is a copy of it, in its place, told apart by number', () => {
  const { objects } = room()
  expect([objects.object('lock')?.visible, objects.target('lock')]).toEqual([false, undefined])
  objects.meet({ 'lock@1': home, 'lock@2': home })
  objects.meet({ 'lock@1': home, 'lock@2': home })
  expect(objects.movable.map(({ id, name }) => [id, name['en']])).toEqual([
    ['lock@1', 'lock 1'],
    ['lock@2', 'lock 2'],
  ])
  const second = objects.object('lock@2')
  expect([second?.visible, second?.position.toArray()]).toEqual([true, [1.1, 1, 0]])
})

test('RUN-16 things in a socket for several hang side by side, wherever the socket is now', () => {
  const { objects } = room()
  objects.meet({ 'lock@1': home })
  objects.object('box')?.position.set(5, 1, 0)
  const lock = objects.document('lock@1')
  const position = new Vector3()
  if (lock) objects.spotOf(lock, { kind: 'socket', socket: 'box', slot: 2 }, position, new Quaternion())
  expect(position.toArray()).toEqual([5.1, 1, 0])
})

test('RUN-16 a place that only takes things can be pointed at, as big as what goes in, and is in nobody’s way', () => {
  const { objects } = room()
  expect(objects.solids.map(({ id }) => id)).toEqual(['box'])
  const size = objects.target('pegs')?.box.getSize(new Vector3()).toArray()
  expect(size?.map((x) => Math.round(x * 100))).toEqual([6, 6, 6])
})
