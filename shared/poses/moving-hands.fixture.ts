import { multiply, rotate, type Rotation } from '#shared/kernel/quaternion.ts'
import { nextRandom } from '#shared/kernel/random.ts'
import { cos, pi, sin } from '#shared/kernel/trigonometry.ts'
import { add } from '#shared/kernel/vector.ts'
import { JOINTS, type HandJoints, type HandPose, type RigidPose } from '#shared/protocol/tracked-pose.ts'
import type { PoseSample } from './pose-sample.ts'

/** Degrees that metacarpal, proximal, intermediate, distal, tip of a finger bend in a fist; the thumb has no intermediate. */
const FINGER = [3, 75, 95, 60, 0]
const THUMB = [15, 45, 60, 0]
/** Trackers tremble: so much to either side, changing this often. */
const NOISE_DEGREES = 0.3
const NOISE_MS = 70

/**
 * Made up, not recorded: tracked hands and eyes for a body that was recorded with controllers. Fingers open and close one by
 * one and all together, and tremble.
 */
export function withHands(sample: PoseSample, timeMs: number): PoseSample {
  const { head, left, right } = sample
  const gaze = multiply(head.rotation, turn(8 * wave(timeMs, 900, 3), 'y')) as RigidPose['rotation']
  return {
    ...sample,
    gaze,
    left: left && tracked(left, timeMs, 1),
    right: right && tracked(right, timeMs, 2),
  }
}

function tracked(hand: HandPose, timeMs: number, side: number): HandPose {
  const back = rotate(hand.rotation, [0, 0.02, 0.06])
  const wrist: RigidPose = {
    position: add(hand.position, back) as RigidPose['position'],
    rotation: multiply(hand.rotation, turn(10 * wave(timeMs, 1700, side), 'x')) as RigidPose['rotation'],
  }
  return { ...hand, joints: { wrist, rotations: fingers(timeMs, side), scale: 1 } satisfies HandJoints }
}

function fingers(timeMs: number, side: number): Float32Array {
  const rotations = new Float32Array(4 * JOINTS)
  const grip = Math.max(0, wave(timeMs, 4000, side))
  let joint = 0
  for (let finger = 0; finger < 5; finger++) {
    const curl = Math.max(grip, 0.2 + 0.2 * wave(timeMs, 1300 + 217 * finger, side + finger))
    for (const most of finger === 0 ? THUMB : FINGER) {
      const bend = most === 0 ? 0 : most * curl + NOISE_DEGREES * noise(timeMs, 100 * side + joint)
      const spread =
        most === 0
          ? 0
          : 4 * (finger - 2) * (1 - curl) + NOISE_DEGREES * noise(timeMs, 100 * side + joint + 50)
      rotations.set(multiply(turn(-bend, 'x'), turn(spread, 'y')), 4 * joint)
      joint += 1
    }
  }
  return rotations
}

function turn(degrees: number, axis: 'x' | 'y'): Rotation {
  const half = (degrees * pi) / 360
  return axis === 'x' ? [sin(half), 0, 0, cos(half)] : [0, sin(half), 0, cos(half)]
}

function wave(timeMs: number, periodMs: number, phase: number): number {
  return sin((2 * pi * timeMs) / periodMs + phase)
}

/** Between −1 and 1, smooth. */
function noise(timeMs: number, source: number): number {
  const knot = Math.floor(timeMs / NOISE_MS)
  const share = timeMs / NOISE_MS - knot
  const at = (k: number) => nextRandom(Math.imul(k, 7919) + source).value / 0x8000_0000 - 1
  return at(knot) + (at(knot + 1) - at(knot)) * share * share * (3 - 2 * share)
}
