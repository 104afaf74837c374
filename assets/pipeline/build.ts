/** `npm run assets`: draws the pictures, models and bakes in Blender, packs world.glb and writes the manifest. Options: --scene NAME (all) --size N --samples N --work DIR --out DIR --packOnly. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { encodeLightmap } from './lightmap.ts'
import { describeAsset, writeManifest, type AssetEntry } from './manifest.ts'
import { packWorld } from './pack-world.ts'
import { runBlender } from './run-blender.ts'
import { drawTextures } from './textures.ts'

const assetsDir = dirname(dirname(fileURLToPath(import.meta.url)))

const { values } = parseArgs({
  options: {
    scene: { type: 'string' },
    size: { type: 'string', default: '2048' },
    samples: { type: 'string', default: '48' },
    work: { type: 'string', default: join(tmpdir(), 'sightline-assets') },
    out: { type: 'string', default: join(assetsDir, 'built') },
    packOnly: { type: 'boolean', default: false },
  },
})

const scenes = values.scene === undefined ? await readdir(join(assetsDir, 'source')) : [values.scene]
for (const scene of scenes) {
  const entry = await buildScene(scene)
  await writeManifest(join(values.out, 'manifest.json'), entry)
  console.log(JSON.stringify(entry, null, 2))
}

async function buildScene(scene: string): Promise<AssetEntry> {
  const sourceDir = join(assetsDir, 'source', scene)
  const workDir = join(values.work, scene)
  const textureDir = join(workDir, 'textures')
  const lightmapPath = join(workDir, 'lightmap.png')
  await mkdir(join(values.out, scene), { recursive: true })
  await drawTextures(sourceDir, textureDir)
  if (!values.packOnly)
    runBlender(join(assetsDir, 'blender', 'build.py'), [
      sourceDir,
      workDir,
      textureDir,
      values.size,
      values.samples,
    ])
  const { scale } = await encodeLightmap(join(workDir, 'lightmap.f32'), Number(values.size), lightmapPath)
  const glb = await packWorld({
    rawPath: join(workDir, 'raw.glb'),
    textureDir,
    lightmapPath,
    lightmapScale: scale,
  })
  await writeFile(join(values.out, scene, 'world.glb'), glb)
  return describeAsset(`${scene}/world.glb`, glb)
}
