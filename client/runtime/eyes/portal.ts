import { PerspectiveCamera } from 'three'
import type { Texture } from 'three'
import type { Sight } from '../others.ts'
import type { Lens } from './lens.ts'
import { createPace } from './pace.ts'
import { createPictureTarget } from './picture.ts'

/** What a window may cost at most (EYES-20). */
export const windowLimits = { perSecond: 30, width: 1024, height: 576 } as const
/** Upright, degrees: as of a flat screen's own eye, a little closer so that hands can be made out. */
export const WINDOW_FOV = 60

/** The picture in a window: somebody's sight, drawn anew a few dozen times a second. */
export interface Portal {
  readonly texture: Texture
  readonly width: number
  readonly height: number
  /** Pictures drawn until now. */
  readonly pictures: number
  /** As large as wanted and allowed, in the wanted shape. */
  fit(width: number, height: number): void
  /** Draws if it is time. Things and people must be where they are shown. */
  draw(sight: Sight, nowMs: number): void
  dispose(): void
}

const SAMPLES = 4
/** Sizes in steps: who drags a frame's corner does not make a new target each frame. */
const STEP_PX = 32

export function createPortal(lens: Lens): Portal {
  const target = createPictureTarget(640, 360, SAMPLES)
  const camera = new PerspectiveCamera(WINDOW_FOV, 16 / 9, 0.05, 60)
  const isDue = createPace(windowLimits.perSecond)
  let pictures = 0
  return {
    texture: target.texture,
    get width() {
      return target.width
    },
    get height() {
      return target.height
    },
    get pictures() {
      return pictures
    },
    fit(width, height) {
      const share = Math.min(1, windowLimits.width / width, windowLimits.height / height)
      const wide = Math.min(windowLimits.width, Math.ceil((width * share) / STEP_PX) * STEP_PX)
      const high = Math.min(windowLimits.height, Math.ceil((height * share) / STEP_PX) * STEP_PX)
      target.setSize(Math.max(STEP_PX, wide), Math.max(STEP_PX, high))
      if (camera.aspect === width / height) return
      camera.aspect = width / height
      camera.updateProjectionMatrix()
    },
    draw(sight, nowMs) {
      if (!isDue(nowMs)) return
      camera.position.copy(sight.eye)
      camera.quaternion.copy(sight.eyeRotation)
      lens.take(camera, target, sight, nowMs)
      pictures += 1
    },
    dispose: () => target.dispose(),
  }
}
