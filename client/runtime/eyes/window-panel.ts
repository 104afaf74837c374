import { Group, Mesh, PlaneGeometry, Quaternion, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { Body, Hand, Side } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import type { Hit } from '../interaction/pick.ts'
import { onlyOwnSight } from '../own-sight.ts'
import { createPictureMaterial, pictureEdges } from './picture-material.ts'
import { createWindowPlace, windowWidthM } from './window-place.ts'
import { createWindowStrip } from './window-strip.ts'
import type { StripButton, StripContent } from './window-strip.ts'
import type { Portal } from './portal.ts'

/** The window in a headset: a panel that hangs in the room, never on the head. Hands take it by the picture and put it elsewhere. */
export interface WindowPanel extends Surface {
  readonly root: Object3D
  readonly texts: readonly string[]
  /** @param other a panel that is not to be covered */
  update(body: Body, content: StripContent, other: Vector3 | null): void
  /** The stick of a hand that points at the picture: −1..1, y negative ahead. */
  readonly stick: { x: number; y: number }
  comeAlong(): void
  hide(): void
  dispose(): void
}

const HEIGHT_M = (windowWidthM * 9) / 16
const GAP_M = 0.012
const POKE_DEPTH_M = 0.015
const LET_GO = 0.35
const DEAD = 0.15

const local = new Vector3()
const direction = new Vector3()
const turned = new Quaternion()

export function createWindowPanel(
  scene: Object3D,
  portal: Portal,
  onButton: (button: StripButton) => void,
): WindowPanel {
  const place = createWindowPlace()
  const material = createPictureMaterial(false)
  material.uniforms.picture.value = portal.texture
  material.uniforms.size.value.set(windowWidthM, HEIGHT_M)
  material.uniforms.corner.value = 0.018
  material.uniforms.rim.value = 0.012
  const picture = new Mesh(new PlaneGeometry(windowWidthM, HEIGHT_M), material)
  const strip = createWindowStrip()
  strip.mesh.visible = true
  const stripHigh = (windowWidthM * strip.heightPx) / strip.widthPx
  strip.mesh.position.y = -(HEIGHT_M + stripHigh) / 2 - GAP_M
  const root = onlyOwnSight(new Group())
  root.add(picture, strip.mesh)
  root.visible = false
  scene.add(root)

  /** What each hand points at. */
  const met: Record<Side, StripButton | 'picture' | null> = { left: null, right: null }
  const stick = { x: 0, y: 0 }
  let hovered: StripButton | null = null
  let grabbedBy: Hand | null = null
  /** From the hand to the window's middle, in the hand's frame. */
  const reach = new Vector3()

  function areaAt(x: number, y: number): StripButton | 'picture' | null {
    if (Math.abs(x) > windowWidthM / 2) return null
    if (Math.abs(y) <= HEIGHT_M / 2) return 'picture'
    return strip.at(x, y - strip.mesh.position.y)
  }

  function pointAt(hand: Hand, hit: Hit): StripButton | 'picture' | null {
    root.worldToLocal(local.copy(hand.rayOrigin))
    root.worldToLocal(direction.copy(hand.rayDirection).add(hand.rayOrigin)).sub(local)
    if (direction.z > -1e-4 || local.z < 0) return null
    const t = -local.z / direction.z
    const area = areaAt(local.x + direction.x * t, local.y + direction.y * t)
    if (area === null) return null
    hit.target = null
    hit.distance = t
    hit.point.copy(hand.rayDirection).multiplyScalar(t).add(hand.rayOrigin)
    return area
  }

  function carry(hand: Hand, head: Vector3) {
    if (!hand.present || hand.trigger < LET_GO) {
      grabbedBy = null
      return
    }
    place.move(local.copy(reach).applyQuaternion(hand.aim).add(hand.rayOrigin), head)
  }

  return {
    root,
    texts: strip.texts,
    stick,
    point(hand, hit) {
      const area = root.visible && hand.present ? pointAt(hand, hit) : null
      met[hand.side] = area
      if (area !== 'picture') hovered = area ?? hovered
      return area !== null
    },
    poke(hand) {
      if (!root.visible) return false
      root.worldToLocal(local.copy(hand.tip))
      if (Math.abs(local.z) > POKE_DEPTH_M) return false
      const area = areaAt(local.x, local.y)
      // A finger presses buttons; the picture is taken from afar.
      if (area === null || area === 'picture') return false
      met[hand.side] = area
      return true
    },
    press(hand) {
      const area = met[hand.side]
      if (area === null) return
      if (area !== 'picture') return onButton(area)
      grabbedBy = hand
      reach.subVectors(place.position, hand.rayOrigin).applyQuaternion(turned.copy(hand.aim).invert())
    },
    steer(hand, x, y) {
      if (!root.visible || met[hand.side] !== 'picture') return false
      stick.x = Math.abs(x) > DEAD ? x : 0
      stick.y = Math.abs(y) > DEAD ? y : 0
      return true
    },
    update(body, content, other) {
      root.visible = true
      if (grabbedBy) carry(grabbedBy, body.head)
      place.stay(body.head, body.headRotation, other)
      root.position.copy(place.position)
      root.quaternion.copy(place.rotation)
      root.updateMatrixWorld()
      material.uniforms.edge.value = content.behindS > 0 ? pictureEdges.past : pictureEdges.live
      strip.show(content, hovered)
      hovered = null
      if (met.left !== 'picture' && met.right !== 'picture') stick.x = stick.y = 0
    },
    comeAlong: place.comeAlong,
    hide() {
      root.visible = false
      grabbedBy = null
      met.left = met.right = null
      stick.x = stick.y = 0
    },
    dispose() {
      root.removeFromParent()
      strip.dispose()
      picture.geometry.dispose()
      material.dispose()
    },
  }
}
