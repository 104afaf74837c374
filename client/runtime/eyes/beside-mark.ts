import { Group, Mesh, MeshBasicMaterial, RingGeometry, Shape, ShapeGeometry, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { Surface } from '../interaction/hand-loop.ts'
import { onlyOwnSight } from '../own-sight.ts'
import type { Spot } from './shoulder.ts'

/** On the floor beside whom one watches from the shoulder: pointed at and pressed, it takes one there. */
export interface BesideMark extends Surface {
  readonly root: Object3D
  /** Null: one is there already, or cannot be. */
  show(spot: Spot | null): void
  dispose(): void
}

const RADIUS_M = 0.34
const ABOVE_FLOOR_M = 0.012
const GREEN = 0x6fd3a8
const at = new Vector3()

export function createBesideMark(scene: Object3D, onPress: () => void): BesideMark {
  const material = new MeshBasicMaterial({ color: GREEN, fog: false, toneMapped: false })
  const ring = new Mesh(new RingGeometry(0.28, RADIUS_M, 48), material)
  const arrow = new Mesh(new ShapeGeometry(chevron()), material)
  const flat = new Group()
  flat.rotation.x = -Math.PI / 2
  flat.add(ring, arrow)
  const root = onlyOwnSight(new Group())
  root.add(flat)
  root.visible = false
  scene.add(root)
  const met = { left: false, right: false }
  return {
    root,
    show(spot) {
      root.visible = spot !== null
      if (!spot) return
      root.position.set(spot.x, ABOVE_FLOOR_M, spot.z)
      root.rotation.y = spot.yaw
    },
    point(hand, hit) {
      const { rayOrigin, rayDirection } = hand
      const t = rayDirection.y < -1e-3 ? -rayOrigin.y / rayDirection.y : Infinity
      at.copy(rayDirection).multiplyScalar(t).add(rayOrigin).sub(root.position)
      met[hand.side] = root.visible && hand.present && Math.hypot(at.x, at.z) < RADIUS_M
      if (!met[hand.side]) return false
      hit.target = null
      hit.distance = t
      hit.point.copy(at).add(root.position)
      return true
    },
    poke: () => false,
    press(hand) {
      if (met[hand.side]) onPress()
    },
    dispose() {
      root.removeFromParent()
      ring.geometry.dispose()
      arrow.geometry.dispose()
      material.dispose()
    },
  }
}

/** Towards where one will look. */
function chevron(): Shape {
  return new Shape()
    .moveTo(0, 0.17)
    .lineTo(0.14, -0.02)
    .lineTo(0.08, -0.08)
    .lineTo(0, 0.03)
    .lineTo(-0.08, -0.08)
    .lineTo(-0.14, -0.02)
    .closePath()
}
