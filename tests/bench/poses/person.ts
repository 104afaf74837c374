import { withHands } from '#shared/poses/moving-hands.fixture.ts'
import { bodyAt, recordings } from '#shared/poses/recorded-motion.fixture.ts'
import type { HandPose, RigidPose, TrackedPose } from '#shared/protocol/tracked-pose.ts'

/** Recordings are to and fro: a body is looked up anywhere in so long a time. */
const LONG_MS = 1e6
const APART_MS = 977
const APART_METRES = 2
const IN_A_ROW = 16

/** A person at a moment. They move like a recorded one, each from another moment on and elsewhere, a tool squeezed. */
export type Person = (timeMs: number, seq: number) => TrackedPose

/** @param fingers tracked hands and eyes, made up */
export function recordedPerson(number: number, fingers: boolean): Person {
  const recording = recordings[number % recordings.length]
  if (recording === undefined) throw new Error('No recorded motion.')
  const place = [(number % IN_A_ROW) * APART_METRES, Math.floor(number / IN_A_ROW) * APART_METRES] as const
  return (timeMs, seq) => {
    const atMs = (timeMs % LONG_MS) + number * APART_MS
    const body = fingers ? withHands(bodyAt(recording, atMs), atMs) : bodyAt(recording, atMs)
    const hand = (pose: HandPose | null): HandPose | null =>
      pose && {
        ...at(pose, place),
        trigger: 0.5,
        joints: pose.joints ? { ...pose.joints, wrist: at(pose.joints.wrist, place) } : null,
      }
    return {
      ...body,
      seq: seq & 0xffff,
      timeMs: Math.floor(timeMs),
      head: at(body.head, place),
      left: hand(body.left),
      right: hand(body.right),
    }
  }
}

function at({ position: [x, y, z], rotation }: RigidPose, place: readonly [number, number]): RigidPose {
  return { position: [x + place[0], y, z + place[1]], rotation }
}
