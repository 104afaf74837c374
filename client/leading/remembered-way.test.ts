import { expect, test } from 'vitest'
import { rememberWay, rememberedWay, wasWatching } from './remembered-way.ts'

function storage(first?: string) {
  let value: string | null = first ?? null
  return { getItem: () => value, setItem: (_key: string, next: string) => void (value = next) }
}
const all = ['free', 'window', 'beside', 'ghost', 'eyes'] as const

test('COCK-3 the last way is remembered, also through looking back and not watching at all', () => {
  const store = storage()
  expect([rememberedWay(all, store), wasWatching(store)]).toEqual(['window', false])
  rememberWay('beside', store)
  rememberWay('rewind', store)
  expect([rememberedWay(all, store), wasWatching(store)]).toEqual(['beside', true])
  rememberWay('free', store)
  expect([rememberedWay(all, store), wasWatching(store)]).toEqual(['beside', false])
})

test('COCK-3 what cannot be done here, or was stored by something else, gives the window', () => {
  const store = storage()
  rememberWay('eyes', store)
  expect(rememberedWay(['free', 'window', 'beside'], store)).toBe('window')
  expect(rememberedWay(['free', 'beside'], store)).toBe('beside')
  for (const nonsense of ['{', '3', 'null', '{"way":"fly","on":"yes"}'])
    expect([rememberedWay(all, storage(nonsense)), wasWatching(storage(nonsense))]).toEqual(['window', false])
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full')
    },
  }
  rememberWay('eyes', full)
})
