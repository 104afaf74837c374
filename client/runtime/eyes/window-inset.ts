import { Mesh, PlaneGeometry } from 'three'
import type { Object3D } from 'three'
import { onlyOwnSight } from '../own-sight.ts'
import { createPictureMaterial, pictureEdges } from './picture-material.ts'
import type { Portal } from './portal.ts'

/** The window on a flat screen: a picture in the picture, where the page has a frame for it. */
export interface WindowInset {
  /** Of the page; null: in a corner. */
  showIn(frame: HTMLElement | null): void
  update(past: boolean, nowMs: number): void
  hide(): void
  dispose(): void
}

/** Of the screen's width, and from its edges. */
const SHARE = 0.34
const MARGIN_PX = 16
const CORNER_PX = 10
const RIM_PX = 2
/** Frames move with the page around them, which nobody tells. */
const LOOK_AGAIN_MS = 150

export function createWindowInset(scene: Object3D, canvas: HTMLCanvasElement, portal: Portal): WindowInset {
  const material = createPictureMaterial(true)
  const { picture, size, corner, rim, edge, rect } = material.uniforms
  const mesh = onlyOwnSight(new Mesh(new PlaneGeometry(1, 1), material))
  mesh.frustumCulled = false
  mesh.renderOrder = 90
  mesh.visible = false
  picture.value = portal.texture
  scene.add(mesh)
  let frame: HTMLElement | null = null
  let lookedMs = -Infinity

  function layOut() {
    const { clientWidth: wide, clientHeight: high } = canvas
    if (wide === 0 || high === 0) return
    const own = canvas.getBoundingClientRect()
    const asked = frame?.getBoundingClientRect()
    const width = asked?.width || wide * SHARE
    const height = asked?.height || (width * 9) / 16
    const left = asked ? asked.left - own.left : wide - width - MARGIN_PX
    const top = asked ? asked.top - own.top : high - height - MARGIN_PX
    const ratio = Math.min(devicePixelRatio, 2)
    portal.fit(width * ratio, height * ratio)
    size.value.set(width, height)
    corner.value = CORNER_PX
    rim.value = RIM_PX
    rect.value.set(
      (left / wide) * 2 - 1,
      1 - ((top + height) / high) * 2,
      ((left + width) / wide) * 2 - 1,
      1 - (top / high) * 2,
    )
  }

  return {
    showIn(next) {
      frame = next
      lookedMs = -Infinity
    },
    update(past, nowMs) {
      if (nowMs - lookedMs > LOOK_AGAIN_MS) {
        lookedMs = nowMs
        layOut()
      }
      mesh.visible = true
      edge.value = past ? pictureEdges.past : pictureEdges.live
    },
    hide() {
      mesh.visible = false
    },
    dispose() {
      mesh.removeFromParent()
      mesh.geometry.dispose()
      material.dispose()
    },
  }
}
