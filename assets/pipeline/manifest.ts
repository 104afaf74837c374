import { createHash } from 'node:crypto'
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
