/** Is no list or object of this JSON value nested deeper than that? Walks without recursion, so that depth cannot hurt it. */
export function jsonDepthWithin(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return false
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return true
}
