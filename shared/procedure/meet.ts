import { nodeState, type Draft } from './draft.ts'
import { complete } from './run-node.ts'

/** Opens the barriers of every meeting that all have come to; true when one opened. */
export function meet(draft: Draft): boolean {
  let opened = false
  for (const barriers of draft.compiled.meetings.values()) {
    const waiting = barriers.filter(({ id }) => nodeState(draft, id).status === 'active')
    if (waiting.length === 0 || barriers.some(({ id }) => nodeState(draft, id).status === 'idle')) continue
    for (const { id } of waiting) if (nodeState(draft, id).status === 'active') complete(draft, id)
    opened = true
  }
  return opened
}
