import type { Place } from '#shared/procedure/state.ts'
import { writable } from '#client/runtime/readable.ts'
import type { Readable } from '#client/runtime/readable.ts'
import { keepEqual } from './keep-equal.ts'

/** What every member of a session may see, as plain records. What did not change keeps its identity. */
export interface PublicWorldClient {
  tick: number
  phase: string
  mode: string
  entities: Readonly<Record<string, PublicEntity>>
  /** `<simulation>.<signal>` → integer reading. */
  signals: Readonly<Record<string, number>>
}
export interface PublicEntity {
  place: Place
  state?: string
  locked?: boolean
  hidden?: boolean
}

const empty: PublicWorldClient = {
  tick: 0,
  phase: 'waiting',
  mode: '',
  entities: {},
  signals: {},
}

/** Mirrors the room's state into plain records, patch by patch. */
export function worldMirror(): { world: Readable<PublicWorldClient>; update(next: PublicWorldClient): void } {
  const world = writable(empty)
  return {
    world,
    update(next) {
      const last = world.get()
      world.set({
        ...next,
        entities: keepEqual(last.entities, next.entities),
        signals: keepEqual(last.signals, next.signals),
      })
    },
  }
}
