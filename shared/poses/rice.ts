/** A context's memory is 16 × the mean of its folded values; this is where it starts. */
export const FIRST_MEAN = 16 * 8
/** So many ones say: too large for Rice, a length and the value follow. */
export const ESCAPE = 12
/** Larger values count as this when the mean learns, so that one jump is soon forgotten. */
const MOST_LEARNED = 1023

const BITS = new Uint8Array(16 * (MOST_LEARNED + 1)).map((_, mean) => {
  let bits = 0
  while (((mean * 3) >> 2) >> (bits + 5) > 0) bits += 1
  return bits
})

/** Bits to send below the unary part. */
export function riceBits(mean: number): number {
  return BITS[mean] ?? 0
}

export function learn(means: Int32Array, at: number, folded: number): void {
  const mean = means[at] ?? 0
  means[at] = mean + Math.min(folded, MOST_LEARNED) - (mean >> 4)
}
