import { Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import { JOINTS } from '#shared/protocol/tracked-pose.ts'
import type { PlayedHand, PlayedPerson } from '../motion/played-pose.ts'
import { createHistory, kept } from './history.ts'
import type { History } from './history.ts'

const world = (tick: number) => ({ tick, entities: {} }) as unknown as PublicWorldClient
const turned = (radians: number) =>
  Float32Array.from(new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), radians).toArray())
const rigid = (x: number, yaw: number) => ({ position: Float32Array.of(x, 1.6, 0), rotation: turned(yaw) })

function hand(x: number, fingers: number | null): PlayedHand {
  const joints = fingers === null ? null : new Float32Array(JOINTS * 4)
  for (let i = 0; joints && i < JOINTS; i += 1) joints.set(turned(fingers ?? 0), i * 4)
  return { ...rigid(x, 0.1), trigger: 0.5, joints, wrist: rigid(x - 0.1, 0), scale: 1.25 }
}

function somebody(
  person: string,
  x: number,
  yaw = 0,
  change: Partial<PlayedPerson['pose']> = {},
): PlayedPerson {
  const pose = {
    head: rigid(x, yaw),
    gaze: turned(yaw + 0.2),
    left: null,
    right: hand(x + 0.2, null),
    discontinuity: false,
    ...change,
  }
  return { slot: 1, person, pose, atMs: 0, fresh: true }
}

/** A person who walks a circle of half a metre once in two seconds and shakes the head. */
const dancing = (ms: number) => somebody('ana', Math.sin(ms / 318) * 0.5, Math.sin(ms / 200) * 0.6)

function recorded(untilMs: number, at: (ms: number) => PlayedPerson[], stepMs = 11): History {
  const history = createHistory()
  for (let ms = 1000; ms <= untilMs; ms += stepMs) history.record(ms, at(ms), world(ms))
  return history
}
const xOf = (history: History, person = 'ana') =>
  history.people.find((each) => each.person === person)?.pose.head.position[0]

test('EYES-60 half a minute is kept, and no more', () => {
  const history = recorded(50_000, (ms) => [dancing(ms)])
  expect(history.newestMs - history.oldestMs).toBeGreaterThanOrEqual(kept.ms)
  expect(history.newestMs - history.oldestMs).toBeLessThan(kept.ms + 1500)
  expect(history.newestMs).toBeGreaterThan(49_960)
})

test('EYES-60 of at most 64 people, and room is given on once somebody is forgotten', () => {
  const crowd = Array.from({ length: 70 }, (_, i) => somebody(`p${i}`, i))
  const history = createHistory()
  for (let ms = 0; ms < 200; ms += 20) history.record(ms, crowd, world(ms))
  history.look(150)
  expect(history.people.length).toBe(kept.people)
  for (let ms = 200; ms < 40_000; ms += 20) history.record(ms, [], world(ms))
  for (let ms = 40_000; ms < 40_200; ms += 20) history.record(ms, [somebody('new', 3)], world(ms))
  history.look(40_150)
  expect(history.people.map(({ person }) => person)).toEqual(['new'])
})

test('EYES-60 looking makes no objects', () => {
  const history = recorded(3000, (ms) => [dancing(ms)])
  history.look(1500)
  const [first] = history.people
  const { people } = history
  history.look(2500)
  expect(history.people).toBe(people)
  expect(history.people[0]).toBe(first)
  expect(history.people[0]?.pose).toBe(first?.pose)
})

test.each([8, 11, 14, 17])('EYES-61 people are where they were shown, drawn every %i ms', (stepMs) => {
  const history = recorded(6000, (ms) => [dancing(ms)], stepMs)
  const was = new Quaternion()
  const shown = new Quaternion()
  for (let ms = 1100; ms < 5900; ms += 7) {
    history.look(ms)
    const [ana] = history.people
    const truth = dancing(ms)
    expect(Math.abs((xOf(history) ?? 9) - (truth.pose.head.position[0] ?? 0))).toBeLessThan(0.003)
    was.fromArray(truth.pose.head.rotation)
    shown.fromArray(ana?.pose.head.rotation ?? [])
    expect(was.angleTo(shown)).toBeLessThan(0.3 * (Math.PI / 180))
    expect(Math.abs((history.world?.tick ?? 0) - ms)).toBeLessThan(50)
  }
})

test('EYES-61 hands, triggers and fingers too', () => {
  const at = (ms: number) => [
    somebody('ana', 0, 0, { left: hand(ms / 10_000, ms / 5000), right: ms < 3000 ? hand(1, null) : null }),
  ]
  const history = recorded(4000, at)
  history.look(2500)
  const { left, right } = history.people[0]?.pose ?? {}
  expect(left?.position[0]).toBeCloseTo(0.25, 3)
  expect(left?.wrist.position[0]).toBeCloseTo(0.15, 3)
  expect([left?.trigger, left?.scale]).toEqual([0.5, 1.25])
  expect(
    new Quaternion().fromArray(left?.joints ?? [], 40).angleTo(new Quaternion().fromArray(turned(0.5))),
  ).toBeLessThan(0.001)
  expect(right?.joints).toBe(null)
  history.look(3500)
  expect(history.people[0]?.pose.right).toBe(null)
  history.look(2500)
  expect(history.people[0]?.pose.right?.position[0]).toBeCloseTo(1)
})

test('EYES-61 nobody glides across a leap, either way, and the leap is told once', () => {
  const history = recorded(4000, (ms) => [
    somebody('ana', ms < 2500 ? 0 : 5, 0, { discontinuity: ms >= 2500 && ms < 2511 }),
  ])
  const told: number[] = []
  for (let ms = 2300; ms < 2700; ms += 5) {
    history.look(ms)
    expect([0, 5]).toContain(xOf(history))
    if (history.people[0]?.pose.discontinuity && ms > 2300) told.push(ms)
  }
  expect(told.length).toBe(1)
  expect(Math.abs((told[0] ?? 0) - 2500)).toBeLessThan(40)
  history.look(2690)
  history.look(2400)
  expect([xOf(history), history.people[0]?.pose.discontinuity]).toEqual([0, true])
  history.look(3900)
  expect(history.people[0]?.pose.discontinuity).toBe(true)
})

test('EYES-61 nobody glides across a gap in which nobody was watching', () => {
  const history = createHistory()
  for (let ms = 0; ms < 1000; ms += 20) history.record(ms, [somebody('ana', 0)], world(ms))
  for (let ms = 5000; ms < 6000; ms += 20) history.record(ms, [somebody('ana', 3)], world(ms))
  for (const ms of [1100, 3000, 4900]) {
    history.look(ms)
    expect(xOf(history)).toBe(0)
  }
})

test('EYES-61 who was not there is not there', () => {
  const history = recorded(4000, (ms) => (ms > 2000 && ms < 3000 ? [somebody('bo', 1)] : []))
  for (const [ms, there] of [
    [1500, 0],
    [2500, 1],
    [3500, 0],
  ] as const) {
    history.look(ms)
    expect(history.people.length).toBe(there)
  }
})

test('EYES-64 another clock begins anew', () => {
  const history = recorded(9000, (ms) => [dancing(ms)])
  history.record(500, [somebody('bo', 1)], world(7))
  expect([history.oldestMs, history.newestMs]).toEqual([500, 500])
  history.look(500)
  expect(history.people.map(({ person }) => person)).toEqual(['bo'])
  expect(history.world?.tick).toBe(7)
})
