import { Group, PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import { writable } from '#client/runtime/readable.ts'
import type { FrameCallback, Stage } from '#client/runtime/stage.ts'
import { createTrainee } from '#client/runtime/trainer.ts'
import { fakeLink } from './fake-link.ts'
import { settings } from './settings.ts'

// The bare loop: the runtime builds and poses its scene once on a stage of plain three.js; `freeze` then leaves nothing but
// `renderer.render`, so that both pages draw the very same meshes.
const canvas = document.querySelector('canvas')
if (!canvas) throw new Error('the page has no canvas')
const renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: 'high-performance' })
renderer.setSize(canvas.clientWidth, canvas.clientHeight, false)
renderer.xr.enabled = true
renderer.xr.setReferenceSpaceType('local-floor')
const scene = new Scene()
const rig = new Group()
const camera = new PerspectiveCamera(70, canvas.clientWidth / canvas.clientHeight, 0.05, 60)
scene.add(rig)
rig.add(camera)
const session = writable<XRSession | null>(null)
let callback: FrameCallback = () => {}
const stage: Stage = {
  canvas,
  renderer,
  scene,
  camera,
  rig,
  session,
  vrSupported: writable(true),
  contextLost: writable(false),
  onFrame(next) {
    callback = next
    return () => {}
  },
  async enterVr() {
    const init = { requiredFeatures: ['local-floor'], optionalFeatures: ['hand-tracking'] }
    const started = await navigator.xr?.requestSession('immersive-vr', init)
    if (!started) return
    await renderer.xr.setSession(started)
    session.set(started)
  },
  async leaveVr() {},
  dispose() {},
}
const trainee = await createTrainee({ stage, link: await fakeLink(), settings, announce() {} })
let render = (timeMs: number, frame: XRFrame | undefined) => {
  callback(1 / 72, timeMs, frame ?? null)
  renderer.render(scene, camera)
}
renderer.setAnimationLoop((timeMs, frame) => render(timeMs, frame))
const freeze = () => {
  render = () => renderer.render(scene, camera)
}
Object.assign(window, { bench: { stage, enter: () => trainee.enterVr(), freeze } })
