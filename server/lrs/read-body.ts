import type { Checked } from './refusal.ts'
import { accept, refuse } from './refusal.ts'
import { parseStrictJson } from './strict-json.ts'

export const MAX_BODY_BYTES = 1024 * 1024

/** The request's JSON, read no further than the limit. */
export async function readJsonBody(request: Request): Promise<Checked<unknown>> {
  const mediaType = (request.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (mediaType === 'multipart/mixed')
    return refuse(501, 'This store does not keep attachments yet: send application/json.')
  if (mediaType !== 'application/json') return refuse(400, 'The Content-Type must be application/json.')
  const bytes = await readLimited(request)
  if (bytes === undefined)
    return refuse(413, `The body is larger than ${MAX_BODY_BYTES} bytes, the limit of this store.`)
  const text = decodeUtf8(bytes)
  if (text === undefined) return refuse(400, 'The body is not UTF-8.')
  const parsed = parseStrictJson(text)
  return parsed.ok ? accept(parsed.value) : refuse(400, `The body is refused: ${parsed.message}.`)
}

async function readLimited(request: Request): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BODY_BYTES) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
