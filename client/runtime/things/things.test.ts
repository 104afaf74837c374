import { Object3D, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { Place } from '#shared/procedure/state.ts'
import type { ClientWorkplace } from '#shared/protocol/views.ts'
import { createBody } from '../device/body.ts'
import { createThings } from './things.ts'

const FRAME_S = 1 / 72
const home = new Vector3(2, 1, 0)
const still: [number, number, number, number] = [0, 0, 0, 1]

/** One torch, two people: I am `me`, the other's hands are where the test puts them. */
function bench() {
  const root = new Object3D()
  const node = new Object3D()
  node.name = 'torch'
  node.position.copy(home)
  root.add(node)
  const torch = {
    id: 'torch',
    model: { asset: 'world', node: 'torch' },
    position: home.toArray(),
    rotation: still,
    name: { en: 'Torch' },
    description: { en: '' },
    hazards: [],
    affordances: [{ type: 'grab' }],
  }
  const workplace = { entities: [torch] } as unknown as ClientWorkplace
  const things = createThings(workplace, { root, entity: () => node })
  const body = createBody()
  body.right.present = true
  body.right.grip.set(0, 1.2, 0)
  const hand = { position: new Float32Array([1, 1, 1]), rotation: new Float32Array(still) }
  let place: Place = { kind: 'home' }
  let tick = 0
  let seen = true
  return {
    things,
    body,
    hand,
    object: node,
    hide: () => void (seen = false),
    at(next: Place) {
      place = next
      tick += 1
    },
    frames(count: number) {
      const world = { tick, entities: { torch: { place } } } as unknown as PublicWorldClient
      for (let i = 0; i < count; i++) things.update(FRAME_S, world, 'me', body, () => (seen ? hand : null))
    },
    fromHand: () => node.position.distanceTo(new Vector3().fromArray(hand.position)),
    fromMine: () => node.position.distanceTo(body.right.grip),
  }
}
const byOther: Place = { kind: 'held', by: 'ana', hand: 'left' }
const byMe: Place = { kind: 'held', by: 'me', hand: 'right' }

test('RUN-19 a thing is seen to move into another hand, and then is exactly rigid with it', () => {
  const { hand, object, at, frames, fromHand } = bench()
  frames(1)
  at(byOther)
  frames(1)
  const way = [fromHand()]
  expect(way[0]).toBeGreaterThan(0.9)
  for (let i = 0; i < 20; i++) {
    frames(1)
    way.push(fromHand())
    expect(way.at(-1)).toBeLessThanOrEqual(way.at(-2) ?? 0)
  }
  expect(way.at(-1)).toBe(0)
  const turn = new Quaternion()
  const axis = new Vector3(2, 3, 6).divideScalar(7)
  for (let i = 1; i < 30; i++) {
    turn.setFromAxisAngle(axis, i * 0.4).toArray(hand.rotation)
    hand.position.set([Math.sin(i) * 3, 1, i])
    frames(1)
    expect(object.position.toArray()).toEqual([...hand.position])
    expect(object.quaternion.toArray()).toEqual([...hand.rotation])
  }
})

test('RUN-19 on its way a thing never lags behind a hand that moves', () => {
  const { hand, at, frames, fromHand } = bench()
  frames(1)
  at(byOther)
  frames(8)
  const before = fromHand()
  hand.position[0] = 9
  frames(1)
  expect(fromHand()).toBeLessThan(before)
})

test('RUN-10 RUN-19 what the own hand grabs is in it at once', () => {
  const { things, frames, fromMine } = bench()
  frames(1)
  things.expect('torch', 'right')
  frames(1)
  expect(fromMine()).toBe(0)
  expect(things.inHand('right')).toBe('torch')
})

test('RUN-10 RUN-19 the own hand has it at once also when the answer comes before the next frame', () => {
  const { things, at, frames, fromMine } = bench()
  frames(1)
  things.expect('torch', 'right')
  things.settle('torch', { ok: true, tick: 1 })
  at(byMe)
  frames(1)
  expect(fromMine()).toBe(0)
})

test('RUN-19 a refused grab goes visibly to whoever holds the thing', () => {
  const { things, at, frames, fromHand, fromMine } = bench()
  frames(1)
  things.expect('torch', 'right')
  frames(3)
  at(byOther)
  frames(1)
  expect(fromMine()).toBe(0)
  things.settle('torch', { ok: false })
  frames(1)
  expect(things.inHand('right')).toBe(undefined)
  expect(fromMine()).toBeGreaterThan(0)
  expect(fromMine()).toBeLessThan(0.1)
  frames(20)
  expect(fromHand()).toBe(0)
})

test('RUN-10 a refused grab glides back to where the thing is', () => {
  const { things, object, frames, fromMine } = bench()
  frames(1)
  things.expect('torch', 'right')
  frames(1)
  things.settle('torch', { ok: false })
  frames(1)
  expect(fromMine()).toBeGreaterThan(0)
  expect(object.position.distanceTo(home)).toBeGreaterThan(1)
  frames(200)
  expect(object.position.distanceTo(home)).toBeLessThan(1e-3)
})

test('RUN-19 what is handed over is seen to move into the own hand', () => {
  const { things, at, frames, fromMine } = bench()
  at(byOther)
  frames(40)
  at(byMe)
  frames(1)
  expect(things.inHand('right')).toBe('torch')
  expect(fromMine()).toBeGreaterThan(0.9)
  frames(20)
  expect(fromMine()).toBe(0)
})

test('RUN-19 while its holder cannot be seen, a thing stays where it was seen last', () => {
  const { object, at, frames, hide, hand } = bench()
  at(byOther)
  frames(40)
  const last = object.position.clone()
  hide()
  hand.position.set([5, 5, 5])
  frames(10)
  expect(object.position.toArray()).toEqual(last.toArray())
})
