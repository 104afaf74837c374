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

const workplaces = new URL('../../scenes/workplaces/', import.meta.url)
type WorkplaceFile = {
  assets: { file: string; sha256: string; bytes: number }[]
  entities: {
    id: string
    parent?: string
    model?: { node: string }
    transform: { position: number[]; rotation: number[] }
  }[]
}
const workplaceOf = async (id: string) =>
  JSON.parse(await readFile(new URL(`${id}/workplace.json`, workplaces), 'utf8')) as WorkplaceFile

async function nodesOf(file: string) {
  await MeshoptDecoder.ready
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
  const glb = await io.readBinary(new Uint8Array(await readFile(new URL(file, built))))
  return new Map(
    glb
      .getRoot()
      .listNodes()
      .map((node) => [node.getName(), node]),
  )
}
const rounded = (numbers: readonly number[] | undefined) =>
  numbers?.map((x) => Math.round(x * 10_000) / 10_000)

test.each(await readdir(workplaces))(
  'ASSET-3 every thing of the model stands where the workplace document says: %s',
  async (id) => {
    const { assets, entities } = await workplaceOf(id)
    const nodes = await nodesOf(assets[0]?.file ?? '')
    const drawn = entities.flatMap(({ id: entity, model, parent, transform }) =>
      model && parent === undefined ? [{ entity, node: nodes.get(model.node), transform }] : [],
    )
    expect(drawn.map(({ entity, node }) => [entity, rounded(node?.getWorldTranslation())])).toEqual(
      drawn.map(({ entity, transform }) => [entity, rounded(transform.position)]),
    )
    const turned = drawn.filter(({ node, transform: { rotation } }) => {
      const dot = (node?.getWorldRotation() ?? []).reduce((sum, x, i) => sum + x * (rotation[i] ?? 0), 0)
      return Math.abs(dot) < 0.9999
    })
    expect(turned.map(({ entity }) => entity)).toEqual([])
  },
)

test('ASSET-3 the extinguishers of the kitchen-office have their parts', async () => {
  const names = [...(await nodesOf('kitchen-office/world.glb')).keys()]
  for (const kind of ['water', 'co2', 'abc'])
    for (const part of ['pin', 'lever', 'muzzle']) expect(names).toContain(`ext-${kind}-${part}`)
})

test('ASSET-4 every workplace pins the built file it was made for', async () => {
  for (const id of await readdir(workplaces)) {
    for (const { file, sha256, bytes } of (await workplaceOf(id)).assets) {
      const asset = manifest.assets.find((a) => a.file === file)
      expect([file, sha256, bytes]).toEqual([file, asset?.sha256, asset?.bytes])
    }
  }
})
