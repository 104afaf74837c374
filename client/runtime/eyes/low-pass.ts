/**
 * A number that follows another as if through two equal low-pass filters: it never swings past, and comes out the same however
 * often it is stepped. `state` holds value and speed at `at` and behind it: the frame loop makes no objects.
 */
export function lowPass(
  state: Float64Array,
  at: number,
  goal: number,
  ratePerS: number,
  deltaS: number,
): void {
  const away = (state[at] ?? 0) - goal
  const push = ((state[at + 1] ?? 0) + ratePerS * away) * deltaS
  const left = Math.exp(-ratePerS * deltaS)
  state[at] = goal + (away + push) * left
  state[at + 1] = ((state[at + 1] ?? 0) - ratePerS * push) * left
}
