import type { Scene, WebGLRenderer } from 'three'

declare global {
  var bench: { stage: { renderer: WebGLRenderer; scene: Scene }; enter(): Promise<void>; freeze(): void }
  var benchManual: boolean
  var benchCommits: number
  function benchPending(): number
  function benchStep(frames: number): void
}

/** Page script: frames can be stepped by hand (IWER asks for `requestAnimationFrame` anew each frame), React's commits are counted. */
export function manualFrames(): void {
  const real = window.requestAnimationFrame.bind(window)
  let waiting: FrameRequestCallback[] = []
  let id = 0
  let nowMs = 0
  globalThis.benchManual = false
  globalThis.benchCommits = 0
  window.requestAnimationFrame = (callback) => {
    if (!globalThis.benchManual) return real(callback)
    waiting.push(callback)
    return ++id
  }
  globalThis.benchPending = () => waiting.length
  globalThis.benchStep = (frames) => {
    const gl = globalThis.bench.stage.renderer.getContext()
    const pixel = new Uint8Array(4)
    for (let i = 0; i < frames; i++) {
      const due = waiting
      waiting = []
      nowMs += 1000 / 72
      for (const callback of due) callback(nowMs)
      if (i % 4 === 3) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
    }
  }
  const hook = {
    renderers: new Map(),
    supportsFiber: true,
    isDisabled: false,
    inject: () => 1,
    checkDCE() {},
    onCommitFiberRoot() {
      globalThis.benchCommits += 1
    },
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onScheduleFiberRoot() {},
    setStrictMode() {},
  }
  Object.assign(globalThis, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook })
}
