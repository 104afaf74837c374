import { Matrix4, Quaternion, Vector3 } from 'three'
import type { Object3D } from 'three'

const position = new Vector3()
const rotation = new Quaternion()
const scale = new Vector3()
const unit = new Vector3(1, 1, 1)
const inverse = new Matrix4()

/** Where a thing stands and how it is turned, metres; its scale is the model's affair. */
export function frameOf(object: Object3D, out: Matrix4): Matrix4 {
  object.updateWorldMatrix(true, false)
  object.matrixWorld.decompose(position, rotation, scale)
  return out.compose(position, rotation, unit)
}

/** A point of the workplace in the frame, mm. */
export function toFrame(frame: Matrix4, point: Vector3, out: Vector3): Vector3 {
  return out.copy(point).applyMatrix4(inverse.copy(frame).invert()).multiplyScalar(1000).round()
}

/** The point at an index of flat mm triples, in the workplace. */
export function fromFrame(frame: Matrix4, points: ArrayLike<number>, index: number, out: Vector3): Vector3 {
  return out
    .set(points[index * 3] ?? 0, points[index * 3 + 1] ?? 0, points[index * 3 + 2] ?? 0)
    .multiplyScalar(0.001)
    .applyMatrix4(frame)
}
