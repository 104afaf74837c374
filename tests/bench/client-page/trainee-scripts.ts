import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  imports?: string[]
  dynamicImports?: string[]
  isEntry?: boolean
}

const DIST = fileURLToPath(new URL('../../../dist/client/', import.meta.url))
/** What a lone person fetches later, or never: other languages, dialogs, other people, sound, headsets, locks. */
const NOT_BEFORE_FIRST_FRAME = new RegExp(
  [
    '[/-]es\\.ts$',
    '-dialog\\.tsx$',
    '^together/',
    '/company\\.ts$',
    '/sound-(instruments|shots-plant)\\.ts$',
    '/vr-view\\.ts$',
    '/live-scene\\.ts$',
    '^leading/',
    '/personal-marks\\.ts$',
    '/draw-on\\.ts$',
  ].join('|'),
)

/** All JavaScript that the train page of the product's build fetches until the first interactive frame, gzipped. */
export async function traineeScripts(): Promise<{ gzipKb: number; files: string[] }> {
  const manifest = JSON.parse(await readFile(`${DIST}manifest.json`, 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file) || NOT_BEFORE_FIRST_FRAME.test(key)) return
    if (chunk.file.endsWith('.js')) files.add(chunk.file)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next)
  }
  visit('pages/train.html')
  let bytes = 0
  const named: string[] = []
  for (const file of files) {
    const size = gzipSync(await readFile(`${DIST}${file}`), { level: 9 }).byteLength
    bytes += size
    named.push(`${file.split('/').at(-1)} ${Math.round(size / 1000)}`)
  }
  return { gzipKb: Math.round(bytes / 100) / 10, files: named }
}
