import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from './config.ts'
import { ConfigError } from './config.ts'
import { readIfPresent, writePrivate } from './private-file.ts'

z.config({ jitless: true })

const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const schema = z.strictObject({
  id: z.uuid(),
  createdAt: z.int(),
  /** Home page of every actor's account, fixed for ever: records would otherwise name the same person twice. */
  homePage: z.url(),
  publicUrl: z.url().optional(),
  /** base64url, 256 bits each. */
  keys: z.strictObject({ cookie: key, ticket: key }),
  /** Credentials of the built-in record store. */
  recordStore: z.strictObject({ key: z.string(), secret: z.string() }),
  /** The first instructor's link was shown. */
  greeted: z.literal(true).optional(),
})
export type Instance = z.infer<typeof schema>
export type OpenedInstance = Instance & { readonly firstStart: boolean }

type Settings = Pick<Config, 'SIGHTLINE_DATA' | 'PUBLIC_URL' | 'XAPI_KEY' | 'XAPI_SECRET'>

/**
 * What makes this installation itself, kept in `<data>/instance.json`: made at first start, then only read.
 * @throws {ConfigError} when PUBLIC_URL contradicts the one that records were written under
 */
export async function openInstance(config: Settings, nowMs: number): Promise<OpenedInstance> {
  const path = join(config.SIGHTLINE_DATA, 'instance.json')
  await mkdir(config.SIGHTLINE_DATA, { recursive: true, mode: 0o700 })
  const text = await readIfPresent(path)
  const stored = text === undefined ? undefined : parseInstance(path, text)
  const instance =
    stored === undefined ? createInstance(config, nowMs) : withPublicUrl(stored, config.PUBLIC_URL)
  if (instance !== stored) await writePrivate(path, `${JSON.stringify(instance, null, 2)}\n`)
  const { XAPI_KEY, XAPI_SECRET } = config
  const recordStore =
    XAPI_KEY !== undefined && XAPI_SECRET !== undefined
      ? { key: XAPI_KEY, secret: XAPI_SECRET }
      : instance.recordStore
  return { ...instance, recordStore, firstStart: instance.greeted !== true }
}

/** The first start has come to its end: what is shown once has been shown. */
export async function rememberGreeting(dataFolder: string): Promise<void> {
  const path = join(dataFolder, 'instance.json')
  const stored = parseInstance(path, (await readIfPresent(path)) ?? '')
  if (stored.greeted !== true)
    await writePrivate(path, `${JSON.stringify({ ...stored, greeted: true }, null, 2)}\n`)
}

function createInstance({ PUBLIC_URL }: Settings, nowMs: number): Instance {
  const id = randomUUID()
  const random = (): string => randomBytes(32).toString('base64url')
  return {
    id,
    createdAt: nowMs,
    homePage: PUBLIC_URL ?? `https://${id}.sightline.invalid`,
    ...(PUBLIC_URL === undefined ? {} : { publicUrl: PUBLIC_URL }),
    keys: { cookie: random(), ticket: random() },
    recordStore: { key: `sightline-${randomBytes(6).toString('hex')}`, secret: random() },
  }
}

function withPublicUrl(stored: Instance, publicUrl: string | undefined): Instance {
  if (publicUrl === undefined || publicUrl === stored.publicUrl) return stored
  if (stored.publicUrl === undefined) return { ...stored, publicUrl }
  throw new ConfigError(
    `PUBLIC_URL cannot be used: this data folder has served ${stored.publicUrl} since its first start, and its records name people under ${stored.homePage}. ` +
      'Set PUBLIC_URL to that address or remove it; a new address needs a new data folder.',
  )
}

function parseInstance(path: string, text: string): Instance {
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new ConfigError(
      `${path} cannot be read: it is damaged or from another version. Restore it from a backup; without it links, records and pairing of this folder are lost.`,
      { cause },
    )
  }
}
