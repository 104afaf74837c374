import fc from 'fast-check'
import { nextRandom } from '#shared/kernel/random.ts'
import { atan2, pi } from '#shared/kernel/trigonometry.ts'
import type { Quaternion } from '#shared/scenario/common.ts'
import { JOINTS, type HandJoints, type HandPose, type RigidPose, type TrackedPose } from './tracked-pose.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const metres = fc.double({ min: -1000, max: 1000, noNaN: true })
const component = fc.double({ min: -1, max: 1, noNaN: true })

const anyRotation: fc.Arbitrary<Quaternion> = fc
  .tuple(component, component, component, component)
  .filter((q) => length(q) > 0.01)
  .map((q) => q.map((x) => x / length(q)) as Quaternion)
const anyRigid: fc.Arbitrary<RigidPose> = fc.record({
  position: fc.tuple(metres, metres, metres),
  rotation: anyRotation,
})
const anyJoints = fc.record({
  offset: fc.tuple(share, share, share),
  rotation: anyRotation,
  seed: fc.nat(),
  scale: fc.double({ min: 0, max: 1.99, noNaN: true }),
})
const anyHand: fc.Arbitrary<HandPose> = fc
  .tuple(anyRigid, share, fc.option(anyJoints))
  .map(([grip, trigger, drawn]) => {
    if (!drawn) return { ...grip, trigger }
    const { offset, rotation, seed, scale } = drawn
    const [x, y, z] = grip.position
    const wrist: RigidPose = { position: [x + offset[0], y + offset[1], z + offset[2]], rotation }
    return { ...grip, trigger, joints: { wrist, rotations: someRotations(seed), scale } }
  })

/** One draw for all, or fast-check is busy with fingers alone. */
function someRotations(seed: number): Float32Array {
  const rotations = new Float32Array(4 * JOINTS)
  let state = seed
  for (let at = 0; at < rotations.length; at += 4) {
    const q = [0, 0, 0, 0].map(() => {
      const drawn = nextRandom(state)
      state = drawn.state
      return drawn.value / 0x8000_0000 - 1
    })
    rotations.set(
      q.map((x) => x / length(q)),
      at,
    )
  }
  return rotations
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

/** Of rotations, the short way. */
export function degreesBetween(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let apart = 0
  let together = 0
  for (let i = 0; i < 4; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    apart += (x - y) * (x - y)
    together += (x + y) * (x + y)
  }
  const chords = [Math.sqrt(apart), Math.sqrt(together)] as const
  return (4 * atan2(Math.min(...chords), Math.max(...chords)) * 180) / pi
}

function length(numbers: readonly number[]): number {
  return Math.sqrt(numbers.reduce((sum, x) => sum + x * x, 0))
}
