import { Vector3 } from 'three'
import type { Mesh } from 'three'
import type { Hand } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import type { Hit } from '../interaction/pick.ts'

/** A button and where it lies on the canvas, pixels. */
export interface Area<Button> {
  readonly button: Button
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Plane {
  readonly mesh: Mesh
  readonly widthPx: number
  readonly heightPx: number
  readonly widthM: number
}

/** Buttons on a plane, as rays point at them and fingertips poke them. */
export interface Pressable<Button> extends Surface {
  areas: readonly Area<Button>[]
  /** Id of the button that is pointed at; '' for none. */
  readonly hovered: string
  /** Once a frame, after the hands; true when another button is pointed at than before. */
  settle(): boolean
  /** Where in the workplace the middle of each button is, metres; for who presses them without eyes. */
  places(): Record<string, number[]>
}

const POKE_DEPTH_M = 0.015
const local = new Vector3()
const direction = new Vector3()

/** @param slopPx a button is hit so far beside it: half the gap to the next */
export function createPressable<Button extends { id: string }>(
  { mesh, widthPx, heightPx, widthM }: Plane,
  slopPx: number,
  onPress: (button: Button, hand: Hand) => void,
): Pressable<Button> {
  const heightM = (widthM * heightPx) / widthPx
  let hovered: Area<Button> | null = null
  let next: Area<Button> | null = null

  /** Under a point of the plane, given in the mesh's frame. */
  function areaAt(x: number, y: number): Area<Button> | null {
    const px = (x / widthM + 0.5) * widthPx
    const py = (0.5 - y / heightM) * heightPx
    for (const area of pressable.areas)
      if (
        px > area.x - slopPx &&
        px < area.x + area.width + slopPx &&
        py > area.y - slopPx &&
        py < area.y + area.height + slopPx
      )
        return area
    return null
  }

  function pointAt(hand: Hand, hit: Hit): Area<Button> | null {
    if (!mesh.visible || !hand.present) return null
    mesh.worldToLocal(local.copy(hand.rayOrigin))
    direction.copy(hand.rayDirection).add(hand.rayOrigin)
    mesh.worldToLocal(direction).sub(local)
    if (direction.z > -1e-4 || local.z < 0) return null
    const t = -local.z / direction.z
    const area = areaAt(local.x + direction.x * t, local.y + direction.y * t)
    if (!area) return null
    hit.target = null
    hit.distance = t
    hit.point.copy(hand.rayDirection).multiplyScalar(t).add(hand.rayOrigin)
    return area
  }

  function placeOf({ x, y, width, height }: Area<Button>): number[] {
    const [px, py] = [x + width / 2, y + height / 2]
    mesh.updateWorldMatrix(true, false)
    local.set((px / widthPx - 0.5) * widthM, (0.5 - py / heightPx) * heightM, 0)
    return mesh.localToWorld(local).toArray()
  }

  const pressable: Pressable<Button> = {
    areas: [],
    places: () => Object.fromEntries(pressable.areas.map((area) => [area.button.id, placeOf(area)])),
    get hovered() {
      return hovered?.button.id ?? ''
    },
    settle() {
      const changed = next?.button.id !== hovered?.button.id
      if (changed) hovered = next
      next = null
      return changed
    },
    point(hand, hit) {
      const area = pointAt(hand, hit)
      if (area) next = area
      return area !== null
    },
    poke(hand) {
      if (!mesh.visible) return false
      mesh.worldToLocal(local.copy(hand.tip))
      if (Math.abs(local.z) > POKE_DEPTH_M) return false
      const area = areaAt(local.x, local.y)
      if (area) next = area
      return area !== null
    },
    press(hand) {
      const area = next ?? hovered
      if (area) onPress(area.button, hand)
    },
  }
  return pressable
}
