import type { Shape } from '#shared/live/acts.ts'
import type { Readable } from '../readable.ts'
import type { DrawingColor } from './palette.ts'

export type DrawingTool = Shape | 'eraser'

/** What the pages and the panel in the headset ask of drawing. While a tool is chosen, things cannot be acted on. */
export interface DrawingTools {
  /** What the authority would say now; it decides. */
  readonly may: Readable<boolean>
  readonly tool: Readable<DrawingTool | null>
  /** Index into `colors`. */
  readonly color: Readable<number>
  readonly colors: readonly DrawingColor[]
  /** Something was begun; Escape or `stop` leaves it. */
  readonly busy: Readable<boolean>
  /** All that is to be seen, in order of beginning: to be read out, and erased without pointing at it. */
  readonly drawn: Readable<readonly Drawn[]>
  /** What the eraser is on. */
  readonly pointed: Readable<Drawn | null>
  /** The own view stands still, so that a moving one can be drawn on; never in a headset. */
  readonly frozen: Readable<boolean>
  /** Null puts the tool away. The colour stays as it was without one. */
  choose(tool: DrawingTool | null, color?: number): void
  /** Ends a stroke, gives up anything else that was begun. */
  stop(): void
  /** Takes back one's own last drawing. */
  undo(): void
  erase(key: string): void
  eraseAll(): void
  /** Shows one of `drawn` in the scene as the eraser does; null no more. */
  point(key: string | null): void
  freeze(on: boolean): void
  /**
   * How to ask for a label's words; null: given up. Without a way to ask, as in a headset, a label bears the next number.
   * Returns what takes it away again.
   */
  askWith(ask: () => Promise<string | null>): () => void
}

export interface Drawn {
  key: string
  shape: Shape
  /** Person id. */
  by: string
  color: number
  own: boolean
  /** One's own, or one leads. */
  mayErase: boolean
  /** Of a label. */
  text?: string
  /** Of a measure, written as it stands in the scene. */
  length?: string
}
