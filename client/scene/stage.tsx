import { createRoot, extend, useFrame, useStore } from '@react-three/fiber'
import { createXRStore, XR, XROrigin } from '@react-three/xr'
import { useEffect } from 'react'
import { Group, PerspectiveCamera, WebGLRenderer } from 'three'
import { createPixelRatio } from '#client/runtime/pixel-ratio.ts'
import { writable } from '#client/runtime/readable.ts'
import { createLeanUniforms } from '#client/runtime/lean-uniforms.ts'
import type { FrameCallback, Stage } from '#client/runtime/stage.ts'

extend({ Group })

/**
 * The thin React Three Fiber layer: a root, a camera on an origin, and the XR store for session and input sources alone.
 * All that is seen is put into `scene` and moved by vanilla code; nothing here renders again while nothing changes.
 */
export async function openStage(canvas: HTMLCanvasElement): Promise<Stage> {
  const store = createXRStore({
    emulate: false,
    offerSession: false,
    enterGrantedSession: false,
    controller: false,
    hand: false,
    gaze: false,
    screenInput: false,
    transientPointer: false,
    anchors: false,
    planeDetection: false,
    meshDetection: false,
    hitTest: false,
    domOverlay: false,
    layers: false,
    handTracking: true,
    frameRate: 'mid',
    baseAssetPath: new URL('/xr-profiles/', location.href).href,
    defaultControllerProfileId: 'none',
  })
  const camera = new PerspectiveCamera(70, 1, 0.05, 60)
  const session = writable<XRSession | null>(null)
  const contextLost = writable(false)
  const vrSupported = writable(false)
  const listeners = new Set<FrameCallback>()
  const root = createRoot(canvas)
  const stopSession = store.subscribe((state) => session.set(state.session ?? null))
  void navigator.xr?.isSessionSupported('immersive-vr').then(vrSupported.set, () => vrSupported.set(false))

  const onLost = (event: Event) => {
    event.preventDefault()
    contextLost.set(true)
  }
  const onRestored = () => contextLost.set(false)
  canvas.addEventListener('webglcontextlost', onLost)
  canvas.addEventListener('webglcontextrestored', onRestored)

  await root.configure({
    gl: (defaults) =>
      new WebGLRenderer({ ...defaults, canvas, antialias: true, powerPreference: 'high-performance' }),
    camera,
    dpr: Math.min(devicePixelRatio, 2),
    size: { width: canvas.clientWidth, height: canvas.clientHeight, top: 0, left: 0 },
    scene: { matrixWorldAutoUpdate: true },
  })

  const frame: FrameCallback = (deltaS, nowMs, xrFrame) => {
    for (const listener of listeners) listener(deltaS, nowMs, xrFrame)
  }
  const mounted = await new Promise<Pick<Stage, 'renderer' | 'scene' | 'rig'>>((resolve) => {
    root.render(
      <XR store={store}>
        <Rig camera={camera} canvas={canvas} frame={frame} ready={resolve} />
      </XR>,
    )
  })

  return {
    ...mounted,
    canvas,
    camera,
    session,
    vrSupported,
    contextLost,
    onFrame(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async enterVr() {
      await store.enterVR()
    },
    async leaveVr() {
      await session.get()?.end()
    },
    dispose() {
      stopSession()
      canvas.removeEventListener('webglcontextlost', onLost)
      canvas.removeEventListener('webglcontextrestored', onRestored)
      listeners.clear()
      void session.get()?.end()
      root.unmount()
      store.destroy()
    },
  }
}

interface RigProps {
  camera: PerspectiveCamera
  canvas: HTMLCanvasElement
  frame: FrameCallback
  ready: (stage: Pick<Stage, 'renderer' | 'scene' | 'rig'>) => void
}

function Rig({ camera, canvas, frame, ready }: RigProps) {
  const store = useStore()
  useEffect(() => {
    const resize = new ResizeObserver(() => store.getState().setSize(canvas.clientWidth, canvas.clientHeight))
    resize.observe(canvas)
    return () => resize.disconnect()
  }, [canvas, store])

  const pixelRatio = createPixelRatio(Math.min(devicePixelRatio, 2), (ratio) =>
    store.getState().setDpr(ratio),
  )
  const leanUniforms = createLeanUniforms(store.getState().gl)
  useFrame((state, deltaS, xrFrame) => {
    if (!xrFrame) pixelRatio(deltaS)
    leanUniforms()
    frame(Math.min(deltaS, 0.1), performance.now(), xrFrame ?? null)
  })
  return (
    <XROrigin
      ref={(rig: Group | null) => {
        if (!rig || camera.parent === rig) return
        rig.add(camera)
        const { gl, scene } = store.getState()
        ready({ renderer: gl, scene, rig })
      }}
    />
  )
}
