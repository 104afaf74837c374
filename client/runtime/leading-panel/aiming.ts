import type { Guide } from '../guide/guide.ts'
import type { Surface } from '../interaction/hand-loop.ts'

export type AimedAt = 'ping' | 'look-here'

/** After "point there" was pressed: the next trigger, wherever it points, says where. */
export interface Aiming {
  readonly what: AimedAt | null
  /** All that hands can reach, while something is aimed at. */
  readonly surface: Surface | undefined
  start(what: AimedAt): void
  stop(): void
  /** Once a frame: who does not point soon has thought better of it. */
  update(nowMs: number): void
}

const LASTS_MS = 20_000

export function createAiming(guide: Pick<Guide, 'mark' | 'aim'>, onChange: () => void): Aiming {
  let what: AimedAt | null = null
  let sinceMs: number | null = null
  const surface: Surface = {
    point(hand, hit) {
      hit.target = null
      hit.distance = guide.aim(hand)
      return true
    },
    poke: () => false,
    press(hand) {
      if (what === null || !guide.mark(what, hand)) return
      what = null
      onChange()
    },
  }
  return {
    get what() {
      return what
    },
    get surface() {
      return what === null ? undefined : surface
    },
    start(next) {
      what = next
      sinceMs = null
    },
    stop() {
      what = null
    },
    update(nowMs) {
      if (what === null) return
      sinceMs ??= nowMs
      if (nowMs - sinceMs < LASTS_MS) return
      what = null
      onChange()
    },
  }
}
