import { z } from 'zod'
import { changeEntity, entityState, participant } from '../draft.ts'
import type { Place } from '../state.ts'
import type { Intent } from '../intent.ts'
import { defineAffordance } from './define-affordance.ts'
import { handHolding, handOf, openHand, takeInHand } from './holding.ts'
import { reachMm } from './reach.ts'

export const grabSchema = z.strictObject({
  type: z.literal('grab'),
  reachMm,
  /** Height of the grip above the base the thing stands on. */
  standMm: z.int().min(0).max(3000).default(0),
})
export type GrabDocument = z.output<typeof grabSchema>

export const grab = defineAffordance({
  type: 'grab',
  schema: grabSchema,
  doc: 'Can be taken in a hand (param `hand`: left or right) and released: into a socket in tolerance, else onto the surface below.',
  reachMm: 2500,
  actions: {
    grab: {
      check(draft, intent) {
        const hand = handOf(intent)
        const inHand = participant(draft, intent.actor).holding[hand]
        if (inHand === intent.target) return 'not-possible'
        if (inHand !== undefined) return 'hand-full'
        const { place } = entityState(draft, intent.target)
        return place.kind === 'held' && place.by !== intent.actor ? 'held-by-other' : null
      },
      apply(draft, intent) {
        const other = handHolding(draft, intent.actor, intent.target)
        if (other) openHand(draft, intent.actor, other)
        const hand = handOf(intent)
        takeInHand(draft, intent.actor, hand, intent.target)
        changeEntity(draft, intent.target, { place: { kind: 'held', by: intent.actor, hand } })
      },
    },
    release: {
      alwaysFree: true,
      check: (draft, intent) => (handHolding(draft, intent.actor, intent.target) ? null : 'not-held'),
      apply(draft, intent) {
        const hand = handHolding(draft, intent.actor, intent.target)
        if (hand) openHand(draft, intent.actor, hand)
        changeEntity(draft, intent.target, { place: placeOf(intent) })
      },
    },
  },
})

/** The authority says where it comes to lie (rest.ts); without that, as in scripted tests, it goes home. */
function placeOf(intent: Intent): Place {
  const { socket, at, yaw } = intent.params ?? {}
  if (typeof socket === 'string') return { kind: 'socket', socket }
  if (!Array.isArray(at)) return { kind: 'home' }
  const [east = 0, up = 0, south = 0] = (at as readonly number[]).map(Math.round)
  return { kind: 'rest', position: [east, up, south], yaw: typeof yaw === 'number' ? Math.round(yaw) : 0 }
}
