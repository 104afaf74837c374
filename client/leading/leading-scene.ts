import type { PointMm } from '#shared/live/acts.ts'
import type { DrawingTools } from '#client/runtime/drawing/drawing-port.ts'
import type { Readable } from '#client/runtime/readable.ts'
import type { EyesPort, Thumbnails } from './eyes-port.ts'

/** What leading and following ask of a scene, whether one acts in it or only watches. */
export interface LeadingScene {
  readonly eyes: EyesPort | null
  readonly thumbnails?: Thumbnails | null
  readonly drawing: DrawingTools | null
  /** There, by one's own wish: mm on the floor, yaw in 0.1°. */
  comeTo(position: PointMm, yaw: number): void
  /** Where one stands: where others can be called to. */
  here(): { position: PointMm; yaw: number }
  /** The middle of one's view: a sign there, or "look there". False where it meets nothing. */
  mark(what: 'ping' | 'look-here'): boolean
}

/** Null until there is somebody to lead or follow, and it is loaded. */
export type LeadingSceneSource = Readable<LeadingScene | null>
