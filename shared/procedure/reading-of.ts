import type { Draft } from './draft.ts'
import { readingKey } from './reading-key.ts'
import { actsIn, type Gate } from './who.ts'

/** The present reading of a sensor or signal, by key; of several people's that of `of`, else of the first in these roles. */
export function readingOf(
  draft: Draft,
  key: string,
  gate: Gate,
  of?: string,
): { value: number; actor?: string } | undefined {
  const { state } = draft
  const own = of === undefined ? undefined : state.sensors[readingKey(of, key)]
  if (of !== undefined && own !== undefined) return { value: own, actor: of }
  for (const actor in state.participants) {
    const value = state.sensors[readingKey(actor, key)]
    if (value !== undefined && actsIn(gate, state.participants[actor])) return { value, actor }
  }
  const value = state.signals[key]
  return value === undefined ? undefined : { value }
}

export function unitOf(key: string): string {
  if (key.startsWith('distance:') || key.startsWith('aim:') || key.startsWith('sweep:')) return 'mm'
  if (key.startsWith('look:') || key.startsWith('between:')) return '0.1deg'
  return key === 'squeeze' ? '%' : ''
}
