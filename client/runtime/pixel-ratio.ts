const FRAMES = 60
const SLOW_S = 1 / 40
const FAST_S = 1 / 55
const LOWEST = 0.75

/** Lowers the flat screen's pixel ratio while frames are slow and raises it again; waits a second between changes. */
export function createPixelRatio(highest: number, apply: (ratio: number) => void): (deltaS: number) => void {
  let ratio = highest
  let frames = 0
  let totalS = 0
  return (deltaS) => {
    totalS += deltaS
    if (++frames < FRAMES) return
    const next = nextPixelRatio(ratio, highest, totalS / frames)
    frames = 0
    totalS = 0
    if (next === ratio) return
    ratio = next
    apply(ratio)
  }
}

export function nextPixelRatio(ratio: number, highest: number, meanFrameS: number): number {
  if (meanFrameS > SLOW_S) return Math.max(Math.min(LOWEST, highest), ratio * 0.8)
  if (meanFrameS < FAST_S) return Math.min(highest, ratio * 1.1)
  return ratio
}
