/** New points are drawn in as long as the next ones are on their way. */
export const GROW_S = 0.22

/**
 * When each point of a line is reached. Points that were there keep their time; those after `known` follow each other within
 * `GROW_S` from now. A line goes on where it is, so that one that is behind catches up.
 */
export function growBirths(births: readonly number[], known: number, count: number, nowS: number): number[] {
  const grown = births.slice(0, known)
  const start = Math.max(nowS, grown.at(-1) ?? 0)
  const from = Math.min(start, nowS + GROW_S)
  for (let i = known; i < count; i++)
    grown.push(from + ((i - known + 1) / Math.max(1, count - known)) * GROW_S)
  return grown
}
