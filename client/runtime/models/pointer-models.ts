import {
  BufferAttribute,
  BufferGeometry,
  Group,
  Line,
  LineBasicMaterial,
  LineDashedMaterial,
  Mesh,
  MeshBasicMaterial,
  RingGeometry,
  Vector3,
} from 'three'
import type { Hand } from '../device/body.ts'
import { ARC_POINTS } from '../locomotion/teleport-arc.ts'
import type { Landing } from '../locomotion/teleport-arc.ts'

const IDLE_BEAM_M = 0.35
const VALID = 0x6fd3a8
const INVALID = 0xff8a5c

export interface Beam {
  readonly root: Group
  /** Short when nothing is hit; reaches what is, with a dot there. */
  update(hand: Hand, visible: boolean, distance: number, active: boolean): void
}

/** The ray of one hand. */
export function createBeam(): Beam {
  const root = new Group()
  const positions = new BufferAttribute(new Float32Array([0, 0, 0, 0, 0, -1]), 3)
  const material = new LineBasicMaterial({
    color: 0xe8edf2,
    transparent: true,
    opacity: 0.75,
    fog: false,
    toneMapped: false,
  })
  const line = new Line(new BufferGeometry().setAttribute('position', positions), material)
  const dotMaterial = new MeshBasicMaterial({
    color: 0xffffff,
    fog: false,
    toneMapped: false,
    depthTest: false,
    transparent: true,
  })
  const dot = new Mesh(new RingGeometry(0, 0.006, 20), dotMaterial)
  dot.renderOrder = 20
  line.frustumCulled = false
  root.add(line, dot)
  return {
    root,
    update(hand, visible, distance, active) {
      root.visible = visible && hand.present
      if (!root.visible) return
      const hits = Number.isFinite(distance)
      root.position.copy(hand.rayOrigin)
      root.quaternion.copy(hand.aim)
      line.scale.z = hits ? distance : IDLE_BEAM_M
      material.opacity = active ? 0.95 : 0.5
      dot.visible = hits
      dot.position.z = -distance
      dot.scale.setScalar(Math.max(0.6, distance * 0.9))
    },
  }
}

export interface ArcModel {
  readonly root: Group
  update(points: Float32Array | null, landing: Landing): void
}

/** The teleport's arc and mark: a green closed ring where it may land, an orange dashed arc with a cross where not. */
export function createArcModel(): ArcModel {
  const root = new Group()
  const positions = new BufferAttribute(new Float32Array(ARC_POINTS * 3), 3)
  const geometry = new BufferGeometry().setAttribute('position', positions)
  const solid = new LineBasicMaterial({ color: VALID, fog: false, toneMapped: false })
  const dashed = new LineDashedMaterial({
    color: INVALID,
    dashSize: 0.08,
    gapSize: 0.07,
    fog: false,
    toneMapped: false,
  })
  const arc = new Line(geometry, solid)
  arc.frustumCulled = false
  const ring = new Mesh(
    new RingGeometry(0.22, 0.28, 40),
    new MeshBasicMaterial({ color: VALID, fog: false, toneMapped: false }),
  )
  const cross = new Line(
    new BufferGeometry().setFromPoints(
      [
        [-1, -1],
        [1, 1],
        [0, 0],
        [1, -1],
        [-1, 1],
      ].map(([x = 0, z = 0]) => new Vector3(x * 0.15, 0, z * 0.15)),
    ),
    new LineBasicMaterial({ color: INVALID, fog: false, toneMapped: false }),
  )
  ring.rotation.x = -Math.PI / 2
  root.add(arc, ring, cross)
  root.visible = false
  return {
    root,
    update(points, landing) {
      root.visible = points !== null
      if (!points) return
      positions.array.set(points)
      positions.needsUpdate = true
      arc.material = landing.valid ? solid : dashed
      if (!landing.valid) arc.computeLineDistances()
      ring.visible = landing.valid
      cross.visible = !landing.valid && landing.reached
      ring.position.set(landing.x, 0.012, landing.z)
      cross.position.set(landing.x, 0.012, landing.z)
    },
  }
}
