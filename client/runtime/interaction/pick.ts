import { Box3, Matrix4, Mesh, Vector3 } from 'three'
import type { Object3D } from 'three'

/** Something that can be pointed at and touched: an object and the box around its own meshes, in the object's frame. */
export interface Target {
  readonly id: string
  readonly object: Object3D
  readonly box: Box3
  /** What lies on or in a bigger thing wins over it. */
  readonly priority: number
}

export interface Hit {
  target: Target | null
  distance: number
  readonly point: Vector3
}

export function createHit(): Hit {
  return { target: null, distance: Infinity, point: new Vector3() }
}

const inverse = new Matrix4()
const origin = new Vector3()
const direction = new Vector3()
const point = new Vector3()
const grown = new Box3()

/**
 * Nearest enabled target on a ray; boxes are grown by `slop` metres per metre of distance, so that small things far off can be hit.
 * Allocates nothing.
 */
export function pickRay(
  targets: readonly Target[],
  isEnabled: (target: Target) => boolean,
  from: Vector3,
  along: Vector3,
  slop: number,
  hit: Hit,
): Hit {
  hit.target = null
  hit.distance = Infinity
  for (const target of targets) {
    if (passesBy(target, from, along, slop) || !isEnabled(target)) continue
    inverse.copy(target.object.matrixWorld).invert()
    origin.copy(from).applyMatrix4(inverse)
    direction.copy(along).transformDirection(inverse)
    const centre = target.box.getCenter(point).distanceTo(origin)
    grown.copy(target.box).expandByScalar(slop * centre)
    const distance = enter(grown, origin, direction)
    if (distance === Infinity || !isBetter(target, distance, hit)) continue
    hit.target = target
    hit.distance = distance
  }
  if (hit.target) hit.point.copy(along).multiplyScalar(hit.distance).add(from)
  return hit
}

/** Quick no: the ray does not come near the ball around the target's box. */
function passesBy(target: Target, from: Vector3, along: Vector3, slop: number): boolean {
  point
    .copy(target.box.min)
    .add(target.box.max)
    .multiplyScalar(0.5)
    .applyMatrix4(target.object.matrixWorld)
    .sub(from)
  const far = point.length()
  const ahead = point.dot(along)
  const radius = target.box.min.distanceTo(target.box.max) / 2 + slop * far * 1.8
  return far * far - ahead * Math.abs(ahead) > radius * radius
}

/** Nearest enabled target that a sphere touches. */
export function pickSphere(
  targets: readonly Target[],
  isEnabled: (target: Target) => boolean,
  centre: Vector3,
  radius: number,
  hit: Hit,
): Hit {
  hit.target = null
  hit.distance = Infinity
  for (const target of targets) {
    point.copy(target.box.min).add(target.box.max).multiplyScalar(0.5).applyMatrix4(target.object.matrixWorld)
    if (
      point.distanceTo(centre) > radius + target.box.min.distanceTo(target.box.max) / 2 ||
      !isEnabled(target)
    )
      continue
    origin.copy(centre)
    target.object.worldToLocal(origin)
    const distance = target.box.distanceToPoint(origin)
    if (distance > radius || !isBetter(target, distance, hit)) continue
    hit.target = target
    hit.distance = distance
    hit.point.copy(centre)
  }
  return hit
}

/** The box around an object's meshes in the object's own frame; null without any. Parts named in `except` are left out. */
export function boxOf(object: Object3D, except: readonly Object3D[] = []): Box3 | null {
  object.updateWorldMatrix(true, true)
  const box = new Box3()
  const toObject = new Matrix4().copy(object.matrixWorld).invert()
  const part = new Box3()
  const relative = new Matrix4()
  const add = (node: Object3D) => {
    if (except.includes(node)) return
    if (node instanceof Mesh) {
      node.geometry.computeBoundingBox()
      if (node.geometry.boundingBox)
        box.union(
          part
            .copy(node.geometry.boundingBox)
            .applyMatrix4(relative.multiplyMatrices(toObject, node.matrixWorld)),
        )
    }
    node.children.forEach(add)
  }
  add(object)
  return box.isEmpty() ? null : box
}

function isBetter(target: Target, distance: number, hit: Hit): boolean {
  if (!hit.target) return true
  if (target.priority !== hit.target.priority)
    return target.priority > hit.target.priority && distance < hit.distance + 0.4
  return distance < hit.distance
}

/** Distance along the ray to where it enters the box, 0 from inside, Infinity when it misses. */
function enter(box: Box3, from: Vector3, along: Vector3): number {
  let near = 0
  let far = Infinity
  for (const axis of AXES) {
    const step = along[axis]
    if (Math.abs(step) < 1e-9) {
      if (from[axis] < box.min[axis] || from[axis] > box.max[axis]) return Infinity
      continue
    }
    const a = (box.min[axis] - from[axis]) / step
    const b = (box.max[axis] - from[axis]) / step
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  return near <= far ? near : Infinity
}

const AXES = ['x', 'y', 'z'] as const
