import { nextRandom } from '#shared/kernel/random.ts'

/** The same numbers for a seed, from 0 to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    const next = nextRandom(state)
    ;({ state } = next)
    return next.value / 0x1_0000_0000
  }
}
