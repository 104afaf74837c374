import type { Surface } from './hand-loop.ts'

/** Two surfaces as one: where both are met, the first counts. */
export function firstOf(first: () => Surface | undefined, second: () => Surface | undefined): Surface {
  let met: Surface | undefined
  return {
    point(hand, hit) {
      met = first()
      if (met?.point(hand, hit)) return true
      met = second()
      return met?.point(hand, hit) ?? false
    },
    poke(hand) {
      met = first()
      if (met?.poke(hand)) return true
      met = second()
      return met?.poke(hand) ?? false
    },
    press: (hand) => met?.press(hand),
    steer: (hand, x, y) => (first()?.steer?.(hand, x, y) || second()?.steer?.(hand, x, y)) ?? false,
  }
}
