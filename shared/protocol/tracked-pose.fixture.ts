import fc from 'fast-check'
import { atan2, pi } from '#shared/kernel/trigonometry.ts'
import type { Quaternion, Vector3 } from '#shared/scenario/common.ts'
import { JOINTS, type HandJoints, type HandPose, type RigidPose, type TrackedPose } from './tracked-pose.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const metres = fc.double({ min: -1000, max: 1000, noNaN: true })
const component = fc.double({ min: -1, max: 1, noNaN: true })

export const anyRotation: fc.Arbitrary<Quaternion> = fc
  .tuple(component, component, component, component)
  .filter((q) => length(q) > 0.01)
  .map((q) => q.map((x) => x / length(q)) as Quaternion)
const anyRigid: fc.Arbitrary<RigidPose> = fc.record({
  position: fc.tuple(metres, metres, metres),
  rotation: anyRotation,
})
const anyHand: fc.Arbitrary<HandPose> = fc
  .record({
    grip: anyRigid,
    trigger: share,
    rotations: fc.option(fc.array(anyRotation, manyJoints())),
    scale: share,
  })
  .chain(({ grip, trigger, rotations, scale }) =>
    fc
      .record({ offset: fc.tuple(share, share, share), rotation: anyRotation })
      .map(({ offset, rotation }) => ({
        ...grip,
        trigger,
        ...(rotations && {
          joints: {
            wrist: { position: grip.position.map((x, axis) => x + (offset[axis] ?? 0)) as Vector3, rotation },
            rotations: Float32Array.from(rotations.flat()),
            scale: 2 * 0.99 * scale,
          },
        }),
      })),
  )
function manyJoints() {
  return { minLength: JOINTS, maxLength: JOINTS }
}

/** Any body at any time; hands within the workplace's bounds, wrists near their palms. */
export const anyTrackedPose: fc.Arbitrary<TrackedPose> = fc.record(
  {
    seq: fc.integer({ min: 0, max: 65_535 }),
    timeMs: fc.integer({ min: 0, max: 4_294_967_295 }),
    discontinuity: fc.boolean(),
    head: anyRigid,
    left: fc.option(anyHand),
    right: fc.option(anyHand),
    gaze: fc.option(anyRotation),
  },
  { requiredKeys: ['seq', 'timeMs', 'discontinuity', 'head', 'left', 'right'] },
)

/** How far the farthest part of a body is from where it was sent; parts that only one side has are infinitely far. */
export function poseError(sent: Omit<TrackedPose, 'seq'>, got: Omit<TrackedPose, 'seq'>) {
  const worst = { millimetres: 0, degrees: 0, jointDegrees: 0, trigger: 0, scale: 0 }
  const rigid = (a: RigidPose, b: RigidPose) => {
    const apart = length(a.position.map((x, axis) => x - (b.position[axis] ?? 0)))
    worst.millimetres = Math.max(worst.millimetres, 1000 * apart)
    worst.degrees = Math.max(worst.degrees, degreesBetween(a.rotation, b.rotation))
  }
  const joints = (a: HandJoints, b: HandJoints) => {
    rigid(a.wrist, b.wrist)
    worst.scale = Math.max(worst.scale, Math.abs(a.scale - b.scale))
    for (let at = 0; at < 4 * JOINTS; at += 4) {
      const angle = degreesBetween(a.rotations.subarray(at, at + 4), b.rotations.subarray(at, at + 4))
      worst.jointDegrees = Math.max(worst.jointDegrees, angle)
    }
  }
  const hand = (a: HandPose, b: HandPose) => {
    rigid(a, b)
    worst.trigger = Math.max(worst.trigger, Math.abs(a.trigger - b.trigger))
    both(a.joints, b.joints, joints)
  }
  function both<Part>(
    a: Part | null | undefined,
    b: Part | null | undefined,
    compare: (a: Part, b: Part) => void,
  ) {
    if (a && b) compare(a, b)
    else if (a || b) worst.millimetres = Infinity
  }
  rigid(sent.head, got.head)
  both(sent.left, got.left, hand)
  both(sent.right, got.right, hand)
  both(sent.gaze, got.gaze, (a, b) => {
    worst.degrees = Math.max(worst.degrees, degreesBetween(a, b))
  })
  return worst
}

export function degreesBetween(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const at = (q: ArrayLike<number>, i: number) => q[i] ?? 0
  const sum = (f: (i: number) => number) => f(0) + f(1) + f(2) + f(3)
  const sign = sum((i) => at(a, i) * at(b, i)) < 0 ? -1 : 1
  const near = length([0, 1, 2, 3].map((i) => at(a, i) - sign * at(b, i)))
  const far = length([0, 1, 2, 3].map((i) => at(a, i) + sign * at(b, i)))
  return (4 * atan2(near, far) * 180) / pi
}

function length(numbers: readonly number[]): number {
  return Math.sqrt(numbers.reduce((sum, x) => sum + x * x, 0))
}
