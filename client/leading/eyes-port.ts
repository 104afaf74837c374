import type { WatchingWay } from '#shared/live/acts.ts'
import type { Readable } from '#client/runtime/readable.ts'

/** What the pages ask of the ways of watching; `client/runtime/eyes` is behind it. */
export interface EyesPort {
  readonly way: Readable<WatchingWay>
  /** Whom one watches; null for nobody. */
  readonly of: Readable<string | null>
  /** What this device can do now: no `eyes` in a headset. */
  readonly offered: Readable<readonly WatchingWay[]>
  /** Without `of`: who has the attention, else whom one watched last. */
  choose(way: WatchingWay, of?: string): void
  /** Stepped aside from where the way would have one. */
  readonly drifted: Readable<boolean>
  /** −1..1 each: sideways and ahead, of half a metre. */
  drift(x: number, y: number): void
  snapBack(): void
  readonly rewind: RewindPort
  /** On a flat screen the window's picture lies in this element's rectangle; null: where the scene sees fit. */
  showIn(frame: HTMLElement | null): void
}

/** The last half minute, while the session goes on. */
export interface RewindPort {
  /** How much there is to go back to. */
  readonly keptMs: Readable<number>
  /** 0 is live. Told about ten times a second, not each frame. */
  readonly behindMs: Readable<number>
  /** 0 stands still, 1 is as it was. */
  readonly speed: Readable<number>
  to(behindMs: number): void
  play(speed: number): void
  live(): void
}

/** Small views through people's eyes. */
export interface Thumbnails {
  /**
   * Draws what this person sees into the canvas, a few times a second, in turn with the others, until the answer is called.
   * A canvas of its own, so that it scrolls, is covered and enlarged like everything else on the page.
   */
  show(person: string, canvas: HTMLCanvasElement): () => void
}
