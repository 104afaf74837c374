import { hostname, networkInterfaces } from 'node:os'

/** IPv4 addresses of this machine on its networks, private ones first: what a headset in the same room can reach. */
export function lanAddresses(): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)
  return [...new Set(addresses)].toSorted((a, b) => Number(isPrivate(b)) - Number(isPrivate(a)))
}

/** RFC 1918. */
function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
}

/** Names under which this machine answers on its network: its own and the multicast DNS form of it. */
export function localNames(): string[] {
  const name = hostname().toLowerCase()
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name) || name === 'localhost') return ['localhost']
  const short = name.split('.')[0] ?? name
  return [...new Set(['localhost', name, `${short}.local`])]
}
