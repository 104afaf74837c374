import type { Group, PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import type { Readable } from './readable.ts'

/** Seconds since the last frame (at most 0.1), `performance.now()` of this one, and the XR frame inside a session. */
export type FrameCallback = (deltaS: number, nowMs: number, frame: XRFrame | null) => void

/** What a trainee is drawn on. The rig is where the device's floor origin stands in the workplace. */
export interface Stage {
  readonly canvas: HTMLCanvasElement
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  /** Child of the rig; the flat screen's eye. In a session the headset's eyes are children of the rig likewise. */
  readonly camera: PerspectiveCamera
  readonly rig: Group
  readonly session: Readable<XRSession | null>
  readonly vrSupported: Readable<boolean>
  readonly contextLost: Readable<boolean>
  /** Called before each render; returns what stops it. */
  onFrame(callback: FrameCallback): () => void
  /** Needs a user gesture; rejects when the browser refuses. */
  enterVr(): Promise<void>
  leaveVr(): Promise<void>
  dispose(): void
}
