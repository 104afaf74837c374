/** Which joints have a bone between them, and how thick: for `layBones`. */
export interface Bones {
  readonly count: number
  /** Pairs of WebXR joints. */
  readonly joints: Uint8Array
  /** Metres. */
  readonly radii: Float32Array
}

/** Radius at each WebXR joint, in tenths of a millimetre. */
const RADII = [
  110, 100, 95, 85, 80, 110, 95, 85, 80, 75, 110, 95, 85, 80, 75, 110, 90, 82, 76, 72, 100, 84, 76, 70, 66,
]

/** All bones of a hand; the palm is four of them side by side, thicker, so that they close. @param thickness of a glove; 1 is skin */
export function handBones(thickness = 1): Bones {
  const pairs = [0, 1, 2, 3]
    .map((i): [number, number] => [i, i + 1])
    .concat(
      ...[5, 10, 15, 20].map((m): [number, number][] => [
        [0, m],
        [m, m + 1],
        [m + 1, m + 2],
        [m + 2, m + 3],
        [m + 3, m + 4],
      ]),
    )
  return bonesOf(
    pairs.map(([from, to]) => {
      const inPalm = from % 5 === 0
      const radius = ((RADII[to] ?? 80) + (RADII[from] ?? 80)) / 20_000
      return [from, to, radius * thickness * (inPalm ? 1.35 : 1)]
    }),
  )
}

export function bonesOf(list: readonly (readonly [from: number, to: number, radius: number])[]): Bones {
  return {
    count: list.length,
    joints: Uint8Array.from(list.flatMap(([from, to]) => [from, to])),
    radii: Float32Array.from(list.map(([, , radius]) => radius)),
  }
}

/**
 * Stretches a `CapsuleGeometry(1, 1)` along each bone. In plain numbers, so that nothing is allocated.
 *
 * @param positions of the joints, three numbers each
 * @param matrices instance matrices; those from `first` on are written
 */
export function layBones(
  { count, joints, radii }: Bones,
  positions: Float32Array,
  matrices: Float32Array,
  first: number,
): void {
  for (let i = 0; i < count; i++) {
    const from = (joints[i * 2] ?? 0) * 3
    const to = (joints[i * 2 + 1] ?? 0) * 3
    layBone(positions, from, to, radii, i, matrices, (first + i) * 16)
  }
}

function layBone(
  positions: Float32Array,
  from: number,
  to: number,
  radii: Float32Array,
  bone: number,
  out: Float32Array,
  at: number,
): void {
  const x = positions[from] ?? 0
  const y = positions[from + 1] ?? 0
  const z = positions[from + 2] ?? 0
  const dx = (positions[to] ?? 0) - x
  const dy = (positions[to + 1] ?? 0) - y
  const dz = (positions[to + 2] ?? 0) - z
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz) || 1e-6
  const radius = radii[bone] ?? 0
  // The capsule is 3 long at scale 1 (1 straight, two caps of radius 1).
  const along = (length + 2 * radius) / 3
  const ux = dx / length
  const uy = dy / length
  const uz = dz / length
  // Two directions across (Duff et al. 2017); which ones does not matter to something round.
  const sign = uz < 0 ? -1 : 1
  const a = -1 / (sign + uz)
  const b = ux * uy * a
  out[at] = radius * (1 + sign * ux * ux * a)
  out[at + 1] = radius * sign * b
  out[at + 2] = -radius * sign * ux
  out[at + 3] = 0
  out[at + 4] = along * ux
  out[at + 5] = along * uy
  out[at + 6] = along * uz
  out[at + 7] = 0
  out[at + 8] = -radius * b
  out[at + 9] = -radius * (sign + uy * uy * a)
  out[at + 10] = radius * uy
  out[at + 11] = 0
  out[at + 12] = x + dx / 2
  out[at + 13] = y + dy / 2
  out[at + 14] = z + dz / 2
  out[at + 15] = 1
}
