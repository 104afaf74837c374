/** Tiling surfaces of the pump room: painted blockwork, sealed concrete floor, shuttered ceiling; `wood` is not used much here, a plain ply. */
import { fbm, fbmStretched, hash, paint, type Rgb, type Surface } from '../../pipeline/noise.ts';

export const surfaces: Record<string, () => Surface> = {
  plaster: () => paint(512, blocks),
  floor: () => paint(1024, sealedConcrete),
  ceiling: () => paint(512, shuttering),
  wood: () => paint(256, (u, v) => { const t = 0.93 + 0.06 * fbmStretched(u, v, 4, 60, 3) + 0.04 * fbm(u, v, 3, 2, 4); return [0.8 * t, 0.66 * t, 0.46 * t]; }),
};

/** Two blocks by four courses a tile, each painted over with its joints showing. */
function blocks(u: number, v: number): Rgb {
  const row = Math.floor(v * 4), inRow = v * 4 - row;
  const along = u * 2 + (row % 2) * 0.5, block = Math.floor(along) % 2, inBlock = along - Math.floor(along);
  const edge = Math.min(Math.min(inRow, 1 - inRow) * 0.5, Math.min(inBlock, 1 - inBlock));
  const joint = edge < 0.011 ? 0.9 : edge < 0.02 ? 0.985 : 1;
  const tone = 0.975 + 0.02 * hash(row, block, 7);
  const n = tone * joint * (0.985 + 0.025 * fbm(u, v, 48, 3, 1) + 0.012 * fbm(u, v, 4, 2, 2));
  return [n, n, n];
}

function sealedConcrete(u: number, v: number): Rgb {
  const cloud = fbm(u, v, 3, 4, 21), fine = fbm(u, v, 60, 3, 22), scuff = Math.max(0, fbmStretched(u, v, 5, 24, 23) - 0.25);
  const fleck = hash(Math.floor(u * 512), Math.floor(v * 512), 5) > 0.985 ? 0.05 : 0;
  const n = 0.9 + 0.07 * cloud + 0.03 * fine - 0.13 * scuff - fleck;
  return [n, n * 0.995, n * 0.985];
}

function shuttering(u: number, v: number): Rgb {
  const boards = 5, board = Math.floor(v * boards), inBoard = v * boards - board;
  const seam = Math.min(inBoard, 1 - inBoard) < 0.02 ? 0.9 : 1;
  const n = seam * (0.93 + 0.04 * hash(board, 3, 9) + 0.03 * fbmStretched(u, v, 3, 40, 11 + board) + 0.03 * fbm(u, v, 5, 3, 12));
  return [n, n, n * 0.99];
}
