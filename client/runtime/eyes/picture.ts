import { LinearFilter, SRGBColorSpace, WebGLRenderTarget } from 'three'
import type { Camera, Scene, WebGLRenderer } from 'three'
import { isOwnSight } from '../own-sight.ts'
import { createDrawBudget } from './draw-budget.ts'

/** What pictures of the scene are taken with: those for windows and those for thumbnails. */
export interface Pictures {
  /** Draws the scene as the camera sees it, without what is only for the own eyes. Leaves everything as it was. */
  draw(camera: Camera, target: WebGLRenderTarget): void
  /** Of the last picture: draw calls, and things that were too many. */
  readonly calls: number
  readonly leftOut: number
}

/** Draw calls a picture may take. */
export const PICTURE_CALLS = 100

type Renderer = Pick<
  WebGLRenderer,
  | 'autoClear'
  | 'getActiveCubeFace'
  | 'getActiveMipmapLevel'
  | 'getRenderTarget'
  | 'info'
  | 'render'
  | 'setRenderTarget'
  | 'shadowMap'
> & { readonly xr: { enabled: boolean } }

export function createPictures(renderer: Renderer, scene: Scene): Pictures {
  const budget = createDrawBudget(PICTURE_CALLS)
  const hidden: Scene['children'] = []
  const last = { calls: 0, leftOut: 0 }

  function hideOwn() {
    for (const child of scene.children)
      if (child.visible && isOwnSight(child)) {
        child.visible = false
        hidden.push(child)
      }
  }

  function take(camera: Camera, target: WebGLRenderTarget) {
    const { info } = renderer
    const before = info.autoReset ? 0 : info.render.calls
    renderer.setRenderTarget(target)
    renderer.render(scene, camera)
    last.calls = info.render.calls - before
  }

  return {
    get calls() {
      return last.calls
    },
    get leftOut() {
      return last.leftOut
    },
    draw(camera, target) {
      const { xr, shadowMap, autoClear } = renderer
      const inXr = xr.enabled
      const shadows = shadowMap.autoUpdate
      const ownTarget = renderer.getRenderTarget()
      const face = renderer.getActiveCubeFace()
      const level = renderer.getActiveMipmapLevel()
      try {
        hideOwn()
        camera.updateMatrixWorld()
        last.leftOut = budget.fit(scene, camera)
        // With it three would draw both eyes of the headset, wherever they look.
        xr.enabled = false
        shadowMap.autoUpdate = false
        renderer.autoClear = true
        take(camera, target)
      } finally {
        budget.restore()
        for (const child of hidden) child.visible = true
        hidden.length = 0
        xr.enabled = inXr
        shadowMap.autoUpdate = shadows
        renderer.autoClear = autoClear
        renderer.setRenderTarget(ownTarget, face, level)
      }
    },
  }
}

/**
 * Room for a picture, in the very colours of the screen. Three takes it for a headset's eye: so it tone-maps and encodes as for the
 * screen, with the programs that are compiled already. What is read from it needs no conversion.
 */
export function createPictureTarget(width: number, height: number, samples: number): WebGLRenderTarget {
  const target = new WebGLRenderTarget(width, height, {
    colorSpace: SRGBColorSpace,
    internalFormat: 'RGBA8',
    minFilter: LinearFilter,
    magFilter: LinearFilter,
    generateMipmaps: false,
    samples,
  })
  return Object.assign(target, { isXRRenderTarget: true })
}
