import { Object3D } from 'three'
import { expect, test } from 'vitest'
import type { PublicEntity } from '#client/net/public-world.ts'
import type { Things } from '../things/things.ts'
import { createFittings } from './fittings.ts'

const at = (state?: string, kind: 'home' | 'rest' = 'home'): PublicEntity => ({
  place: kind === 'home' ? { kind } : { kind, position: [0, 0, 0], yaw: 0 },
  ...(state !== undefined && { state }),
})

function room() {
  const root = new Object3D()
  const solids: { id: string; object: Object3D }[] = []
  const add = (id: string, parts: Record<string, object>) => {
    const object = new Object3D()
    root.add(object)
    solids.push({ id, object })
    return Object.entries(parts).map(([name, extras]) => {
      const part = new Object3D()
      part.name = name
      part.position.set(1, 2, 3)
      part.userData = { ...extras }
      object.add(part)
      return part
    })
  }
  const things = { solids, document: () => ({ states: { initial: 'on' } }) } as unknown as Things
  return { root, add, fittings: createFittings(root, things) }
}

test('WORLD-8 a part stands as its model says for the state; who comes late sees it there at once', () => {
  const { add, fittings } = room()
  const [handle] = add('isolator', {
    handle: { poses: { off: { turn: [0, 0, -1], move: [0, 0, 0.1] } }, glideS: 0.2 },
  })
  fittings.update(0.01, { isolator: at('off') })
  expect([handle?.rotation.z, handle?.position.z]).toEqual([-1, 3.1])
})

test('WORLD-8 it glides to another pose, and is there after a while', () => {
  const { add, fittings } = room()
  const [handle] = add('isolator', { handle: { poses: { off: { turn: [0, 0, -1] } }, glideS: 0.2 } })
  fittings.update(0.01, { isolator: at('on') })
  fittings.update(0.05, { isolator: at('off') })
  expect(handle?.rotation.z).toBeLessThan(-0.1)
  expect(handle?.rotation.z).toBeGreaterThan(-0.9)
  for (let i = 0; i < 20; i += 1) fittings.update(0.05, { isolator: at('off') })
  expect(handle?.rotation.z).toBeCloseTo(-1, 3)
})

test('WORLD-8 what is not named by state goes by the kind of its place, then by being changed at all', () => {
  const { add, fittings } = room()
  const [shackle, led] = add('lock', {
    shackle: { poses: { rest: { move: [0, 1, 0] } } },
    'lamp-led': {},
  })
  fittings.update(0.1, { lock: at('on', 'rest') })
  expect([shackle?.position.y, led?.visible]).toEqual([3, true])
  fittings.update(0.1, { lock: at('off') })
  expect([shackle?.position.y, led?.visible]).toEqual([2, false])
})

test('WORLD-8 a shaft runs up and down by itself; a part may show another entity', () => {
  const { add, fittings } = room()
  const [lamp] = add('station', { lamp: { of: 'pump', poses: { off: { visible: false } } } })
  const [shaft] = add('pump', { shaft: { spins: { on: [10, 0, 0] } } })
  fittings.update(0.1, { pump: at('on') })
  const slow = shaft?.rotation.x ?? 0
  for (let i = 0; i < 30; i += 1) fittings.update(0.1, { pump: at('on') })
  const before = shaft?.rotation.x ?? 0
  fittings.update(0.1, { pump: at('off') })
  const after = shaft?.rotation.x ?? 0
  expect(slow).toBeLessThan(0.5)
  expect((after - before + 2 * Math.PI) % (2 * Math.PI)).toBeGreaterThan(0.8)
  expect(lamp?.visible).toBe(false)
})

test('EYES-63 shown for a moment as it stood, it is afterwards where it was on its way', () => {
  const { add, fittings } = room()
  const [handle, shaft] = add('isolator', {
    handle: { poses: { off: { turn: [0, 0, -1], move: [0, 0, 0.1] } }, glideS: 0.2 },
    shaft: { spins: { on: [0, 3, 0] } },
  })
  const lies = () => [handle?.rotation.z, handle?.position.z, shaft?.rotation.y]
  fittings.update(0.01, { isolator: at('on') })
  fittings.update(0.5, { isolator: at('on') })
  fittings.update(0.05, { isolator: at('off') })
  const before = lies()
  fittings.show({ isolator: at('on') })
  expect(lies()).toEqual([0, 3, before[2]])
  fittings.update(0, { isolator: at('off') })
  expect(lies()).toEqual(before)
})
