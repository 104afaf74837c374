/** Periodic noise from a seed, and the raw RGB pictures painted with it: nothing is photographed or downloaded. */
export type Surface = { size: number; rgb: Uint8Array }

export type Rgb = [number, number, number]

export function paint(size: number, colour: (u: number, v: number) => Rgb): Surface {
  const rgb = new Uint8Array(size * size * 3)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const c = colour((x + 0.5) / size, (y + 0.5) / size)
      for (let k = 0; k < 3; k++)
        rgb[(y * size + x) * 3 + k] = Math.max(0, Math.min(255, Math.round((c[k] ?? 0) * 255)))
    }
  return { size, rgb }
}

export function fbm(u: number, v: number, period: number, octaves: number, seed: number): number {
  let sum = 0,
    gain = 0.55
  for (let o = 0; o < octaves; o++, period *= 2, gain *= 0.5)
    sum += gain * noise(u * period, v * period, period, period, seed + o)
  return sum
}

export function fbmStretched(u: number, v: number, pu: number, pv: number, seed: number): number {
  return (
    noise(u * pu, v * pv, pu, pv, seed) * 0.6 + noise(u * pu * 2, v * pv * 2, pu * 2, pv * 2, seed + 9) * 0.4
  )
}

/** Periodic value noise in -1..1. */
function noise(x: number, y: number, px: number, py: number, seed: number): number {
  const wrap = (i: number, p: number) => ((i % p) + p) % p
  const x0 = Math.floor(x),
    y0 = Math.floor(y),
    fx = fade(x - x0),
    fy = fade(y - y0)
  const at = (i: number, j: number) => hash(wrap(x0 + i, px), wrap(y0 + j, py), seed) * 2 - 1
  const a = at(0, 0) + (at(1, 0) - at(0, 0)) * fx,
    b = at(0, 1) + (at(1, 1) - at(0, 1)) * fx
  return a + (b - a) * fy
}

function fade(t: number): number {
  return t * t * (3 - 2 * t)
}

export function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2147483647 ^ 0x5bd1e995)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}
