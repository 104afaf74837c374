import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatWorkplace } from '#shared/scenario/format-document.ts'
import { parseWorkplace } from '#shared/scenario/parse-document.ts'

// Writes into every workplace the hash and size of the asset files as they are built now. A published version keeps its pins: raise it.
const root = join(import.meta.dirname, '..')
const manifest = await readFile(join(root, 'assets', 'built', 'manifest.json'), 'utf8')
const built = (JSON.parse(manifest) as { assets: { file: string; sha256: string; bytes: number }[] }).assets
const files = new Map(built.map(({ file, sha256, bytes }) => [file, { sha256, bytes }]))
const folder = join(root, 'scenes', 'workplaces')

for (const id of await readdir(folder)) {
  const path = join(folder, id, 'workplace.json')
  const before = await readFile(path, 'utf8')
  const parsed = parseWorkplace(before)
  if (!parsed.ok) throw new Error(`${path}: ${parsed.reason.map(({ message }) => message).join('; ')}`)
  const assets = parsed.value.assets.map((asset) => ({ ...asset, ...files.get(asset.file) }))
  const after = formatWorkplace({ ...parsed.value, assets })
  if (after !== before) await writeFile(path, after)
  console.log(`${id}: ${after === before ? 'pins are right' : 'pinned anew'}`)
}
