import { Vector3 } from 'three'
import type { Object3D } from 'three'

const head = new Vector3()
const up = new Vector3(0, 1, 0)

/** Turns the rig about the head, so that the person stays where they are. Radians about +Y. */
export function turnAboutHead(rig: Object3D, headWorld: Vector3, radians: number): void {
  head.copy(headWorld)
  rig.position.sub(head).applyAxisAngle(up, radians).add(head)
  rig.rotation.y += radians
  rig.updateMatrixWorld(true)
}

/** Puts the feet (the floor under the head) on a place; the head's height is kept. */
export function placeFeet(rig: Object3D, headWorld: Vector3, x: number, z: number): void {
  rig.position.x += x - headWorld.x
  rig.position.z += z - headWorld.z
  rig.updateMatrixWorld(true)
}
