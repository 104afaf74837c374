/** Brightness of the fire's light over time, around 1: small, and nothing faster than 2.3 Hz (WCAG 2.3.1 allows three flashes a second). */
export function flicker(seconds: number): number {
  return (
    1 +
    0.04 * Math.sin(seconds * 6.1) +
    0.03 * Math.sin(seconds * 9.7 + 1.3) +
    0.02 * Math.sin(seconds * 14.3 + 4)
  )
}
