import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat } from 'three'

const SIZE = 128
let shared: DataTexture | undefined

/** Tiling fractal noise, four independent channels, made once from a fixed seed. Shared: do not dispose. */
export function noiseTexture(): DataTexture {
  if (shared) return shared
  const data = new Uint8Array(SIZE * SIZE * 4)
  for (let channel = 0; channel < 4; channel++) fill(data, channel)
  shared = new DataTexture(data, SIZE, SIZE, RGBAFormat)
  shared.wrapS = shared.wrapT = RepeatWrapping
  shared.magFilter = LinearFilter
  shared.minFilter = LinearMipmapLinearFilter
  shared.generateMipmaps = true
  shared.needsUpdate = true
  return shared
}

function fill(data: Uint8Array, channel: number): void {
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      let sum = 0
      let gain = 0.52
      for (let cells = 4; cells <= 32; cells *= 2, gain *= 0.52)
        sum += gain * lattice(x / SIZE, y / SIZE, cells, channel * 7 + cells)
      data[(y * SIZE + x) * 4 + channel] = Math.max(0, Math.min(255, 128 + sum * 150))
    }
  }
}

function lattice(u: number, v: number, cells: number, seed: number): number {
  const x = Math.floor(u * cells)
  const y = Math.floor(v * cells)
  const fx = fade(u * cells - x)
  const fy = fade(v * cells - y)
  const at = (i: number, j: number) => hash((x + i) % cells, (y + j) % cells, seed)
  const top = at(0, 0) + (at(1, 0) - at(0, 0)) * fx
  const low = at(0, 1) + (at(1, 1) - at(0, 1)) * fx
  return (top + (low - top) * fy) * 2 - 1
}

function fade(t: number): number {
  return t * t * (3 - 2 * t)
}

/** 0..1 from three integers. */
export function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x + 1, 374761393) ^ Math.imul(y + 1, 668265263) ^ Math.imul(seed + 1, 1274126177)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}
