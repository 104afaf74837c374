/** `npm run assets`: draws the pictures, models and bakes in Blender, packs world.glb and writes the manifest. Options: --size N --samples N --work DIR --packOnly. */
import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { encodeLightmap } from './lightmap.ts'
import { packWorld } from './pack-world.ts'
import { describeAsset } from './manifest.ts'
import { drawTextures } from './textures.ts'

const assetsDir = dirname(dirname(fileURLToPath(import.meta.url)))
const scene = 'kitchen-office'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '2048' },
    samples: { type: 'string', default: '48' },
    work: { type: 'string', default: join(tmpdir(), `sightline-assets-${scene}`) },
    packOnly: { type: 'boolean', default: false },
  },
})
const sourceDir = join(assetsDir, 'source', scene)
const builtDir = join(assetsDir, 'built', scene)
const textureDir = join(values.work, 'textures')

await mkdir(builtDir, { recursive: true })
await drawTextures(sourceDir, textureDir)
if (!values.packOnly) runBlender()
const lightmap = await encodeLightmap(
  join(values.work, 'lightmap.f32'),
  Number(values.size),
  join(values.work, 'lightmap.png'),
)
const glb = await packWorld({
  rawPath: join(values.work, 'raw.glb'),
  textureDir,
  lightmapPath: join(values.work, 'lightmap.png'),
  lightmapScale: lightmap.scale,
})
await writeFile(join(builtDir, 'world.glb'), glb)
const entry = await describeAsset(`${scene}/world.glb`, glb)
await writeFile(
  join(assetsDir, 'built', 'manifest.json'),
  `${JSON.stringify({ schemaVersion: 1, assets: [entry] }, null, 2)}\n`,
)
console.log(JSON.stringify(entry, null, 2))

function runBlender(): void {
  const version = spawnSync('blender', ['--version'], { encoding: 'utf8' })
  if (version.error) {
    console.error(
      'npm run assets: Blender is not installed, and the models are made in it.\n  Debian/Ubuntu: apt-get install -y --no-install-recommends blender python3-numpy   (3.4 or newer)\nThe built files in assets/built are committed; you need this only to change a model.',
    )
    process.exit(1)
  }
  const run = spawnSync(
    'blender',
    [
      '-b',
      '--factory-startup',
      '--python-exit-code',
      '2',
      '-P',
      join(sourceDir, 'build.py'),
      '--',
      values.work,
      textureDir,
      values.size,
      values.samples,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
      maxBuffer: 1 << 28,
    },
  )
  if (run.status !== 0)
    throw new Error(
      `Blender ended with ${run.status}:\n${run.stdout.slice(-2000)}\n${run.stderr.slice(-4000)}`,
    )
}
