import type { z } from 'zod'
import type { HttpContext } from './http-env.ts'
import { refusals, refuse } from './refuse.ts'

const LARGEST_BODY_BYTES = 16 * 1024

/** The parsed body, or the answer that refuses it. Reads no more than 16 KB whatever the length header claims. */
export async function readJson<T>(
  context: HttpContext,
  schema: z.ZodType<T>,
): Promise<{ ok: true; value: T } | { ok: false; response: Response }> {
  const no = (response: Response): { ok: false; response: Response } => ({ ok: false, response })
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
    return no(refuse(refusals.notJson))
  const text = await readText(context.req.raw.body, LARGEST_BODY_BYTES)
  if (text === undefined) return no(refuse(refusals.tooLarge, { connection: 'close' }))
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return no(refuse(refusals.malformed('The body is not valid JSON.')))
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issue = parsed.error.issues[0]
  return no(
    refuse(
      refusals.malformed(`${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'not as expected'}.`),
    ),
  )
}

async function readText(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string | undefined> {
  if (body === null) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
