import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashSources } from './hash-sources.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TARGET = join(ROOT, 'dist', 'client')
const STAMP = '.sources'

/**
 * Builds `dist/client` unless it was built from exactly these sources. The new folder takes the old one's place in one
 * rename, so a server that is running, or a second build, never meets half a client.
 */
export async function ensureClient(log: (line: string) => void = console.error): Promise<'kept' | 'built'> {
  const sources = await hashSources(ROOT)
  if ((await readStamp()) === sources) return 'kept'
  log('Building the client; this happens once after each change …')
  const fresh = join(ROOT, 'dist', `client-${process.pid}`)
  try {
    const { build } = await import('vite')
    await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn', build: { outDir: fresh } })
    await writeFile(join(fresh, STAMP), sources)
    await replace(fresh)
    return 'built'
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

const readStamp = () => readFile(join(TARGET, STAMP), 'utf8').catch(() => undefined)

async function replace(fresh: string): Promise<void> {
  const old = `${fresh}-old`
  await rename(TARGET, old).catch(ignoreMissing)
  await rename(fresh, TARGET)
  await rm(old, { recursive: true, force: true })
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
