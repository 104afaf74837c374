/** Tiling surfaces of the kitchen-office. */
import { fbm, fbmStretched, hash, paint, type Rgb, type Surface } from '../../pipeline/noise.ts';

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
