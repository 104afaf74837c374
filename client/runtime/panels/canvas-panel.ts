import {
  CanvasTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  SRGBColorSpace,
} from 'three'
import { onlyOwnSight } from '../own-sight.ts'

/** A plane drawn by a 2D canvas, which is redrawn only when told. Any script the browser can write can be shown. */
export interface CanvasPanel {
  readonly mesh: Mesh
  readonly widthPx: number
  readonly heightPx: number
  /** Width of the plane at scale 1, metres. */
  readonly widthM: number
  draw(paint: (context: CanvasRenderingContext2D) => void): void
  dispose(): void
}

export interface CanvasPanelOptions {
  widthPx: number
  heightPx: number
  widthM: number
  /** Drawn over what stands in front of it. */
  onTop?: boolean
}

export function createCanvasPanel({
  widthPx,
  heightPx,
  widthM,
  onTop = false,
}: CanvasPanelOptions): CanvasPanel {
  const canvas = document.createElement('canvas')
  canvas.width = widthPx
  canvas.height = heightPx
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the browser gives no 2D canvas to draw panels on')
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.generateMipmaps = true
  texture.minFilter = LinearMipmapLinearFilter
  texture.magFilter = LinearFilter
  texture.anisotropy = 4
  const material = new MeshBasicMaterial({
    map: texture,
    transparent: true,
    toneMapped: false,
    fog: false,
    depthTest: !onTop,
    depthWrite: false,
  })
  const geometry = new PlaneGeometry(widthM, (widthM * heightPx) / widthPx)
  const mesh = onlyOwnSight(new Mesh(geometry, material))
  mesh.renderOrder = onTop ? 30 : 5
  mesh.visible = false
  return {
    mesh,
    widthPx,
    heightPx,
    widthM,
    draw(paint) {
      context.clearRect(0, 0, widthPx, heightPx)
      paint(context)
      texture.needsUpdate = true
    },
    dispose() {
      mesh.removeFromParent()
      geometry.dispose()
      material.dispose()
      texture.dispose()
    },
  }
}
