/**
 * Which of these points a line needs so that no other is farther from it than the tolerance (Ramer, Douglas, Peucker).
 * Flat triples; the first and the last are always kept. Indices in order.
 */
export function thinOut(points: readonly number[], tolerance: number): number[] {
  const last = points.length / 3 - 1
  if (last < 1) return last < 0 ? [] : [0]
  const kept = [0, last]
  const spans: [number, number][] = [[0, last]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let worst = -1
    let far = tolerance * tolerance
    for (let i = from + 1; i < to; i++) {
      const distance = squaredDistance(points, i, from, to)
      if (distance <= far) continue
      far = distance
      worst = i
    }
    if (worst < 0) continue
    kept.push(worst)
    spans.push([from, worst], [worst, to])
  }
  return kept.sort((a, b) => a - b)
}

/** From a point to the stretch between two others, squared. */
function squaredDistance(points: readonly number[], i: number, from: number, to: number): number {
  let along = 0
  let length = 0
  for (let axis = 0; axis < 3; axis++) {
    const start = points[from * 3 + axis] ?? 0
    const step = (points[to * 3 + axis] ?? 0) - start
    along += ((points[i * 3 + axis] ?? 0) - start) * step
    length += step * step
  }
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, along / length))
  let sum = 0
  for (let axis = 0; axis < 3; axis++) {
    const start = points[from * 3 + axis] ?? 0
    const nearest = start + ((points[to * 3 + axis] ?? 0) - start) * share
    sum += ((points[i * 3 + axis] ?? 0) - nearest) ** 2
  }
  return sum
}
