import { changeParticipant, participant, setReading, type Draft } from '../draft.ts'
import type { Intent } from '../intent.ts'

export type Hand = 'left' | 'right'

export function handOf(intent: Intent): Hand {
  return intent.params?.['hand'] === 'left' ? 'left' : 'right'
}

/** The hand in which this person holds the entity. */
export function handHolding(draft: Draft, actor: string, entity: string): Hand | null {
  const { holding } = participant(draft, actor)
  if (holding.right === entity) return 'right'
  return holding.left === entity ? 'left' : null
}

export function takeInHand(draft: Draft, actor: string, hand: Hand, entity: string): void {
  changeParticipant(draft, actor, { holding: { ...participant(draft, actor).holding, [hand]: entity } })
}

/** Opens the hand; what it squeezed is no longer squeezed. */
export function openHand(draft: Draft, actor: string, hand: Hand): void {
  const { [hand]: dropped, ...holding } = participant(draft, actor).holding
  if (dropped !== undefined) endSqueeze(draft, actor, dropped)
  changeParticipant(draft, actor, { holding })
}

/** Shuts the tool; without one, whatever this person squeezes. */
export function endSqueeze(draft: Draft, actor: string, tool?: string): void {
  const { squeezing = null } = participant(draft, actor)
  if (squeezing === null || (tool !== undefined && tool !== squeezing)) return
  changeParticipant(draft, actor, { squeezing: null, substituting: false })
  setReading(draft, actor, 'squeeze', 0)
}
