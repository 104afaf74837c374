import type { LeadingSceneSource } from '#client/leading/leading-scene.ts'
import type { Readable } from '#client/runtime/readable.ts'

/** What the page asks of the scene; everything three-dimensional is behind this. */
export interface WatchPort {
  readonly byTouch: Readable<boolean>
  readonly live: LeadingSceneSource
  /** −1..1 each: sideways, ahead, up. */
  move(x: number, y: number, up: number): void
  /** False when that person is not to be seen. */
  goTo(person: string): boolean
  unlockSound(): void
  dispose(): void
}
