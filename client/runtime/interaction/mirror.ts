import type { Body } from '../device/body.ts'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'
import type { Things } from '../things/things.ts'
import type { ActionContext } from './actions.ts'
import { listInteractables } from './interactables.ts'
import type { Interactable, Wording } from './interactables.ts'

const INTERVAL_MS = 250

export interface Mirror {
  readonly interactables: Readable<readonly Interactable[]>
  readonly holding: Readable<{ left?: string; right?: string }>
  /** Each frame; looks four times a second and tells only what changed. */
  update(nowMs: number, highlighted: readonly string[]): void
}

/** What can be done now, as text for whoever does not see the scene. */
export function createMirror(things: Things, context: ActionContext, wording: Wording, body: Body): Mirror {
  const interactables = writable<readonly Interactable[]>([])
  const holding = writable<{ left?: string; right?: string }>({})
  let nextMs = 0
  return {
    interactables,
    holding,
    update(nowMs, highlighted) {
      if (nowMs < nextMs) return
      nextMs = nowMs + INTERVAL_MS
      const next = listInteractables(things, context, wording, body, highlighted)
      if (JSON.stringify(next) !== JSON.stringify(interactables.get())) interactables.set(next)
      const left = things.inHand('left')
      const right = things.inHand('right')
      const held = holding.get()
      if (held.left !== left || held.right !== right)
        holding.set({ ...(left !== undefined && { left }), ...(right !== undefined && { right }) })
    },
  }
}
