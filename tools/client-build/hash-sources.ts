import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const SOURCES = [
  'client/**',
  'shared/**',
  'tools/vite/**',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
const IGNORED = /[.](test|contract|fixture)[.]tsx?$|[.]md$|tsconfig/

/** SHA-256 (hex) over path and content of everything that the built client depends on. */
export async function hashSources(root: string): Promise<string> {
  const paths: string[] = []
  for await (const entry of glob(SOURCES, { cwd: root, withFileTypes: true })) {
    if (entry.isFile() && !IGNORED.test(entry.name)) paths.push(join(entry.parentPath, entry.name))
  }
  const hash = createHash('sha256')
  for (const path of paths.toSorted()) {
    const content = await readFile(path)
    hash.update(`${path.slice(root.length)}\0${content.byteLength}\0`).update(content)
  }
  return hash.digest('hex')
}
