import { Scene, Texture } from 'three'
import type { Mesh } from 'three'
import { expect, test, vi } from 'vitest'
import type { PictureMaterial } from './picture-material.ts'
import { createWindowInset } from './window-inset.ts'

vi.stubGlobal('devicePixelRatio', 2)

function inHand() {
  const scene = new Scene()
  const fitted: number[][] = []
  const portal = {
    texture: new Texture(),
    fit: (width: number, height: number) => void fitted.push([width, height]),
  }
  const own = { left: 100, top: 50, width: 800, height: 400 }
  const canvas = { clientWidth: 800, clientHeight: 400, getBoundingClientRect: () => own }
  const inset = createWindowInset(scene, canvas as unknown as HTMLCanvasElement, portal as never)
  const mesh = scene.children[0] as Mesh<never, PictureMaterial>
  return { inset, mesh, fitted, rect: () => mesh.material.uniforms.rect.value.toArray() }
}

test('EYES-23 the picture lies in the page’s frame, as sharp as the screen', () => {
  const { inset, mesh, fitted, rect } = inHand()
  const box = { left: 300, top: 150, width: 400, height: 200 }
  inset.showIn({ getBoundingClientRect: () => box } as unknown as HTMLElement)
  inset.update(false, 0)
  expect(mesh.visible).toBe(true)
  expect(rect()).toEqual([-0.5, -0.5, 0.5, 0.5])
  expect(fitted).toEqual([[800, 400]])
  // The page moved its frame and told nobody.
  Object.assign(box, { left: 100, top: 50 })
  inset.update(false, 200)
  expect(rect()).toEqual([-1, 0, 0, 1])
})

test('EYES-23 without a frame it is in the lower right corner, a third of the screen', () => {
  const { inset, mesh, rect } = inHand()
  inset.update(false, 0)
  const [left, low, right] = rect()
  expect((right - left) / 2).toBeCloseTo(0.34)
  expect([right > 0.9, low < -0.9]).toEqual([true, true])
  inset.hide()
  expect(mesh.visible).toBe(false)
})
