const CLOSED_M = 0.014
const OPEN_M = 0.05

/** How far a pinch is closed, 0..1, from the distance of thumb tip and index tip in metres. */
export function pinchOf(distanceM: number): number {
  return Math.max(0, Math.min(1, (OPEN_M - distanceM) / (OPEN_M - CLOSED_M)))
}
