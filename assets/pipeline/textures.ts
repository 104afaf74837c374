import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Surface } from './noise.ts'

type Atlas = {
  size: number
  swatch: number
  swatches: Record<string, [colour: string, roughness: number, metalness: number]>
  regions: Record<string, [x: number, y: number, width: number, height: number]>
}

type Drawings = Record<string, (width: number, height: number) => string>

/** Draws atlas.png (colour), atlas-orm.png (glTF: G roughness, B metalness, a quarter of the size) and the tiling surfaces into `outDir`. */
export async function drawTextures(sourceDir: string, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true })
  const atlas = JSON.parse(await readFile(join(sourceDir, 'atlas.json'), 'utf8')) as Atlas
  const { decals } = (await import(join(sourceDir, 'decals.ts'))) as { decals: Drawings }
  const { surfaces } = (await import(join(sourceDir, 'surfaces.ts'))) as {
    surfaces: Record<string, () => Surface>
  }
  await sharp(await composeColour(atlas, decals))
    .png()
    .toFile(join(outDir, 'atlas.png'))
  await sharp(Buffer.from(ormSvg(atlas)))
    .resize(atlas.size / 4)
    .removeAlpha()
    .png()
    .toFile(join(outDir, 'atlas-orm.png'))
  for (const [name, draw] of Object.entries(surfaces)) {
    const { size, rgb } = draw()
    await writeFile(
      join(outDir, `${name}.png`),
      await sharp(rgb, { raw: { width: size, height: size, channels: 3 } })
        .png()
        .toBuffer(),
    )
  }
}

async function composeColour(atlas: Atlas, decals: Drawings): Promise<Buffer> {
  const base = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${atlas.size}" height="${atlas.size}"><rect width="100%" height="100%" fill="#808080"/>${swatchRects(atlas, ([colour]) => colour)}</svg>`,
  )
  const pictures = Object.entries(atlas.regions).map(async ([name, [x, y, w, h]]) => {
    const draw = decals[name]
    if (!draw) throw new Error(`atlas.json names the region "${name}" but decals.ts does not draw it`)
    return {
      input: await sharp(Buffer.from(draw(w, h)))
        .resize(w, h, { fit: 'fill' })
        .png()
        .toBuffer(),
      left: x,
      top: y,
    }
  })
  return sharp(base)
    .composite(await Promise.all(pictures))
    .removeAlpha()
    .png()
    .toBuffer()
}

function ormSvg(atlas: Atlas): string {
  const byte = (x: number) => Math.round(x * 255)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${atlas.size}" height="${atlas.size}"><rect width="100%" height="100%" fill="rgb(255,${byte(0.55)},0)"/>${swatchRects(atlas, ([, rough, metal]) => `rgb(255,${byte(rough)},${byte(metal)})`)}</svg>`
}

function swatchRects(atlas: Atlas, fill: (s: [string, number, number]) => string): string {
  const perRow = atlas.size / atlas.swatch
  return Object.values(atlas.swatches)
    .map(
      (s, i) =>
        `<rect x="${(i % perRow) * atlas.swatch}" y="${Math.floor(i / perRow) * atlas.swatch}" width="${atlas.swatch}" height="${atlas.swatch}" fill="${fill(s)}"/>`,
    )
    .join('')
}
