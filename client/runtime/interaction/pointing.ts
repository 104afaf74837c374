import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'
import type { HandLoop } from './hand-loop.ts'
import { labelled } from './interactables.ts'
import type { Wording } from './interactables.ts'

/** What the crosshair or cursor is on, in words. */
export interface Pointing {
  entity: string
  name: string
  /** Empty when nothing can be done with it. */
  action: string
  label: string
  enabled: boolean
  reason?: string
}

export interface PointingWatch {
  readonly value: Readable<Pointing | null>
  readonly crosshair: Readable<'hidden' | 'idle' | 'target' | 'blocked'>
  update(loop: HandLoop, flat: boolean): void
  refresh(): void
}

/** Words for what is pointed at, made anew only when that changes. */
export function createPointing(wording: Wording): PointingWatch {
  const crosshair = writable<'hidden' | 'idle' | 'target' | 'blocked'>('hidden')
  const value = writable<Pointing | null>(null)
  let shownEntity: string | null = null
  let shownAction: unknown
  return {
    value,
    crosshair,
    update(loop, flat) {
      const entity = flat ? (loop.hit.target?.id ?? null) : null
      if (entity === shownEntity && loop.action === shownAction) return
      shownEntity = entity
      shownAction = loop.action
      crosshair.set(!flat ? 'hidden' : !loop.action ? 'idle' : loop.action.enabled ? 'target' : 'blocked')
      if (entity === null) return value.set(null)
      const action = loop.action && labelled(loop.action, wording)
      value.set({
        entity,
        name: wording.name(entity),
        action: action?.action ?? '',
        label: action?.label ?? '',
        enabled: action?.enabled ?? false,
        ...(action?.reason !== undefined && { reason: action.reason }),
      })
    },
    refresh() {
      shownAction = undefined
    },
  }
}
