// Unit quaternions x y z w inside arrays of numbers, written in place: the frame loop makes no objects.

type Numbers = Float64Array | Float32Array

/** Angle between two rotations, radians. */
export function angleBetween(a: Numbers, aAt: number, b: Numbers, bAt: number): number {
  differenceInto(a, aAt, b, bAt, turned, 0)
  return Math.hypot(turned[0] ?? 0, turned[1] ?? 0, turned[2] ?? 0)
}

/** From a (u = 0) to b (u = 1) the short way; beyond 1 it turns on. */
export function slerp(a: Numbers, aAt: number, b: Numbers, bAt: number, u: number, out: Numbers, at: number) {
  let dot = 0
  for (let i = 0; i < 4; i += 1) dot += (a[aAt + i] ?? 0) * (b[bAt + i] ?? 0)
  const sign = dot < 0 ? -1 : 1
  const angle = Math.acos(Math.min(1, dot * sign))
  // Of nearly equal ones the chord is the arc.
  const near = angle < 0.01
  const from = near ? 1 - u : Math.sin((1 - u) * angle)
  const to = sign * (near ? u : Math.sin(u * angle))
  for (let i = 0; i < 4; i += 1) out[at + i] = from * (a[aAt + i] ?? 0) + to * (b[bAt + i] ?? 0)
  normalise(out, at)
}

/** out = a · b; out may be one of them. */
export function multiply(a: Numbers, aAt: number, b: Numbers, bAt: number, out: Numbers, at: number) {
  write(a, aAt, b, bAt, 1, out, at)
}

/** out = a⁻¹ · b; out may be one of them. */
export function multiplyInverse(a: Numbers, aAt: number, b: Numbers, bAt: number, out: Numbers, at: number) {
  write(a, aAt, b, bAt, -1, out, at)
}

function write(a: Numbers, aAt: number, b: Numbers, bAt: number, s: 1 | -1, out: Numbers, at: number) {
  const ax = s * (a[aAt] ?? 0)
  const ay = s * (a[aAt + 1] ?? 0)
  const az = s * (a[aAt + 2] ?? 0)
  const aw = a[aAt + 3] ?? 0
  const bx = b[bAt] ?? 0
  const by = b[bAt + 1] ?? 0
  const bz = b[bAt + 2] ?? 0
  const bw = b[bAt + 3] ?? 0
  out[at] = aw * bx + ax * bw + ay * bz - az * by
  out[at + 1] = aw * by + ay * bw + az * bx - ax * bz
  out[at + 2] = aw * bz + az * bw + ax * by - ay * bx
  out[at + 3] = aw * bw - ax * bx - ay * by - az * bz
}

/** Turns the vector at `at` in place by q, or back by it. */
export function turn(q: Numbers, qAt: number, vector: Numbers, at: number, back = false) {
  const s = back ? -1 : 1
  const x = s * (q[qAt] ?? 0)
  const y = s * (q[qAt + 1] ?? 0)
  const z = s * (q[qAt + 2] ?? 0)
  const w = q[qAt + 3] ?? 0
  const vx = vector[at] ?? 0
  const vy = vector[at + 1] ?? 0
  const vz = vector[at + 2] ?? 0
  const tx = 2 * (y * vz - z * vy)
  const ty = 2 * (z * vx - x * vz)
  const tz = 2 * (x * vy - y * vx)
  vector[at] = vx + w * tx + y * tz - z * ty
  vector[at + 1] = vy + w * ty + z * tx - x * tz
  vector[at + 2] = vz + w * tz + x * ty - y * tx
}

/** The turn d with a = d · b as axis × angle (at most π). */
export function differenceInto(a: Numbers, aAt: number, b: Numbers, bAt: number, out: Numbers, at: number) {
  // a · b⁻¹, its inverse being b with the vector part turned round.
  const bx = -(b[bAt] ?? 0)
  const by = -(b[bAt + 1] ?? 0)
  const bz = -(b[bAt + 2] ?? 0)
  const bw = b[bAt + 3] ?? 0
  const ax = a[aAt] ?? 0
  const ay = a[aAt + 1] ?? 0
  const az = a[aAt + 2] ?? 0
  const aw = a[aAt + 3] ?? 0
  const x = aw * bx + ax * bw + ay * bz - az * by
  const y = aw * by + ay * bw + az * bx - ax * bz
  const z = aw * bz + az * bw + ax * by - ay * bx
  const w = aw * bw - ax * bx - ay * by - az * bz
  const sine = Math.hypot(x, y, z)
  const scale = (w < 0 ? -1 : 1) * (sine < 1e-9 ? 2 : (2 * Math.atan2(sine, Math.abs(w))) / sine)
  out[at] = x * scale
  out[at + 1] = y * scale
  out[at + 2] = z * scale
}

const turned = new Float64Array(4)

/** out = the turn given as axis × angle, then q. */
export function addTurn(turnVector: Numbers, turnAt: number, q: Numbers, at: number) {
  const x = turnVector[turnAt] ?? 0
  const y = turnVector[turnAt + 1] ?? 0
  const z = turnVector[turnAt + 2] ?? 0
  const angle = Math.hypot(x, y, z)
  const scale = angle < 1e-9 ? 0.5 : Math.sin(angle / 2) / angle
  turned[0] = x * scale
  turned[1] = y * scale
  turned[2] = z * scale
  turned[3] = Math.cos(angle / 2)
  multiply(turned, 0, q, at, q, at)
}

function normalise(q: Numbers, at: number) {
  let square = 0
  for (let i = 0; i < 4; i += 1) square += (q[at + i] ?? 0) ** 2
  const scale = 1 / Math.sqrt(square)
  for (let i = 0; i < 4; i += 1) q[at + i] = (q[at + i] ?? 0) * scale
}
