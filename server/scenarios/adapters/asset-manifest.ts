import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { AssetFiles } from '#shared/scenario/checks/site.ts'
import { sha256 } from '#shared/scenario/common.ts'

const manifest = z.object({
  assets: z.array(z.object({ file: z.string(), sha256, bytes: z.int().positive() })),
})

/** Files that the asset pipeline built, by path below `folder`; undefined before the first build. */
export async function readAssetManifest(folder: string): Promise<AssetFiles | undefined> {
  const path = join(folder, 'manifest.json')
  try {
    const { assets } = manifest.parse(JSON.parse(await readFile(path, 'utf8')))
    return Object.fromEntries(assets.map(({ file, sha256: hash, bytes }) => [file, { sha256: hash, bytes }]))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${path} cannot be read`, { cause: error })
  }
}
