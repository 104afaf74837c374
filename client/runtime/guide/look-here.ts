import { Group, MathUtils, Mesh, MeshBasicMaterial, Shape, ShapeGeometry, Vector3 } from 'three'
import type { Object3D, Quaternion } from 'three'
import type { PersonMark } from '../avatars/mark-of.ts'
import { createNameTag } from './name-tag.ts'

/** The sign at a place that somebody asks to look at: it points down on it, and stays. */
export interface LookHereSign {
  readonly root: Object3D
  write(text: string, mark: PersonMark): void
  /** @param still it does not bob (reduced motion) */
  draw(at: Vector3, eye: Vector3, eyeRotation: Quaternion, nowS: number, still: boolean): void
  hide(): void
  dispose(): void
}

/** Of the sign, as seen: 50 dmm high. */
const SIZE_RAD = 0.05
const BOB = 0.12
const BOB_HZ = 0.5
/** It calls; when one looks it steps back. Radians off the middle of the view, and what is left of it. */
const LOOKED_AT = [MathUtils.degToRad(4), MathUtils.degToRad(14)] as const
const QUIET = 0.45

export function createLookHereSign(): LookHereSign {
  const body = new MeshBasicMaterial({
    transparent: true,
    depthTest: false,
    depthWrite: false,
    fog: false,
    toneMapped: false,
  })
  const rim = body.clone()
  rim.color.set(0x11181f)
  const sign = new Group()
  const front = new Mesh(new ShapeGeometry(pointer(1)), body)
  const back = new Mesh(new ShapeGeometry(pointer(1.22)), rim)
  back.position.set(0, -0.13, -0.001)
  front.renderOrder = 24
  back.renderOrder = 23
  sign.add(front, back)
  const tag = createNameTag()
  const root = new Group()
  root.add(sign, tag.mesh)
  root.visible = false
  const towards = new Vector3()
  const ahead = new Vector3()

  return {
    root,
    write(text, mark) {
      body.color.set(mark.colour)
      tag.write(text, mark)
    },
    draw(at, eye, eyeRotation, nowS, still) {
      root.visible = true
      const distance = Math.max(0.5, towards.subVectors(at, eye).length())
      const off = towards.angleTo(ahead.set(0, 0, -1).applyQuaternion(eyeRotation))
      const opacity = MathUtils.lerp(QUIET, 1, MathUtils.smoothstep(off, ...LOOKED_AT))
      const size = SIZE_RAD * distance
      const bob = still ? 0 : BOB * (0.5 - 0.5 * Math.cos(nowS * BOB_HZ * 2 * Math.PI))
      sign.position.copy(at)
      sign.position.y += size * (0.25 + bob)
      // Upright, whatever the head does; turned to the eye.
      sign.rotation.set(0, Math.atan2(-towards.x, -towards.z), 0)
      sign.scale.setScalar(size)
      body.opacity = rim.opacity = opacity
      towards.copy(at)
      towards.y += size * 1.65
      tag.place(towards, eye, eyeRotation, opacity)
    },
    hide() {
      root.visible = false
    },
    dispose() {
      root.removeFromParent()
      for (const mesh of [front, back]) mesh.geometry.dispose()
      body.dispose()
      rim.dispose()
      tag.dispose()
    },
  }
}

/** A drop with its tip at the origin, 1 high. */
function pointer(scale: number): Shape {
  const shape = new Shape()
  const radius = 0.3 * scale
  const middle = 0.62 * scale
  const open = MathUtils.degToRad(28)
  shape.moveTo(0, 0)
  shape.lineTo(Math.cos(open) * radius, middle - Math.sin(open) * radius)
  shape.absarc(0, middle, radius, -open, Math.PI + open, false)
  shape.lineTo(0, 0)
  return shape
}
