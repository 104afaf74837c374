import { openHand } from './affordances/holding.ts'
import { changeEntity, participant, type Draft } from './draft.ts'
import { letReachesGo } from './reaching.ts'

/** What this person still holds goes back to where the document put it. */
export function emptyHands(draft: Draft, actor: string): void {
  letReachesGo(draft, actor)
  for (const hand of ['left', 'right'] as const) {
    const thing = participant(draft, actor).holding[hand]
    if (thing === undefined) continue
    openHand(draft, actor, hand)
    changeEntity(draft, thing, { place: { kind: 'home' } })
  }
}
