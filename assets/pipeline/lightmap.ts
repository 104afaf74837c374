import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

/** Turns Blender's linear float RGB (bottom row first) into an 8-bit sRGB PNG of value / scale; smooths path-tracing noise but keeps edges. */
export async function encodeLightmap(
  path: string,
  size: number,
  outPath: string,
): Promise<{ scale: number }> {
  const bytes = await readFile(path)
  if (bytes.byteLength !== size * size * 12)
    throw new Error(
      `${path} holds ${bytes.byteLength} bytes, expected ${size}² RGB floats: run without --packOnly or give the size it was baked with`,
    )
  let light: Float32Array = new Float32Array(bytes.buffer, bytes.byteOffset, size * size * 3).slice()
  for (const step of [1, 1, 2, 2, 1]) light = smooth(light, size, step)
  const scale = brightest(light, 0.998)
  const rgb = new Uint8Array(size * size * 3)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size * 3; x++) {
      rgb[(size - 1 - y) * size * 3 + x] = Math.round(
        255 * toSrgb(Math.min(1, (light[y * size * 3 + x] ?? 0) / scale)),
      )
    }
  await sharp(rgb, { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toFile(outPath)
  return { scale }
}

const REACH = 2
const EDGE = 0.3 // relative difference of blurred luminance at which a neighbour no longer counts

/** Edge-keeping blur (à trous): neighbours `step` texels apart count when their surroundings are about as bright. */
function smooth(light: Float32Array, size: number, step: number): Float32Array {
  const out = new Float32Array(light.length)
  const guide = blurredLuminance(light, size)
  const clamp = (i: number) => Math.min(size - 1, Math.max(0, i))
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const own = guide[y * size + x] ?? 0
      let r = 0,
        g = 0,
        b = 0,
        sum = 0
      for (let dy = -REACH; dy <= REACH; dy++)
        for (let dx = -REACH; dx <= REACH; dx++) {
          const k = clamp(y + dy * step) * size + clamp(x + dx * step)
          const apart = Math.abs((guide[k] ?? 0) - own) / (0.01 + own) / EDGE
          const weight = Math.exp(-apart * apart - (dx * dx + dy * dy) / 5)
          r += weight * (light[k * 3] ?? 0)
          g += weight * (light[k * 3 + 1] ?? 0)
          b += weight * (light[k * 3 + 2] ?? 0)
          sum += weight
        }
      const i = (y * size + x) * 3
      out[i] = r / sum
      out[i + 1] = g / sum
      out[i + 2] = b / sum
    }
  return out
}

function blurredLuminance(light: Float32Array, size: number): Float32Array {
  const guide = new Float32Array(size * size)
  const clamp = (i: number) => Math.min(size - 1, Math.max(0, i))
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let sum = 0
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) sum += luminance(light, (clamp(y + dy) * size + clamp(x + dx)) * 3)
      guide[y * size + x] = sum / 9
    }
  return guide
}

function luminance(light: Float32Array, i: number): number {
  return 0.3 * (light[i] ?? 0) + 0.6 * (light[i + 1] ?? 0) + 0.1 * (light[i + 2] ?? 0)
}

function brightest(light: Float32Array, share: number): number {
  const sorted = Float32Array.from(
    { length: 40_000 },
    (_, k) => light[Math.floor((k / 40_000) * light.length)] ?? 0,
  ).sort()
  return Math.max(0.5, sorted[Math.floor(sorted.length * share)] ?? 1)
}

function toSrgb(x: number): number {
  return x <= 0.0031308 ? x * 12.92 : 1.055 * x ** (1 / 2.4) - 0.055
}
