import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

z.config({ jitless: true })

const port = z.coerce
  .number('a port is a number')
  .int('a port is a whole number')
  .min(0, 'a port is 0 to 65535')
  .max(65_535, 'a port is 0 to 65535')
const file = z
  .string()
  .min(1, 'a file path')
  .transform((path) => resolve(path))
const httpUrl = z
  .url({ protocol: /^https?$/, error: 'an http(s) address such as https://training.example.org' })
  .transform((url) => url.replace(/\/+$/, ''))
const secret = z.string().min(16, 'at least 16 characters, so that it cannot be guessed')
const later = (what: string) =>
  z
    .undefined({
      error: `${what} is not supported by this version; remove the setting to go on with the embedded default`,
    })
    .optional()

/** Every setting of the server, by the name of its environment variable. Flags are other spellings of four of them. */
const schema = z
  .object({
    PORT: port.default(2567),
    HTTPS_PORT: port.optional(),
    /** Flag `--data`. */
    SIGHTLINE_DATA: file.default(resolve('data')),
    /** Flag `--host`. All interfaces, because a headset comes over the local network. */
    SIGHTLINE_HOST: z
      .string()
      .refine((host) => host === 'localhost' || isIP(host) !== 0, 'an IP address or "localhost"')
      .default('0.0.0.0'),
    SIGHTLINE_CLOCK: z.enum(['real', 'manual'], '"real" or "manual"').default('real'),
    SIGHTLINE_ADMIN_TOKEN: secret.optional(),
    PUBLIC_URL: httpUrl.optional(),
    TLS_CERT: file.optional(),
    TLS_KEY: file.optional(),
    XAPI_ENDPOINT: httpUrl.optional(),
    XAPI_USERNAME: z.string().min(1, 'not empty').optional(),
    XAPI_PASSWORD: z.string().min(1, 'not empty').optional(),
    XAPI_KEY: z.string().min(8, 'at least 8 characters').optional(),
    XAPI_SECRET: secret.optional(),
    DATABASE_URL: later('PostgreSQL (DATABASE_URL)'),
    REDIS_URL: later('several processes (REDIS_URL)'),
  })
  .superRefine((value, context) => {
    const together = (a: keyof typeof value, b: keyof typeof value): void => {
      if ((value[a] === undefined) !== (value[b] === undefined)) {
        context.addIssue({
          code: 'custom',
          path: [value[a] === undefined ? a : b],
          message: `${a} and ${b} go together: set both or none`,
        })
      }
    }
    together('TLS_CERT', 'TLS_KEY')
    together('XAPI_KEY', 'XAPI_SECRET')
    together('XAPI_USERNAME', 'XAPI_PASSWORD')
    if (value.XAPI_ENDPOINT !== undefined && value.XAPI_USERNAME === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['XAPI_USERNAME'],
        message: 'an external record store needs XAPI_USERNAME and XAPI_PASSWORD',
      })
    }
    if (value.SIGHTLINE_CLOCK === 'manual' && !isLoopback(value.SIGHTLINE_HOST)) {
      context.addIssue({
        code: 'custom',
        path: ['SIGHTLINE_CLOCK'],
        message:
          'a manual clock lets anyone who reaches the server move time; use it only with --host 127.0.0.1',
      })
    }
  })

export type Config = z.infer<typeof schema> & { readonly HTTPS_PORT: number }

/** A setting that cannot be used; `message` is one sentence per fault, to be shown instead of a stack. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads flags (`--port N --https-port N --data DIR --host H`) over environment. Empty variables count as absent.
 * @throws {ConfigError} saying which setting is wrong and why
 */
export function readConfig(
  flags: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse({ ...present, ...readFlags(flags) })
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(sentence).join('\n'))
  const { PORT, HTTPS_PORT = PORT === 0 ? 0 : Math.min(PORT + 1, 65_535) } = parsed.data
  return { ...parsed.data, HTTPS_PORT }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function readFlags(args: readonly string[]): Record<string, string> {
  const names = {
    port: 'PORT',
    'https-port': 'HTTPS_PORT',
    data: 'SIGHTLINE_DATA',
    host: 'SIGHTLINE_HOST',
  } as const
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      options: Object.fromEntries(Object.keys(names).map((name) => [name, { type: 'string' as const }])),
    })
    return Object.fromEntries(
      Object.entries(names).flatMap(([flag, name]) =>
        typeof values[flag] === 'string' ? [[name, values[flag]]] : [],
      ),
    )
  } catch (cause) {
    throw new ConfigError(
      `${cause instanceof Error ? cause.message : String(cause)} Known flags: ${Object.keys(names)
        .map((flag) => `--${flag}`)
        .join(', ')}.`,
      { cause },
    )
  }
}

function sentence({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')} cannot be used: ${message}.`
}
