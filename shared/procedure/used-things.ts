import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { openHand, takeInHand } from './affordances/holding.ts'
import type { CompiledStep } from './compiled.ts'
import { changeNode, emit, entityState, nodeState, own, participant, type Draft } from './draft.ts'
import { isLeftBehind, thingsOf } from './personal.ts'
import { letReachesFor } from './reaching.ts'
import { settled } from './settled-place.ts'
import type { Place } from './state.ts'
import { hasPlace, isIn } from './who.ts'

/** A step begins in a live session: how the things that it uses are now, so that it can be gone back to. */
export function rememberThings(draft: Draft, { id, uses, gate }: CompiledStep): void {
  if (!draft.state.live || uses.size === 0) return
  const people = Object.values(draft.state.participants).filter((person) => isIn(gate, person))
  const ids = thingsOf(draft.compiled, [...uses], people).filter((thing) => draft.state.entities[thing])
  changeNode(draft, id, {
    before: Object.fromEntries(ids.map((thing) => [thing, entityState(draft, thing)])),
  })
}

/** They are as they were then, but for those of who was removed since: nobody could take them away. */
export function restoreThings(draft: Draft, { id }: Pick<CompiledStep, 'id'>): void {
  const { before = {} } = nodeState(draft, id)
  // In the order in which they are stored.
  for (const thing of Object.keys(before).toSorted()) {
    if (isLeftBehind(draft, thing)) continue
    const was = before[thing] ?? entityState(draft, thing)
    const now = entityState(draft, thing)
    const isThere = canonicalJson(now.place) === canonicalJson(was.place)
    const place = isThere ? now.place : putBack(draft, thing, now.place, was.place)
    own(draft, 'entities')[thing] = { ...was, place }
    if (was.state !== undefined && was.state !== now.state)
      emit(draft, { type: 'entityChanged', entity: thing, state: was.state })
  }
}

/** Out of the hand it is in; into the one it was in, if that is empty. */
function putBack(draft: Draft, thing: string, now: Place, was: Place): Place {
  if (now.kind === 'held') openHand(draft, now.by, now.hand)
  letReachesFor(draft, thing)
  if (was.kind !== 'held') return settled(draft, thing, was)
  const { [was.by]: holder } = draft.state.participants
  const isFree = holder && hasPlace(holder) && participant(draft, was.by).holding[was.hand] === undefined
  if (!isFree) return { kind: 'home' }
  takeInHand(draft, was.by, was.hand, thing)
  return was
}
