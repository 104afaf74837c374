import { expect, test } from 'vitest'
import { worldMirror } from './public-world.ts'
import type { PublicWorldClient } from './public-world.ts'

const world = (tick: number, state: string): PublicWorldClient => ({
  tick,
  phase: 'running',
  mode: 'guided',
  entities: { bin: { place: { kind: 'home' } }, switch: { place: { kind: 'home' }, state } },
  signals: { 'fire.intensity': 200 },
})

test('NET-12 what did not change keeps its identity', () => {
  const { world: mirrored, update } = worldMirror()
  update(world(1, 'on'))
  const first = mirrored.get()
  update(world(2, 'off'))
  const second = mirrored.get()
  expect(second.tick).toBe(2)
  expect(second.entities).not.toBe(first.entities)
  expect(second.entities['bin']).toBe(first.entities['bin'])
  expect(second.entities['switch']?.state).toBe('off')
  expect(second.signals).toBe(first.signals)
})

test('NET-12 a thing that is gone is gone', () => {
  const { world: mirrored, update } = worldMirror()
  update(world(1, 'on'))
  update({ ...world(2, 'on'), entities: { bin: { place: { kind: 'home' } } } })
  expect(Object.keys(mirrored.get().entities)).toEqual(['bin'])
})
