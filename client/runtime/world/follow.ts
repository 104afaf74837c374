/** Moves every value a share of the way to its target, in place; a step in the simulation never flashes (WCAG 2.3.1). */
export function follow(shown: Float32Array, targets: ArrayLike<number>, share: number): void {
  for (let i = 0; i < shown.length; i++) {
    const now = shown[i] ?? 0
    shown[i] = now + ((targets[i] ?? 0) - now) * share
  }
}
