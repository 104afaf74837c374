import type { Quaternion } from '#shared/scenario/common.ts'

export const QUATERNION_BYTES = 5

const STEPS = 4095
/** No component but the largest can exceed 1/√2. */
const LIMIT = 0.7071067811865476
/** The largest of four is at least ½, so the squares of the others never sum to more than ¾; the rest is rounding. */
const MAX_SUM = 0.752

/**
 * Smallest three: which component is largest (2 bits), the others in 12 bits each, in order x y z w; 2 bits are zero.
 * Worst angle between a rotation and its decoded copy: 0.07°. (32 bits could not promise 0.1°: 2³² cells of the space of
 * rotations are 0.107° apart at best.)
 */
export function writeQuaternion(view: DataView, offset: number, q: Quaternion): void {
  const length = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]) || 1
  let largest = 0
  for (let i = 1; i < 4; i++) if (Math.abs(at(q, i)) > Math.abs(at(q, largest))) largest = i
  const sign = at(q, largest) < 0 ? -1 : 1
  const a = quantise((sign * at(q, largest === 0 ? 1 : 0)) / length)
  const b = quantise((sign * at(q, largest <= 1 ? 2 : 1)) / length)
  const c = quantise((sign * at(q, largest <= 2 ? 3 : 2)) / length)
  view.setUint8(offset, (largest << 4) | (a >> 8))
  view.setUint8(offset + 1, a & 255)
  view.setUint8(offset + 2, b >> 4)
  view.setUint8(offset + 3, ((b & 15) << 4) | (c >> 8))
  view.setUint8(offset + 4, c & 255)
}

/** Unit quaternion, or null when the bytes name none. */
export function readQuaternion(view: DataView, offset: number): Quaternion | null {
  const first = view.getUint8(offset)
  const third = view.getUint8(offset + 3)
  if (first >= 64) return null
  const largest = first >> 4
  const a = restore(((first & 15) << 8) | view.getUint8(offset + 1))
  const b = restore((view.getUint8(offset + 2) << 4) | (third >> 4))
  const c = restore(((third & 15) << 8) | view.getUint8(offset + 4))
  const sum = a * a + b * b + c * c
  if (sum > MAX_SUM) return null
  const d = Math.sqrt(1 - sum)
  if (largest === 0) return [d, a, b, c]
  if (largest === 1) return [a, d, b, c]
  if (largest === 2) return [a, b, d, c]
  return [a, b, c, d]
}

function at(q: Quaternion, index: number): number {
  return q[index] ?? 0
}

function quantise(component: number): number {
  const step = Math.round(((component + LIMIT) / (2 * LIMIT)) * STEPS)
  return Math.max(0, Math.min(STEPS, step))
}

function restore(step: number): number {
  return (step / STEPS) * 2 * LIMIT - LIMIT
}
