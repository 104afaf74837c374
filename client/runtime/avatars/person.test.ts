import { Vector3 } from 'three'
import { expect, test } from 'vitest'
import type { MemberClient } from '#client/net/members.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import type { Crowd } from './crowd.ts'
import type { Dress } from './crowd-mesh.ts'
import { heldOutHand } from './held-out-hand.ts'
import { lineUp, MOST_NEAR } from './line-up.ts'
import { createPerson, drawPerson, followPerson, opacityAt } from './person.ts'
import type { Person } from './person.ts'

const member: MemberClient = {
  name: 'Ana',
  kind: 'participant',
  role: '',
  slot: 1,
  connected: true,
  away: false,
  bot: false,
  muted: false,
  number: 1,
  reaching: '',
  offering: '',
}
const eye = new Vector3(0, 1.6, 2)
const nothing = () => undefined
const rigid = (...position: number[]) => ({
  position: Float32Array.from(position),
  rotation: new Float32Array([0, 0, 0, 1]),
})

function played(discontinuity = false): PlayedPerson {
  const hand = (x: number) => ({
    ...rigid(x, 1.1, -0.3),
    trigger: 0,
    joints: null,
    wrist: rigid(0, 0, 0),
    scale: 1,
  })
  const pose = {
    head: rigid(0, 1.6, 0),
    left: hand(-0.2),
    right: hand(0.2),
    gaze: new Float32Array(4),
    discontinuity,
  }
  return { slot: 1, person: 'ana', fresh: true, atMs: 0, pose }
}
/** A crowd that writes down what it is given. */
function listener() {
  const given: Record<string, { opacity: number; light?: number; badge?: unknown }[]> = {}
  const mesh = (name: string) => ({
    matrices: new Float32Array(1600),
    add: (_at: unknown, { opacity, light }: Dress) => void (given[name] ??= []).push({ opacity, light }),
    take(count: number, { opacity, light }: Dress) {
      const all = (given[name] ??= [])
      return all.push(...Array.from({ length: count }, () => ({ opacity, light }))) - count
    },
  })
  const both = (name: string) => ({ near: mesh(`${name}.near`), far: mesh(`${name}.far`) })
  const crowd = {
    heads: both('head'),
    torsos: both('torso'),
    bones: mesh('bones'),
    shadows: { set() {} },
    labels: {
      add: (_at: unknown, _tile: number, _width: number, badge: unknown, opacity: number) =>
        void (given['label'] ??= []).push({ badge, opacity }),
    },
  } as unknown as Crowd
  return { crowd, given }
}
function here(patch: Partial<MemberClient> = {}): Person {
  const person = createPerson('ana', { ...member, ...patch })
  followPerson(person, played(), nothing, eye, 0)
  for (let i = 0; i < 100; i++) followPerson(person, played(), nothing, eye, 1 / 72)
  return person
}
function drawn(person: Person, through = false) {
  const { crowd, given } = listener()
  drawPerson(person, 0, crowd, eye, through)
  return given
}

test('EYES-24 of whom one looks through there are only the hands, solid however near', () => {
  const person = here()
  followPerson(person, played(), nothing, person.hands.right.grip, 0)
  expect(Object.keys(drawn(person, true))).toEqual(['bones'])
  expect(drawn(person, true)['bones']?.[0]).toMatchObject({ opacity: 1 })
})

test('AVT-6 after a jump the torso is not drawn, the head is', () => {
  const person = here()
  followPerson(person, played(true), nothing, eye, 1 / 72)
  expect(drawn(person)['torso.near']).toEqual([{ opacity: 0, light: 0 }])
  expect(drawn(person)['head.near']).toEqual([{ opacity: 1, light: 0 }])
})

test('AVT-7 a person fades before the eye steadily, never wholly, and not from 0.62 m on', () => {
  const shares = Array.from({ length: 100 }, (_, i) => opacityAt(i / 100))
  shares.reduce((before, share) => {
    expect(share).toBeGreaterThanOrEqual(before)
    expect(share - before).toBeLessThan(0.05)
    return share
  }, shares[0] ?? 0)
  expect(opacityAt(0)).toBeGreaterThan(0.1)
  expect(opacityAt(0.3)).toBeLessThan(0.2)
  expect(opacityAt(0.62)).toBe(1)
})

test('AVT-7 what counts is the nearest of head and body', () => {
  const person = createPerson('ana', member)
  followPerson(person, played(), nothing, new Vector3(0, 1.0, 0.5), 0)
  expect(person.distance).toBeCloseTo(0.415, 2)
})

test('AVT-9 away is faint, and every state has a sign of its own', () => {
  const signOf = (person: Person) => drawn(person)['label']?.[0]?.badge
  const speaking = here()
  speaking.speaking = true
  expect(signOf(here())).toBe(null)
  expect(signOf(here({ muted: true }))).toBe('muted')
  expect(signOf(speaking)).toBe('speaking')
  for (const gone of [here({ away: true, muted: true }), here({ connected: false })]) {
    expect(signOf(gone)).toBe('away')
    expect(drawn(gone)['head.near']?.[0]?.opacity).toBeLessThan(0.5)
  }
})

test('AVT-9 the light of who speaks comes on over some frames', () => {
  const person = here()
  person.speaking = true
  followPerson(person, played(), nothing, eye, 1 / 72)
  expect(person.light).toBeGreaterThan(0.1)
  expect(person.light).toBeLessThan(0.5)
})

test('AVT-11 near: all bones and a cuff a hand; far: three', () => {
  const person = here()
  expect(drawn(person)['bones']).toHaveLength(50)
  person.near = false
  expect(drawn(person)['bones']).toHaveLength(6)
  expect(drawn(person)['head.far']).toHaveLength(1)
})

test('AVT-11 AVT-12 farthest first; detail for the nearest sixteen within 4 m, kept until 4.8 m', () => {
  const at = (distance: number, near = false) => ({
    ...createPerson(String(distance), member),
    distance,
    near,
  })
  const few = [at(4.5), at(1), at(4.5, true), at(9, true), at(3.9)]
  lineUp(few, few.length)
  expect(few.map(({ distance, near }) => [distance, near])).toEqual([
    [9, false],
    [4.5, false],
    [4.5, true],
    [3.9, true],
    [1, true],
  ])
  const many = Array.from({ length: 30 }, (_, i) => at(1 + ((i * 7) % 30) / 20))
  lineUp(many, many.length)
  expect(many.map(({ near }) => near)).toEqual(many.map((_, i) => i >= 30 - MOST_NEAR))
})

test('AVT-13 the hand held out is the free one, of two the nearer', () => {
  const person = here({ reaching: 'valve' })
  const valve = { matrixWorld: { elements: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -0.3, 1, -0.3, 1] } } as never
  expect(heldOutHand(person, nothing, () => valve)?.side).toBe('left')
  const left = (_: string, side: string) => (side === 'left' ? 'torch' : undefined)
  expect(heldOutHand(person, left, () => valve)?.side).toBe('right')
  expect(
    heldOutHand(
      person,
      () => 'torch',
      () => valve,
    ),
  ).toBe(null)
  expect(heldOutHand(here(), nothing, () => valve)).toBe(null)
})

test('AVT-14 who comes fades in', () => {
  const person = createPerson('ana', member)
  followPerson(person, played(), nothing, eye, 1 / 72)
  expect(drawn(person)['head.near']?.[0]?.opacity).toBeLessThan(0.1)
  expect(drawn(here())['head.near']?.[0]?.opacity).toBe(1)
})
