/** Says in which frames something is due that happens at most so often a second. */
export function createPace(perSecond: number): (nowMs: number) => boolean {
  const gapMs = 1000 / perSecond
  let dueMs = -Infinity
  return (nowMs) => {
    if (nowMs < dueMs) return false
    // On the beat: frames that come a little late do not make it slower.
    dueMs = nowMs - dueMs > gapMs ? nowMs + gapMs : dueMs + gapMs
    return true
  }
}
