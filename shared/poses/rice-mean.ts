// What a context remembers: a fading sum of magnitudes, three a sample; 12 × their mean when they stay alike.

/** Where a context starts: 4 units off on average. */
export const FIRST_MEAN = 48
export const MEAN_BITS = 11
/** Sums above this are taken for it, so that one jump is soon forgotten. */
const MOST_LEARNED = 511
/** Below it a context is calm: all three values are probably 0, and one bit says so. */
export const CALM = 4

const BELOW = new Uint8Array(1 << MEAN_BITS).map((_, mean) => {
  let below = 0
  while ((mean * 49) >> 8 >= 2 << below) below += 1
  return below
})

/** How many bits of a Rice code to send below its unary part. */
export function bitsBelow(mean: number): number {
  return BELOW[mean] ?? 0
}

export function learned(mean: number, sum: number): number {
  return mean - ((mean + 3) >> 2) + Math.min(sum, MOST_LEARNED)
}
