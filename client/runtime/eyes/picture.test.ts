import fc from 'fast-check'
import {
  BoxGeometry,
  DoubleSide,
  Group,
  Mesh,
  MeshBasicMaterial,
  PerspectiveCamera,
  Scene,
  WebGLRenderTarget,
} from 'three'
import type { Object3D } from 'three'
import { expect, test } from 'vitest'
import { onlyOwnSight } from '../own-sight.ts'
import { createPace } from './pace.ts'
import { createPictures, PICTURE_CALLS } from './picture.ts'
import { createPortal, windowLimits } from './portal.ts'
import type { Lens } from './lens.ts'

const geometry = new BoxGeometry(1, 1, 1)
const solid = new MeshBasicMaterial()
const glass = new MeshBasicMaterial({ transparent: true, side: DoubleSide })

function box(x: number, z: number, size = 1, material = solid) {
  const mesh = new Mesh(geometry, material)
  mesh.position.set(x, 0, z)
  mesh.scale.setScalar(size)
  return mesh
}

/** Draws nothing; counts as three would, and tells what it was asked to draw and how it was set. */
function rendererInHand(scene: Scene) {
  const own = new WebGLRenderTarget(8, 8)
  const renderer = {
    autoClear: false,
    shadowMap: { autoUpdate: true },
    xr: { enabled: true },
    info: { autoReset: true, render: { calls: 55 } },
    target: own as WebGLRenderTarget | null,
    face: 2,
    level: 1,
    fails: false,
    drawn: [] as Object3D[],
    during: null as unknown,
    getRenderTarget: () => renderer.target,
    getActiveCubeFace: () => renderer.face,
    getActiveMipmapLevel: () => renderer.level,
    setRenderTarget(target: WebGLRenderTarget | null, face = 0, level = 0) {
      Object.assign(renderer, { target, face, level })
    },
    render(_: unknown, camera: PerspectiveCamera) {
      if (renderer.fails) throw new Error('the context is lost')
      renderer.drawn = []
      renderer.info.render.calls = 0
      renderer.during = {
        xr: renderer.xr.enabled,
        shadows: renderer.shadowMap.autoUpdate,
        target: renderer.target,
      }
      scene.traverseVisible((object) => {
        if (!(object instanceof Mesh) || !object.layers.test(camera.layers)) return
        renderer.drawn.push(object)
        renderer.info.render.calls += object.material === glass ? 2 : 1
      })
    },
  }
  const settings = () => {
    const { autoClear, shadowMap, xr, target, face, level } = renderer
    return { autoClear, shadows: shadowMap.autoUpdate, xr: xr.enabled, target, face, level }
  }
  const pictures = createPictures(renderer as unknown as Parameters<typeof createPictures>[0], scene)
  return { renderer, settings, pictures }
}

function cameraAtOrigin() {
  const camera = new PerspectiveCamera(60, 16 / 9, 0.05, 60)
  camera.updateMatrixWorld()
  return camera
}

test('EYES-20 whatever stands there, a picture takes at most 100 draw calls, and what is left out looks smallest', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.double({ min: -4, max: 4, noNaN: true }),
          fc.double({ min: -20, max: -4, noNaN: true }),
          fc.double({ min: 0.05, max: 2, noNaN: true }),
          fc.boolean(),
        ),
        { maxLength: 160 },
      ),
      (boxes) => {
        const scene = new Scene()
        const all = boxes.map(([x, z, size, clear]) => box(x, z, size, clear ? glass : solid))
        for (const mesh of all) scene.add(mesh)
        scene.updateMatrixWorld(true)
        const { renderer, pictures } = rendererInHand(scene)
        // Only what is in view counts, as in three.
        const inView = all.filter((mesh) => Math.abs(mesh.position.x) < -mesh.position.z * 0.5)
        for (const mesh of all) mesh.visible = inView.includes(mesh)
        const masks = all.map(({ layers }) => layers.mask)
        pictures.draw(cameraAtOrigin(), new WebGLRenderTarget(8, 8))
        expect(pictures.calls).toBeLessThanOrEqual(PICTURE_CALLS)
        expect(pictures.leftOut).toBe(inView.length - renderer.drawn.length)
        expect(all.map(({ layers }) => layers.mask)).toEqual(masks)
        const looks = (mesh: Object3D) => mesh.scale.x / Math.hypot(mesh.position.x, mesh.position.z)
        const left = inView.filter((mesh) => !renderer.drawn.includes(mesh)).map(looks)
        const drawn = renderer.drawn.map(looks)
        if (left.length > 0) expect(Math.max(...left)).toBeLessThanOrEqual(Math.min(...drawn) + 1e-9)
      },
    ),
    { seed: 4401, numRuns: 60 },
  )
})

test('EYES-20 what is never culled is never left out, and what is out of view costs nothing', () => {
  const scene = new Scene()
  const crowd = box(0, -5, 0.01)
  crowd.frustumCulled = false
  const behind = Array.from({ length: 200 }, () => box(0, 9))
  const ahead = Array.from({ length: 120 }, (_, i) => box(0, -10 - i * 0.1, 0.5))
  scene.add(crowd, ...behind, ...ahead)
  scene.updateMatrixWorld(true)
  const { renderer, pictures } = rendererInHand(scene)
  pictures.draw(cameraAtOrigin(), new WebGLRenderTarget(8, 8))
  expect(renderer.drawn).toContain(crowd)
  expect(pictures.leftOut).toBe(21)
})

test('EYES-21 what is for the own sight alone is not in it, and is back afterwards', () => {
  const scene = new Scene()
  const panel = onlyOwnSight(new Group())
  const inside = box(0, -3)
  panel.add(inside)
  const hidden = onlyOwnSight(box(1, -3))
  hidden.visible = false
  const world = box(-1, -3)
  scene.add(panel, hidden, world)
  scene.updateMatrixWorld(true)
  const { renderer, pictures } = rendererInHand(scene)
  pictures.draw(cameraAtOrigin(), new WebGLRenderTarget(8, 8))
  expect(renderer.drawn).toEqual([world])
  expect([panel.visible, hidden.visible]).toEqual([true, false])
})

test('EYES-21 the renderer is left as it was; in between it draws one eye into the picture', () => {
  const scene = new Scene()
  scene.add(box(0, -3))
  const { renderer, settings, pictures } = rendererInHand(scene)
  const before = settings()
  const target = new WebGLRenderTarget(8, 8)
  pictures.draw(cameraAtOrigin(), target)
  expect(renderer.during).toEqual({ xr: false, shadows: false, target })
  expect(settings()).toEqual(before)
})

test('EYES-21 also when drawing fails', () => {
  const scene = new Scene()
  const panel = onlyOwnSight(new Group())
  const many = Array.from({ length: 130 }, () => box(0, -9))
  scene.add(panel, ...many)
  scene.updateMatrixWorld(true)
  const { renderer, settings, pictures } = rendererInHand(scene)
  const before = settings()
  renderer.fails = true
  expect(() => pictures.draw(cameraAtOrigin(), new WebGLRenderTarget(8, 8))).toThrow('lost')
  expect(settings()).toEqual(before)
  expect(panel.visible).toBe(true)
  expect(many.every(({ layers }) => layers.mask === 1)).toBe(true)
})

test.each([24, 60, 72, 90, 120, 144])('EYES-20 at %i frames a second there are at most 30 pictures', (hz) => {
  const isDue = createPace(windowLimits.perSecond)
  let pictures = 0
  for (let i = 0; i < 10 * hz; i += 1) if (isDue((i * 1000) / hz)) pictures += 1
  expect(pictures).toBeLessThanOrEqual(301)
  expect(pictures).toBeGreaterThanOrEqual(Math.min(hz * 10, 299))
})

test('EYES-20 a picture has the wanted shape and no more than 1024 × 576', () => {
  const target = { width: 0, height: 0 }
  const lens = {
    take: (_: unknown, { width, height }: WebGLRenderTarget) => Object.assign(target, { width, height }),
  } as unknown as Lens
  const portal = createPortal(lens)
  const size = fc.integer({ min: 40, max: 4000 })
  fc.assert(
    fc.property(size, size, (width, height) => {
      portal.fit(width, height)
      expect(portal.width).toBeLessThanOrEqual(1024)
      expect(portal.height).toBeLessThanOrEqual(576)
    }),
    { seed: 4402 },
  )
  portal.fit(3840, 2160)
  expect([portal.width, portal.height]).toEqual([1024, 576])
  portal.fit(400, 225)
  expect([portal.width, portal.height]).toEqual([416, 256])
})
