/** `next`, with what is equal to `last` (as JSON) taken from there: it keeps its identity. */
export function keepEqual<T>(
  last: Readonly<Record<string, T>>,
  next: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const keys = Object.keys(next)
  let same = keys.length === Object.keys(last).length
  const merged: Record<string, T> = {}
  for (const key of keys) {
    const before = last[key]
    const now = next[key] as T
    const equal = before !== undefined && JSON.stringify(before) === JSON.stringify(now)
    merged[key] = equal ? before : now
    same &&= equal
  }
  return same ? last : merged
}
