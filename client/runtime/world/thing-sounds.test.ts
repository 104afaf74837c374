import { Object3D } from 'three'
import { expect, test } from 'vitest'
import type { PublicEntity } from '#client/net/public-world.ts'
import type { Things } from '../things/things.ts'
import { createThingSounds } from './thing-sounds.ts'

const inSocket: PublicEntity = { place: { kind: 'socket', socket: 'hasp' } }
const held: PublicEntity = { place: { kind: 'held', by: 'ana', hand: 'right' } }
const home = (state?: string): PublicEntity => ({ place: { kind: 'home' }, ...(state && { state }) })

function room() {
  const played: string[] = []
  const levels: Record<string, number> = {}
  const thing = (id: string, userData: object) => ({
    id,
    object: Object.assign(new Object3D(), { userData }),
  })
  const solids = [
    thing('lock', { sounds: { socket: 'lock-shut', held: 'lock-open' } }),
    thing('pump', { sounds: { running: 'motor-start' }, hums: { running: 'pump' } }),
    thing('button', { sounds: { press: 'switch' } }),
    thing('table', {}),
  ]
  const things = { solids, document: () => undefined } as unknown as Things
  const sounds = createThingSounds(things, {
    play: (name) => played.push(name),
    hold: (name, level) => (levels[name] = level),
  })
  return { sounds, played, levels }
}

test('WORLD-10 a thing sounds when its state changes, goes into a socket or comes out of one, whoever does it', () => {
  const { sounds, played } = room()
  sounds.update(0.1, { lock: home(), pump: home('standstill') })
  sounds.update(0.1, { lock: held, pump: home('standstill') })
  expect(played).toEqual([])
  sounds.update(0.1, { lock: inSocket, pump: home('running') })
  sounds.update(0.1, { lock: held, pump: home('running') })
  expect(played).toEqual(['lock-shut', 'motor-start', 'lock-open'])
})

test('WORLD-10 who comes late hears what goes on, not what went before', () => {
  const { sounds, played, levels } = room()
  sounds.update(0.1, { lock: inSocket, pump: home('running') })
  expect(played).toEqual([])
  expect(levels['pump']).toBe(1)
})

test('WORLD-10 a motor runs up and down', () => {
  const { sounds, levels } = room()
  sounds.update(0.1, { pump: home('standstill') })
  sounds.update(0.1, { pump: home('running') })
  expect(levels['pump']).toBeGreaterThan(0)
  expect(levels['pump']).toBeLessThan(0.5)
})

test('WORLD-10 what the model says an act sounds like replaces the usual sound', () => {
  const { sounds, played } = room()
  sounds.update(0.1, {})
  expect([
    sounds.acted('press', 'button'),
    sounds.acted('toggle', 'pump'),
    sounds.acted('press', 'table'),
  ]).toEqual([true, true, false])
  expect(played).toEqual(['switch'])
})
