/**
 * Writes numbers into a frame, or reads them out of one: so the layout is written down once, for both ways.
 * A writer passes values through; a reader ignores the value given and answers the one it read.
 */
export interface Bits {
  /** Unsigned, `count` ≤ 24 bits. */
  plain(count: number, value: number): number
  /** Any signed 32-bit integer: 6 bits of length, then as many. */
  wide(value: number): number
  /** Rice code of a signed 32-bit integer with `below` ≤ 12 bits after the unary part. */
  rice(below: number, value: number): number
}

/** So many ones instead of a Rice code: a `wide` integer follows. */
export const ESCAPE = 12

/** Signed to unsigned, small magnitudes first: 0 −1 1 −2 2 … → 0 1 2 3 4 … */
export function fold(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0
}

export function unfold(folded: number): number {
  return (folded >>> 1) ^ -(folded & 1)
}
