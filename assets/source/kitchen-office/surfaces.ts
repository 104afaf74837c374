/** Tiling surfaces as raw RGB, from seeded periodic noise: nothing is photographed or downloaded. */
export type Surface = { size: number; rgb: Uint8Array };

export const surfaces: Record<string, () => Surface> = {
  plaster: () => paint(256, (u, v) => { const n = 0.955 + 0.035 * fbm(u, v, 24, 3, 1) + 0.03 * fbm(u, v, 3, 2, 2); return [n, n, n]; }),
  ceiling: () => paint(256, (u, v) => {
    const edge = Math.min(u, v, 1 - u, 1 - v);
    const groove = edge < 0.012 ? 0.62 : edge < 0.022 ? 1 : 0.94;
    const holes = fbm(u, v, 40, 2, 5) > 0.42 ? 0.9 : 1;
    return [groove * holes, groove * holes, groove * holes * 0.985];
  }),
  floor: () => paint(1024, planks),
  wood: () => paint(512, (u, v) => grain(u, v, 1.2, 7, [0.8, 0.62, 0.42])),
};

function planks(u: number, v: number): Rgb {
  const rows = 8; const row = Math.floor(v * rows); const inRow = v * rows - row;
  const along = (u * 2 + ((row * 5) % 8) / 8) % 2; const plank = Math.floor(along); const inPlank = along - plank;
  const tone = 0.86 + 0.2 * hash(row * 2 + plank, 3, 11);
  const [r, g, b] = grain(u + 0.37 * hash(row, plank, 5), v + 0.21 * hash(plank, row, 6), 2.2, 40 + row * 2 + plank, [0.62, 0.52, 0.41]);
  const seam = Math.min(inRow, 1 - inRow) * 0.125 * 1024; const joint = Math.min(inPlank, 1 - inPlank) * 0.5 * 1024;
  const gap = Math.min(seam, joint) < 1.1 ? 0.55 : 1;
  return [r * tone * gap, g * tone * gap, b * tone * gap];
}

/** Wood along u: stretched rings with pores. */
function grain(u: number, v: number, scale: number, seed: number, base: Rgb): Rgb {
  const warp = fbm(u, v, 3, 3, seed) * 0.05;
  const rings = 0.5 + 0.5 * Math.sin((v * 14 * scale + warp * 60 * scale) * Math.PI * 2 * 0.5);
  const pores = fbmStretched(u, v, 6, 140, seed + 1);
  const t = 0.93 + 0.045 * rings - 0.16 * Math.max(0, pores) + 0.07 * fbm(u, v, 2, 2, seed + 2);
  return [base[0] * t, base[1] * (t * 0.985), base[2] * (t * 0.96)];
}

type Rgb = [number, number, number];

function paint(size: number, colour: (u: number, v: number) => Rgb): Surface {
  const rgb = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) {
    const c = colour((x + 0.5) / size, (y + 0.5) / size);
    for (let k = 0; k < 3; k++) rgb[(y * size + x) * 3 + k] = Math.max(0, Math.min(255, Math.round((c[k] ?? 0) * 255)));
  }
  return { size, rgb };
}

function fbm(u: number, v: number, period: number, octaves: number, seed: number): number {
  let sum = 0, gain = 0.55;
  for (let o = 0; o < octaves; o++, period *= 2, gain *= 0.5) sum += gain * noise(u * period, v * period, period, period, seed + o);
  return sum;
}

function fbmStretched(u: number, v: number, pu: number, pv: number, seed: number): number {
  return noise(u * pu, v * pv, pu, pv, seed) * 0.6 + noise(u * pu * 2, v * pv * 2, pu * 2, pv * 2, seed + 9) * 0.4;
}

/** Periodic value noise in -1..1. */
function noise(x: number, y: number, px: number, py: number, seed: number): number {
  const wrap = (i: number, p: number) => ((i % p) + p) % p;
  const x0 = Math.floor(x), y0 = Math.floor(y), fx = fade(x - x0), fy = fade(y - y0);
  const at = (i: number, j: number) => hash(wrap(x0 + i, px), wrap(y0 + j, py), seed) * 2 - 1;
  const a = at(0, 0) + (at(1, 0) - at(0, 0)) * fx, b = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
  return a + (b - a) * fy;
}

function fade(t: number): number {
  return t * t * (3 - 2 * t);
}

function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2147483647 ^ 0x5bd1e995);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
