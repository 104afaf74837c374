import { Matrix4, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { decodePoseFrame } from '#shared/protocol/pose-frame.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { createBody } from '../device/body.ts'
import type { Body } from '../device/body.ts'
import { emptyHandJoints, readHandJoints } from '../device/hand-joints.ts'
import { createPoseSender } from './pose-sender.ts'

interface Message {
  atMs: number
  poses: readonly TrackedPose[]
}

const always: (atMs: number) => boolean = () => true

/** Runs frames at a rate; `act` moves the body before each. */
function run(
  seconds: number,
  act: (body: Body, nowMs: number) => void,
  { hz = 90, acting = false, takes = always, sessionMs = (nowMs: number) => nowMs + 5000 } = {},
) {
  const messages: Message[] = []
  let now = 0
  const send = createPoseSender({
    send(bytes) {
      const read = decodePoseFrame(bytes)
      if (!read.ok) throw new Error(read.detail)
      if (takes(now)) messages.push({ atMs: now, poses: read.poses })
      return takes(now)
    },
    sessionMs,
    isActing: () => acting,
  })
  const body = createBody()
  body.discontinuity = false
  for (let frame = 0; frame < seconds * hz; frame += 1) {
    now = (frame * 1000) / hz
    act(body, now)
    send(now, body)
  }
  return { messages, samples: messages.flatMap(({ poses }) => poses) }
}
const walk = (body: Body, nowMs: number) => void body.head.set(nowMs / 1000, 1.6, 0)
const xs = (poses: readonly TrackedPose[]) => poses.map(({ head }) => head.position[0])

test('MOT-50 who neither leads nor acts is sampled 25 times a second, a message each', () => {
  const { messages, samples } = run(4, walk)
  expect(messages.length).toBeGreaterThanOrEqual(99)
  expect(messages.length).toBeLessThanOrEqual(101)
  expect(samples.length).toBe(messages.length)
})

test.each([60, 72, 90, 120])(
  'MOT-51 who acts is sampled every frame at %i Hz, in 30 messages a second at most',
  (hz) => {
    const { messages, samples } = run(4, walk, { hz, acting: true })
    expect(messages.length).toBeLessThanOrEqual(121)
    expect(samples.length).toBeGreaterThan(4 * hz - 10)
    expect(xs(samples)).toEqual(xs(samples).toSorted((a, b) => a - b))
  },
)

test('MOT-51 a faster headset sends every second frame', () => {
  const { samples } = run(4, walk, { hz: 144, acting: true })
  expect(samples.length).toBeGreaterThan(280)
  expect(samples.length).toBeLessThanOrEqual(289)
})

test('MOT-52 who stands still is sent a quarter of a second on, then once a second', () => {
  const { messages } = run(6, (body, nowMs) => walk(body, Math.min(nowMs, 1000)))
  const after = messages.map(({ atMs }) => atMs).filter((atMs) => atMs > 1000)
  expect(after.filter((atMs) => atMs < 1300).length).toBeGreaterThanOrEqual(6)
  expect(after.filter((atMs) => atMs >= 1300 && atMs < 6000).length).toBeLessThanOrEqual(5)
  expect(after.at(-1)).toBeGreaterThan(4900)
})

test('MOT-52 trembling by a millimetre is standing still, drifting slowly is not', () => {
  const still = run(4, (body, nowMs) => void (body.head.x = 0.001 * (Math.round(nowMs / 11) % 2)))
  expect(still.messages.length).toBeLessThan(13)
  const drift = run(4, (body, nowMs) => void (body.head.x = (0.02 * nowMs) / 1000))
  expect(drift.messages.length).toBeGreaterThan(95)
})

test('MOT-53 what the line does not take is gone, and a jump in it is told by the next sample', () => {
  const { samples, messages } = run(
    3,
    (body, nowMs) => {
      walk(body, nowMs)
      body.discontinuity ||= Math.abs(nowMs - 1500) < 5
    },
    { takes: (atMs) => atMs < 1000 || atMs > 2000 },
  )
  const gap = messages.findIndex(({ atMs }) => atMs > 1000)
  expect(messages[gap]?.atMs).toBeGreaterThan(2000)
  expect(messages[gap]?.poses.length).toBe(1)
  expect(samples.filter(({ discontinuity }) => discontinuity).map(({ timeMs }) => timeMs)).toEqual([
    messages[gap]?.poses[0]?.timeMs,
  ])
})

test('MOT-53 a jump is told once, by the first sample after it', () => {
  const { samples } = run(1, (body, nowMs) => {
    walk(body, nowMs)
    body.discontinuity ||= nowMs === 500
  })
  const jumps = samples.filter(({ discontinuity }) => discontinuity)
  expect(jumps.length).toBe(1)
  expect(jumps[0]?.timeMs).toBeLessThan(5545)
})

test('MOT-54 samples carry session time, 0 before it is known', () => {
  const { messages } = run(2, walk, { acting: true, sessionMs: (nowMs) => (nowMs < 500 ? 0 : nowMs + 700.4) })
  for (const { atMs, poses } of messages) {
    if (atMs < 500) expect(poses.every(({ timeMs }) => timeMs === 0)).toBe(true)
    if (atMs > 550) expect(Math.abs((poses.at(-1)?.timeMs ?? 0) - atMs - 700.4)).toBeLessThanOrEqual(34)
  }
  expect(messages.at(-1)?.poses.map(({ seq }) => seq)).toEqual(
    [2, 1, 0].map((back) => messages.flatMap(({ poses }) => poses).length - back),
  )
})

test.each([
  ['acts', true, 1000 / 30],
  ['does not', false, 40],
])('MOT-56 who %s sends on the beat of the session time', (_name, acting, beatMs) => {
  for (const ahead of [5000, 6234.5]) {
    const { messages } = run(2, walk, { acting, sessionMs: (nowMs) => nowMs + ahead })
    const late = messages.slice(1).map(({ atMs }) => (atMs + ahead + 0.001) % beatMs)
    expect(Math.max(...late)).toBeLessThan(1000 / 90 + 0.01)
  }
})

test('MOT-55 fingers are told relative to the joint before, the wrist in the workplace, and the size', () => {
  const rig = new Matrix4().makeRotationY(1).setPosition(3, 0, 0)
  const bend = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), -0.4)
  const unit = new Vector3(1, 1, 1)
  const joints: Matrix4[] = []
  for (let i = 0; i < 25; i += 1) {
    const parent =
      i === 0 ? new Matrix4().makeTranslation(0, 1, -0.3) : joints[i === 1 || i % 5 === 0 ? 0 : i - 1]
    const own = new Matrix4().compose(new Vector3(0, 0, -0.05), i === 0 ? new Quaternion() : bend, unit)
    joints.push((parent ?? rig).clone().multiply(own))
  }
  const shape = emptyHandJoints()
  readHandJoints(joints, rig, shape)
  const { samples } = run(0.2, ({ right }) => {
    right.present = true
    right.kind = 'tracked'
    right.joints = shape
  })
  const sent = samples[0]?.right?.joints
  const palm = new Vector3().setFromMatrixPosition(joints[0] as Matrix4)
  const knuckle = new Vector3().setFromMatrixPosition(joints[11] as Matrix4)
  expect(sent?.scale).toBeCloseTo(palm.distanceTo(knuckle) / 0.089, 2)
  const wrist = palm.applyMatrix4(rig)
  expect(wrist.distanceTo(new Vector3(...(sent?.wrist.position ?? [])))).toBeLessThan(0.001)
  for (let joint = 0; joint < 24; joint += 1)
    expect(bend.angleTo(new Quaternion().fromArray(sent?.rotations ?? [], joint * 4))).toBeLessThan(0.02)
})
