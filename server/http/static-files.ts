import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.glb': 'model/gltf-binary',
  '.ktx2': 'image/ktx2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = /^(text\/|application\/(json|wasm|manifest)|image\/svg|model\/)/
const WORTH_COMPRESSING_BYTES = 1024

type Encoding = 'br' | 'gzip' | 'identity'
type Entry = {
  readonly modifiedMs: number
  readonly type: string
  readonly etag: string
  readonly hash: string
  readonly bytes: Record<'identity', Buffer> & Partial<Record<Encoding, Promise<Buffer>>> & object
}

const compress = {
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 7 }),
}

export type FileAnswer = (
  request: Request,
  path: string,
  options?: { status?: number; immutable?: boolean },
) => Promise<Response | undefined>

/**
 * Answers with files of one folder; undefined when there is none of that name. Files are read and compressed once and kept
 * in memory until they change on disk. Never serves dot files, folders or unknown types.
 */
export function serveFolder(folder: string): FileAnswer {
  const entries = new Map<string, Entry>()

  async function entryOf(path: string): Promise<Entry | undefined> {
    const type = types[extname(path)]
    if (type === undefined || !isPlain(path)) return undefined
    const file = join(folder, path)
    const found = await stat(file).catch(() => undefined)
    if (found === undefined || !found.isFile()) return undefined
    const known = entries.get(path)
    if (known?.modifiedMs === found.mtimeMs) return known
    const identity = await readFile(file)
    const hash = createHash('sha256').update(identity).digest('hex')
    const entry: Entry = {
      modifiedMs: found.mtimeMs,
      type,
      hash,
      etag: `"${hash.slice(0, 32)}"`,
      bytes: { identity } as Entry['bytes'],
    }
    entries.set(path, entry)
    return entry
  }

  return async (request, path, { status = 200, immutable = false } = {}) => {
    const entry = await entryOf(path)
    if (entry === undefined) return undefined
    // An address that names the content's hash may be kept for ever, whatever the folder.
    const forever = immutable || new URL(request.url).searchParams.get('v') === entry.hash.slice(0, 16)
    const headers: Record<string, string> = {
      etag: entry.etag,
      'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    }
    if (status === 200 && (request.headers.get('if-none-match') ?? '').includes(entry.etag))
      return new Response(null, { status: 304, headers })
    const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? '', entry)
    const bytes =
      encoding === 'identity'
        ? entry.bytes.identity
        : await (entry.bytes[encoding] ??= compress[encoding](entry.bytes.identity))
    headers['content-type'] = entry.type
    headers['content-length'] = String(bytes.length)
    if (encoding !== 'identity') headers['content-encoding'] = encoding
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { status, headers })
  }
}

function chooseEncoding(accepted: string, { type, bytes }: Entry): Encoding {
  if (!compressible.test(type) || bytes.identity.length < WORTH_COMPRESSING_BYTES) return 'identity'
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?(?![.\d]))/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?(?![.\d]))/.test(accepted) ? 'gzip' : 'identity'
}

/** A relative path of ordinary names: no dot files, no "..", no separators of another system. */
function isPlain(path: string): boolean {
  return path.length < 300 && path.split('/').every((name) => /^[A-Za-z0-9_@-][A-Za-z0-9._@-]*$/.test(name))
}
