const firstMs = 250
const longestMs = 5000

/** Doubling up to five seconds, with up to a quarter of jitter so that a class does not come back in one instant. */
export function retryDelayMs(attempt: number, random: number): number {
  const base = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10))
  return Math.round(base * (0.75 + random / 4))
}
