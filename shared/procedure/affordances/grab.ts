import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { changeEntity, entityState, participant, type Draft } from '../draft.ts'
import type { Intent, Refusal } from '../intent.ts'
import { entityOf, ownThing } from '../personal.ts'
import { handOver, letReachesGo, reachOut } from '../reaching.ts'
import { settled } from '../settled-place.ts'
import { partOf } from '../stand-in.ts'
import { isOpen, socketOf } from '../sockets.ts'
import type { Place } from '../state.ts'
import { defineAffordance } from './define-affordance.ts'
import { handHolding, handOf, openHand, takeInHand } from './holding.ts'
import { reachMm } from './reach.ts'

export const grabSchema = z.strictObject({
  type: z.literal('grab'),
  reachMm,
  /** Height of the grip above the base the thing stands on. */
  standMm: z.int().min(0).max(3000).default(0),
  /** Comes out of a socket that it holds something fast in only by who has this (id or group) in the other hand. */
  key: documentId.optional(),
})
export type GrabDocument = z.output<typeof grabSchema>

export const grab = defineAffordance({
  type: 'grab',
  schema: grabSchema,
  doc: 'Can be taken in a hand (param `hand`: left or right) and released: into a hand held out for it (`reach`), into a socket in tolerance, else onto the surface below.',
  reachMm: 2500,
  actions: {
    grab: {
      check(draft, intent, document) {
        const inHand = participant(draft, intent.actor).holding[handOf(intent)]
        if (inHand === intent.target) return 'not-possible'
        if (inHand !== undefined) return 'hand-full'
        const { place } = entityState(draft, intent.target)
        if (place.kind === 'held' && place.by !== intent.actor) return 'held-by-other'
        return place.kind === 'socket' ? stuckIn(draft, intent, place.socket, document) : null
      },
      apply(draft, intent) {
        const other = handHolding(draft, intent.actor, intent.target)
        if (other) openHand(draft, intent.actor, other)
        const hand = handOf(intent)
        letReachesGo(draft, intent.actor, hand)
        takeInHand(draft, intent.actor, hand, intent.target)
        changeEntity(draft, intent.target, { place: { kind: 'held', by: intent.actor, hand } })
      },
    },
    reach: {
      alwaysFree: true,
      check(draft, intent) {
        const { place } = entityState(draft, intent.target)
        if (place.kind !== 'held' || place.by === intent.actor) return 'not-possible'
        return participant(draft, intent.actor).holding[handOf(intent)] === undefined ? null : 'hand-full'
      },
      apply: (draft, intent) => reachOut(draft, intent.actor, handOf(intent), intent.target),
    },
    release: {
      alwaysFree: true,
      check: (draft, intent) => (handHolding(draft, intent.actor, intent.target) ? null : 'not-held'),
      apply(draft, intent) {
        const hand = handHolding(draft, intent.actor, intent.target)
        if (hand) openHand(draft, intent.actor, hand)
        if (handOver(draft, intent.actor, intent.target)) return
        const place = settled(draft, intent.target, placeOf(draft, intent))
        changeEntity(draft, intent.target, { place })
      },
    },
  },
})

function stuckIn(draft: Draft, { actor }: Intent, socket: string, { key }: GrabDocument): Refusal | null {
  const document = socketOf(draft.compiled, socket)
  if (document && !isOpen(draft.state, socket, document)) return 'not-possible'
  if (key === undefined || document?.holdsFast === undefined) return null
  const { left, right } = participant(draft, actor).holding
  const hasKey = [left, right].some(
    (id) => id !== undefined && entityOf(draft.compiled, id)?.names.includes(key),
  )
  return hasKey ? null : 'locked-out'
}

/** The authority says where it comes to lie (rest.ts); without that, as in scripted tests, it goes home. */
function placeOf(draft: Draft, { actor, params }: Intent): Place {
  const { socket, at, yaw } = params ?? {}
  if (typeof socket === 'string')
    return {
      kind: 'socket',
      socket: ownThing(draft.compiled, socket, partOf(actor, participant(draft, actor))),
    }
  if (!Array.isArray(at)) return { kind: 'home' }
  const [east = 0, up = 0, south = 0] = (at as readonly number[]).map(Math.round)
  return { kind: 'rest', position: [east, up, south], yaw: typeof yaw === 'number' ? Math.round(yaw) : 0 }
}
