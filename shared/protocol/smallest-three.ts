import type { Quaternion } from '#shared/scenario/common.ts'

/** A rotation as integers: which component is largest (0..3, made positive), then the others in order x y z w, −511..511 each. */
export const ROTATION_INTS = 4
export const COMPONENT_MAX = 511

/** No component but the largest can exceed 1/√2. */
const UNIT = 0.7071067811865476 / COMPONENT_MAX
/** What the squares of all four sum to in these units. */
const WHOLE = 2 * COMPONENT_MAX * COMPONENT_MAX
/** The largest of four is at least ½, so the squares of the others never sum to more than ¾; the rest is rounding. */
const MOST = 0.7522 * WHOLE

/** At most 0.28° between a rotation and its restored copy. What is no rotation becomes identity. */
export function quantiseRotation(q: ArrayLike<number>, from: number, ints: Int32Array, to: number): void {
  const x = q[from] ?? 0
  const y = q[from + 1] ?? 0
  const z = q[from + 2] ?? 0
  const w = q[from + 3] ?? 0
  const most = Math.max(Math.abs(x), Math.abs(y), Math.abs(z), Math.abs(w))
  const largest = Math.abs(w) === most ? 3 : Math.abs(x) === most ? 0 : Math.abs(y) === most ? 1 : 2
  const sign = (largest === 3 ? w : largest === 0 ? x : largest === 1 ? y : z) < 0 ? -1 : 1
  const length = Math.sqrt(x * x + y * y + z * z + w * w)
  const scale = length > 0 && length < Infinity ? sign / (length * UNIT) : 0
  ints[to] = scale === 0 ? 3 : largest
  ints[to + 1] = Math.round((largest === 0 ? y : x) * scale)
  ints[to + 2] = Math.round((largest <= 1 ? z : y) * scale)
  ints[to + 3] = Math.round((largest <= 2 ? w : z) * scale)
}

const restored = new Float64Array(4)

/** Writes a unit quaternion x y z w; false, and nothing written, when the integers name none. */
export function restoreRotation(ints: Int32Array, from: number, q: Quaternion): boolean {
  if (!restore(ints, from)) return false
  q[0] = restored[0] ?? 0
  q[1] = restored[1] ?? 0
  q[2] = restored[2] ?? 0
  q[3] = restored[3] ?? 0
  return true
}

/** The same for one of many. (A function that stores into arrays of two kinds would box every number.) */
export function restoreRotationAt(
  ints: Int32Array,
  from: number,
  quaternions: Float32Array,
  to: number,
): boolean {
  if (!restore(ints, from)) return false
  quaternions.set(restored, to)
  return true
}

function restore(ints: Int32Array, from: number): boolean {
  const largest = ints[from] ?? 0
  const a = ints[from + 1] ?? 0
  const b = ints[from + 2] ?? 0
  const c = ints[from + 3] ?? 0
  const sum = a * a + b * b + c * c
  const inRange = Math.max(Math.abs(a), Math.abs(b), Math.abs(c)) <= COMPONENT_MAX
  if (largest < 0 || largest > 3 || !inRange || sum > MOST) return false
  const d = Math.sqrt(WHOLE - sum) * UNIT
  restored[0] = largest === 0 ? d : a * UNIT
  restored[1] = largest === 1 ? d : (largest === 0 ? a : b) * UNIT
  restored[2] = largest === 2 ? d : (largest === 3 ? c : b) * UNIT
  restored[3] = largest === 3 ? d : c * UNIT
  return true
}

/** Says the same rotation with another component left out, as near as integers can; the others may then exceed their range. */
export function leaveOut(largest: number, ints: Int32Array, at: number): void {
  const before = ints[at] ?? 0
  const a = ints[at + 1] ?? 0
  const b = ints[at + 2] ?? 0
  const c = ints[at + 3] ?? 0
  const d = Math.round(Math.sqrt(Math.max(0, WHOLE - a * a - b * b - c * c)))
  const x = before === 0 ? d : a
  const y = before === 1 ? d : before === 0 ? a : b
  const z = before === 2 ? d : before === 3 ? c : b
  const w = before === 3 ? d : c
  const sign = (largest === 0 ? x : largest === 1 ? y : largest === 2 ? z : w) < 0 ? -1 : 1
  ints[at] = largest
  ints[at + 1] = sign * (largest === 0 ? y : x)
  ints[at + 2] = sign * (largest <= 1 ? z : y)
  ints[at + 3] = sign * (largest <= 2 ? w : z)
}
