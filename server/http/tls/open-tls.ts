import { X509Certificate } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '#server/config.ts'
import { readIfPresent, writePrivate } from '#server/private-file.ts'
import type { CertifiedKey } from './local-authority.ts'

const RENEW_BEFORE_MS = 30 * 86_400_000

export type Tls = {
  readonly certificate: string
  readonly key: string
  /** Root to be trusted by devices (PEM); absent when the operator brought a certificate. */
  readonly root?: string
}

export type TlsOptions = {
  readonly dataFolder: string
  readonly names: readonly string[]
  readonly addresses: readonly string[]
  readonly nowMs: number
  readonly own?: { readonly certificate: string; readonly key: string }
}

/**
 * The operator's certificate when given, else one of the local authority in `<data>/tls`: the authority is made once, the
 * leaf anew when it nears its end or the machine has new names or addresses.
 * @throws {ConfigError} when the operator's files cannot be used
 */
export async function openTls({ dataFolder, names, addresses, nowMs, own }: TlsOptions): Promise<Tls> {
  if (own !== undefined) return readOwn(own)
  const folder = join(dataFolder, 'tls')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const authority = await keep(
    join(folder, 'authority'),
    () => true,
    async () => {
      const { createAuthority } = await import('./local-authority.ts')
      return createAuthority(`Sightline ${names[1] ?? names[0] ?? 'server'}`, nowMs)
    },
  )
  const leaf = await keep(
    join(folder, 'server'),
    ({ certificate }) => stillFits(certificate, authority.certificate, names, addresses, nowMs),
    async () => {
      const { issueLeaf } = await import('./local-authority.ts')
      return issueLeaf(authority, names, addresses, nowMs)
    },
  )
  return {
    certificate: `${leaf.certificate}\n${authority.certificate}`,
    key: leaf.key,
    root: authority.certificate,
  }
}

async function keep(
  path: string,
  fits: (kept: CertifiedKey) => boolean,
  make: () => Promise<CertifiedKey>,
): Promise<CertifiedKey> {
  const text = await readIfPresent(`${path}.json`)
  if (text !== undefined) {
    const kept = JSON.parse(text) as CertifiedKey
    if (fits(kept)) return kept
  }
  const made = await make()
  await writePrivate(`${path}.json`, JSON.stringify(made))
  return made
}

function stillFits(
  leaf: string,
  root: string,
  names: readonly string[],
  addresses: readonly string[],
  nowMs: number,
): boolean {
  const certificate = new X509Certificate(leaf)
  if (!certificate.checkIssued(new X509Certificate(root))) return false
  if (certificate.validToDate.getTime() - nowMs < RENEW_BEFORE_MS) return false
  return (
    names.every((name) => certificate.checkHost(name) !== undefined) &&
    addresses.every((address) => certificate.checkIP(address) !== undefined)
  )
}

async function readOwn(own: { certificate: string; key: string }): Promise<Tls> {
  const read = async (setting: string, path: string): Promise<string> => {
    try {
      return await readFile(path, 'utf8')
    } catch (cause) {
      throw new ConfigError(`${setting} cannot be used: ${path} cannot be read.`, { cause })
    }
  }
  const certificate = await read('TLS_CERT', own.certificate)
  const key = await read('TLS_KEY', own.key)
  return { certificate, key }
}
