import { Group, MathUtils, Mesh, MeshBasicMaterial, Quaternion, Shape, ShapeGeometry, Vector3 } from 'three'
import type { Object3D } from 'three'

const DISTANCE_M = 1
const IN_VIEW = MathUtils.degToRad(28)
/** Tip to tip. */
const BEHIND_M = 0.04

export interface PointerArrow {
  readonly root: Object3D
  /** Shows the way to a point that is out of view; null hides it. */
  update(head: Vector3, rotation: Quaternion, to: Vector3 | null): void
}

export interface ArrowLook {
  colour: number
  /** How far off the middle of the view it goes round, degrees. */
  ringDegrees: number
  /** Chevrons one behind the other: arrows are not told apart by colour alone. */
  chevrons: number
}

/** What the step asks for. */
const step: ArrowLook = { colour: 0xffc247, ringDegrees: 19, chevrons: 1 }

/** An arrow at the edge of the view that points to what is asked for. */
export function createPointerArrow({ colour, ringDegrees, chevrons } = step): PointerArrow {
  const ring = MathUtils.degToRad(ringDegrees)
  const root = new Group()
  for (let i = 0; i < chevrons; i++) {
    // Dark rim, so that it stands out on white walls too.
    const [front, rim] = [part(0.034, colour, 40), part(0.043, 0x11181f, 39)]
    front.position.y = rim.position.y = -BEHIND_M * i
    rim.position.z = -0.0005
    root.add(front, rim)
  }
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
        .set(Math.cos(angle) * Math.sin(ring), Math.sin(angle) * Math.sin(ring), -Math.cos(ring))
        .multiplyScalar(DISTANCE_M)
        .applyQuaternion(rotation)
        .add(head)
      root.quaternion.copy(rotation).multiply(turn.setFromAxisAngle(towards, angle - Math.PI / 2))
    },
  }
}

function part(size: number, colour: number, order: number): Mesh {
  const material = new MeshBasicMaterial({
    color: colour,
    depthTest: false,
    transparent: true,
    fog: false,
    toneMapped: false,
  })
  const mesh = new Mesh(new ShapeGeometry(chevron(size)), material)
  mesh.renderOrder = order
  return mesh
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
