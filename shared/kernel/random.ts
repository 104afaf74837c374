/**
 * Mulberry32: a 32-bit integer of state kept by the caller, so that chance is part of the engine's state and replays.
 * Not for secrets.
 */
export function nextRandom(state: number): { state: number; value: number } {
  const next = (state + 0x6d2b79f5) >>> 0
  let t = Math.imul(next ^ (next >>> 15), next | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return { state: next, value: (t ^ (t >>> 14)) >>> 0 }
}

/** A whole number in 0 … below − 1 (below ≤ 2³²), without the bias a remainder would have. */
export function randomBelow(state: number, below: number): { state: number; value: number } {
  const { state: next, value } = nextRandom(state)
  return { state: next, value: Math.floor((value / 0x1_0000_0000) * below) }
}
