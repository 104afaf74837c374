import { isIP } from 'node:net'

export type OwnAddresses = {
  /** Lower-case host names of this machine, "localhost" among them. */
  readonly names: readonly string[]
  readonly publicUrl?: string
  /** Both listeners' ports, asked for at each check because port 0 is known only after listening. */
  readonly ports: () => readonly number[]
}

/**
 * Tells whether a page of this origin is ours. `host` is the request's Host header.
 *
 * Own means: PUBLIC_URL; localhost, our names or the very IP address the request was sent to, on one of our two ports. A
 * foreign *name* that resolves to us (DNS rebinding) is not own, even when Host agrees with it.
 */
export type OriginCheck = (origin: string, host: string | null) => boolean

export function createOriginCheck({ names, publicUrl, ports }: OwnAddresses): OriginCheck {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  return (origin, host) => {
    const url = URL.parse(origin)
    if (url === null || url.origin !== origin || !/^https?:$/.test(url.protocol)) return false
    if (origin === publicOrigin) return true
    if (!ports().includes(Number(url.port || (url.protocol === 'https:' ? 443 : 80)))) return false
    return (
      names.includes(url.hostname) ||
      isLoopbackAddress(url.hostname) ||
      (isAddress(url.hostname) && url.hostname === hostName(host))
    )
  }
}

function hostName(host: string | null): string | undefined {
  return host === null ? undefined : URL.parse(`http://${host}`)?.hostname
}

function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
}

function isLoopbackAddress(hostname: string): boolean {
  return hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
}
