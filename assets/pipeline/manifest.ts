import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { MeshoptDecoder } from 'meshoptimizer'

/** One line of assets/built/manifest.json. Budgets of a scene: 120,000 triangles, 60 draw calls per eye, 4 MB. */
export type AssetEntry = {
  file: string
  sha256: string
  bytes: number
  triangles: number
  drawCalls: number
  licence: 'CC0-1.0'
  author: string
}

export async function describeAsset(file: string, glb: Uint8Array): Promise<AssetEntry> {
  await MeshoptDecoder.ready
  const document = await new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
    .readBinary(glb)
  const primitives = document
    .getRoot()
    .listNodes()
    .flatMap((node) => node.getMesh()?.listPrimitives() ?? [])
  const triangles = primitives.reduce(
    (sum, p) => sum + (p.getIndices()?.getCount() ?? p.getAttribute('POSITION')?.getCount() ?? 0) / 3,
    0,
  )
  return {
    file,
    sha256: createHash('sha256').update(glb).digest('hex'),
    bytes: glb.byteLength,
    triangles,
    drawCalls: primitives.length,
    licence: 'CC0-1.0',
    author: 'Sightline contributors',
  }
}

/** Puts the entry in the place of the one of the same file; the others stay. */
export async function writeManifest(path: string, entry: AssetEntry): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '{"assets":[]}')
  const others = (JSON.parse(before) as { assets: AssetEntry[] }).assets.filter(
    ({ file }) => file !== entry.file,
  )
  const assets = [...others, entry].toSorted((a, b) => (a.file < b.file ? -1 : 1))
  await writeFile(path, `${JSON.stringify({ schemaVersion: 1, assets }, null, 2)}\n`)
}
