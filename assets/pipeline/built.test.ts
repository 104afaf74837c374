import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { MeshoptDecoder } from 'meshoptimizer'
import { expect, test } from 'vitest'
import type { AssetEntry } from './manifest.ts'

const BUDGET = { bytes: 4_000_000, triangles: 120_000, drawCalls: 60 }
const built = new URL('../built/', import.meta.url)
const manifest = JSON.parse(await readFile(new URL('manifest.json', built), 'utf8')) as {
  assets: AssetEntry[]
}

test('ASSET-1 every built file is the one in the manifest', async () => {
  for (const asset of manifest.assets) {
    const bytes = await readFile(new URL(asset.file, built))
    expect([asset.file, bytes.byteLength, createHash('sha256').update(bytes).digest('hex')]).toEqual([
      asset.file,
      asset.bytes,
      asset.sha256,
    ])
  }
})

test('ASSET-2 every built file keeps the budget of a scene and has a licence', () => {
  for (const asset of manifest.assets) {
    for (const key of ['bytes', 'triangles', 'drawCalls'] as const) {
      expect(asset[key], `${asset.file} ${key}`).toBeLessThanOrEqual(BUDGET[key])
    }
    expect(asset.licence).toBe('CC0-1.0')
  }
})

test('ASSET-3 the kitchen-office has its things where the workplace document says', async () => {
  await MeshoptDecoder.ready
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
  const glb = await io.readBinary(new Uint8Array(await readFile(new URL('kitchen-office/world.glb', built))))
  const at = Object.fromEntries(
    glb
      .getRoot()
      .listNodes()
      .map((n) => [n.getName(), n.getWorldTranslation().map((x) => Math.round(x * 1000) / 1000)]),
  )
  expect(at).toMatchObject({
    'waste-bin': [-1.65, 0, -2.05],
    'coffee-machine': [-0.85, 0.9, -2.2],
    'wall-switch': [-0.25, 1.2, -2.47],
    'call-point': [0.95, 1.4, 2.47],
    colleague: [-1.9, 0, 0.7],
    'ext-water': [2.86, 1.05, 1.7],
    'ext-co2': [2.86, 1.05, 1.2],
    'ext-abc': [2.86, 1.05, 0.7],
  })
  for (const kind of ['water', 'co2', 'abc']) {
    expect(Object.keys(at)).toEqual(
      expect.arrayContaining([`ext-${kind}-pin`, `ext-${kind}-lever`, `ext-${kind}-muzzle`]),
    )
  }
})

test('ASSET-4 every workplace pins the built file it was made for', async () => {
  const workplaces = new URL('../../scenes/workplaces/', import.meta.url)
  for (const id of await readdir(workplaces)) {
    const document = JSON.parse(await readFile(new URL(`${id}/workplace.json`, workplaces), 'utf8')) as {
      assets: { file: string; sha256: string; bytes: number }[]
    }
    for (const { file, sha256, bytes } of document.assets) {
      const asset = manifest.assets.find((a) => a.file === file)
      expect([file, sha256, bytes]).toEqual([file, asset?.sha256, asset?.bytes])
    }
  }
})
