import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Document, type Material, NodeIO, type Texture } from '@gltf-transform/core'
import { EXTMeshoptCompression, EXTTextureWebP, KHRMeshQuantization } from '@gltf-transform/extensions'
import { dedup, prune, quantize, reorder, weld } from '@gltf-transform/functions'
import { MeshoptEncoder } from 'meshoptimizer'
import sharp from 'sharp'

export type PackOptions = { rawPath: string; textureDir: string; lightmapPath: string; lightmapScale: number }

const lit = ['plaster', 'floor', 'ceiling', 'wood', 'atlas', 'gloss']
const glossy = ['gloss', 'prop']
const tiled = ['plaster', 'floor', 'ceiling', 'wood']

/**
 * Attaches the pictures by material name and compresses. The lightmap travels as the occlusion texture on TEXCOORD_1, because glTF has no lightmap;
 * `extras.lightmap` = the factor by which the loader multiplies it. Positions stay float: quantised ones would move the pivots of leaf nodes.
 */
export async function packWorld(options: PackOptions): Promise<Uint8Array> {
  const io = new NodeIO()
    .registerExtensions([EXTMeshoptCompression, EXTTextureWebP, KHRMeshQuantization])
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder })
  const document = await io.read(options.rawPath)
  document.createExtension(EXTTextureWebP).setRequired(true)
  const pictures = {
    atlas: await picture(document, 'atlas', join(options.textureDir, 'atlas.png'), 86),
    orm: await picture(document, 'atlas-orm', join(options.textureDir, 'atlas-orm.png'), 'lossless'),
    lightmap: await picture(document, 'lightmap', options.lightmapPath, 90),
    ...Object.fromEntries(
      await Promise.all(
        tiled.map(
          async (name) =>
            [name, await picture(document, name, join(options.textureDir, `${name}.png`), 80)] as const,
        ),
      ),
    ),
  } as Record<string, Texture> & { atlas: Texture; orm: Texture; lightmap: Texture }

  for (const material of document.getRoot().listMaterials()) dress(material, pictures, options.lightmapScale)
  for (const node of document.getRoot().listNodes()) node.setExtras(parsed(node.getExtras()))
  await MeshoptEncoder.ready
  await document.transform(
    dropLightmapUvOfProps,
    dedup(),
    weld(),
    prune({ keepLeaves: true }),
    reorder({ encoder: MeshoptEncoder }),
    quantize({
      pattern: /^(NORMAL|COLOR|TEXCOORD)/,
      quantizeNormal: 8,
      quantizeColor: 8,
      quantizeTexcoord: 14,
    }),
  )
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE })
  document.getRoot().getAsset().copyright = 'Sightline contributors, CC0-1.0'
  return io.writeBinary(document)
}

/** Blender keeps only plain values, so the models' extras come as JSON text. */
function parsed(extras: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(extras).map(([key, value]) => [key, JSON.parse(String(value)) as unknown]),
  )
}

function dress(
  material: Material,
  pictures: Record<string, Texture> & { atlas: Texture; orm: Texture; lightmap: Texture },
  lightmapScale: number,
): void {
  const name = material.getName()
  material
    .setBaseColorTexture(pictures[name] ?? pictures.atlas)
    .setBaseColorFactor([1, 1, 1, 1])
    .setMetallicFactor(0)
    .setRoughnessFactor(1)
    .setEmissiveFactor([0, 0, 0])
    .setDoubleSided(false)
  if (glossy.includes(name)) material.setMetallicRoughnessTexture(pictures.orm).setMetallicFactor(1)
  if (lit.includes(name)) {
    material.setOcclusionTexture(pictures.lightmap).setExtras({ lightmap: lightmapScale })
    material.getOcclusionTextureInfo()?.setTexCoord(1)
  }
}

async function picture(
  document: Document,
  name: string,
  path: string,
  quality: number | 'lossless',
): Promise<Texture> {
  const webp = await sharp(await readFile(path))
    .webp(quality === 'lossless' ? { lossless: true } : { quality, effort: 6, smartSubsample: true })
    .toBuffer()
  return document
    .createTexture(name)
    .setImage(new Uint8Array(webp))
    .setMimeType('image/webp')
    .setURI(`${name}.webp`)
}

function dropLightmapUvOfProps(document: Document): void {
  for (const mesh of document.getRoot().listMeshes())
    for (const primitive of mesh.listPrimitives()) {
      if (!lit.includes(primitive.getMaterial()?.getName() ?? '')) primitive.setAttribute('TEXCOORD_1', null)
      primitive.setAttribute('COLOR_1', null)
    }
}
