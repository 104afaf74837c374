import { handHolding, openHand } from './affordances/holding.ts'
import { changeEntity, emit, type Draft } from './draft.ts'
import { letReachesFor } from './reaching.ts'
import { settled } from './settled-place.ts'
import type { Place } from './state.ts'

/** Puts down for somebody what she still holds; it is no act of hers. */
export function layDown(draft: Draft, actor: string, entity: string, place: Place): void {
  const hand = draft.state.participants[actor] && handHolding(draft, actor, entity)
  if (!hand) return
  openHand(draft, actor, hand)
  letReachesFor(draft, entity)
  changeEntity(draft, entity, { place: settled(draft, entity, place) })
  emit(draft, { type: 'laidDown', actor, entity })
}
