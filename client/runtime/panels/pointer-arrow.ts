import { MathUtils, Mesh, MeshBasicMaterial, Quaternion, Shape, ShapeGeometry, Vector3 } from 'three'
import type { Object3D } from 'three'

const DISTANCE_M = 1
const RING = MathUtils.degToRad(19)
const IN_VIEW = MathUtils.degToRad(28)

export interface PointerArrow {
  readonly root: Object3D
  /** Shows the way to a point that is out of view; null hides it. */
  update(head: Vector3, rotation: Quaternion, to: Vector3 | null): void
}

/** An arrow at the edge of the view that points to what is asked for. */
export function createPointerArrow(): PointerArrow {
  const material = new MeshBasicMaterial({
    color: 0xffc247,
    depthTest: false,
    transparent: true,
    fog: false,
    toneMapped: false,
  })
  const root = new Mesh(new ShapeGeometry(chevron(0.034)), material)
  root.add(edge())
  root.renderOrder = 40
  root.visible = false
  const local = new Vector3()
  const inverse = new Quaternion()
  const turn = new Quaternion()
  const towards = new Vector3(0, 0, 1)
  return {
    root,
    update(head, rotation, to) {
      root.visible = to !== null
      if (!to) return
      local.subVectors(to, head).applyQuaternion(inverse.copy(rotation).invert())
      root.visible = Math.atan2(Math.hypot(local.x, local.y), -local.z) > IN_VIEW
      const angle = Math.atan2(local.y, local.x)
      root.position
        .set(Math.cos(angle) * Math.sin(RING), Math.sin(angle) * Math.sin(RING), -Math.cos(RING))
        .multiplyScalar(DISTANCE_M)
        .applyQuaternion(rotation)
        .add(head)
      root.quaternion.copy(rotation).multiply(turn.setFromAxisAngle(towards, angle - Math.PI / 2))
    },
  }
}

function chevron(size: number): Shape {
  return new Shape()
    .moveTo(0, size)
    .lineTo(size, -size * 0.35)
    .lineTo(size * 0.62, -size * 0.7)
    .lineTo(0, size * 0.1)
    .lineTo(-size * 0.62, -size * 0.7)
    .lineTo(-size, -size * 0.35)
    .closePath()
}

/** Dark rim, so that amber stands out on white walls too. */
function edge(): Mesh {
  const material = new MeshBasicMaterial({
    color: 0x11181f,
    depthTest: false,
    transparent: true,
    fog: false,
    toneMapped: false,
  })
  const rim = new Mesh(new ShapeGeometry(chevron(0.043)), material)
  rim.position.z = -0.0005
  rim.renderOrder = 39
  return rim
}
