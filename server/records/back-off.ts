const FIRST_MS = 500
const LONGEST_MS = 60_000

/** Exponential with full jitter: after `failures` in a row (1, 2, …) wait between half and all of the doubled step. */
export function backOffMs(failures: number, random: number): number {
  const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  return Math.round(step * (0.5 + random / 2))
}
