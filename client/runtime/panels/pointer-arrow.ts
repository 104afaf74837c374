import { ConeGeometry, MathUtils, Mesh, MeshBasicMaterial, Quaternion, Vector3 } from 'three'
import type { Object3D } from 'three'

const DISTANCE_M = 1
const RING = MathUtils.degToRad(17)
const IN_VIEW = MathUtils.degToRad(24)

export interface PointerArrow {
  readonly root: Object3D
  /** Shows the way to a point that is out of view; null hides it. */
  update(head: Vector3, rotation: Quaternion, to: Vector3 | null): void
}

/** An arrow at the edge of the view that points to what is asked for. */
export function createPointerArrow(): PointerArrow {
  const material = new MeshBasicMaterial({ color: 0xffc247, depthTest: false, transparent: true, fog: false, toneMapped: false })
  const root = new Mesh(new ConeGeometry(0.018, 0.05, 3), material)
  root.scale.z = 0.4
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
