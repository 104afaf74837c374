import { changeEntity, emit, type Draft } from './draft.ts'
import { takeInHand, type Hand } from './affordances/holding.ts'

/** How long a hand is held out for what somebody else holds. */
const REACH_MS = 5000

/** A hand reaches for one thing at a time. */
export function reachOut(draft: Draft, actor: string, hand: Hand, entity: string): void {
  letReachesGo(draft, actor, hand)
  const reach = { actor, hand, entity, untilMs: draft.state.timeMs + REACH_MS }
  draft.state.reaching = [...draft.state.reaching, reach]
}

/** What the holder let go of comes into the hand that was held out first; false when there is none. */
export function handOver(draft: Draft, from: string, entity: string): boolean {
  const first = draft.state.reaching.find((reach) => reach.entity === entity)
  if (!first) return false
  const { actor: to, hand } = first
  letReachesGo(draft, to, hand)
  takeInHand(draft, to, hand, entity)
  changeEntity(draft, entity, { place: { kind: 'held', by: to, hand } })
  emit(draft, { type: 'handedOver', from, to, entity })
  return true
}

export function letReachesGo(draft: Draft, actor: string, hand?: Hand): void {
  keep(draft, (reach) => reach.actor !== actor || (hand !== undefined && reach.hand !== hand))
}

/** Nobody reaches for what nobody holds. */
export function letReachesFor(draft: Draft, entity: string): void {
  keep(draft, (reach) => reach.entity !== entity)
}

export function endOldReaches(draft: Draft): void {
  keep(draft, ({ untilMs }) => untilMs > draft.state.timeMs)
}

function keep(draft: Draft, wanted: (reach: Draft['state']['reaching'][number]) => boolean): void {
  if (!draft.state.reaching.every(wanted)) draft.state.reaching = draft.state.reaching.filter(wanted)
}
