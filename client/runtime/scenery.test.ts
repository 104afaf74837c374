import { Object3D, Scene } from 'three'
import { expect, test } from 'vitest'
import type { MembersClient } from '#client/net/members.ts'
import type { ClientEdition } from '#shared/protocol/views.ts'
import { writable } from './readable.ts'
import { createScenery } from './scenery.ts'
import type { Stage } from './stage.ts'
import type { Things } from './things/things.ts'
import type { World } from './world/load-world.ts'

/** What is set up in a room with one thing of these hazards. */
function roomWith(hazards: string[]) {
  const scene = new Scene()
  const workplace = { entities: [{ id: 'bin', hazards, affordances: [] }] }
  createScenery(
    { scene } as unknown as Stage,
    { workplace } as unknown as ClientEdition,
    { root: new Object3D() } as unknown as World,
    { solids: [] } as unknown as Things,
    writable({ people: {} } as MembersClient),
  )
  return { fog: scene.fog, effects: scene.getObjectByName('effects') }
}

test('WORLD-9 fire, smoke, soot and fog are set up where something can burn', () => {
  const { fog, effects } = roomWith(['fire'])
  expect(effects?.children).toHaveLength(3)
  expect(fog).not.toBeNull()
})

test('WORLD-9 a room where nothing burns has none of them, and no fog in its shaders', () => {
  expect(roomWith(['pressure', 'electricity'])).toEqual({ fog: null, effects: undefined })
})
