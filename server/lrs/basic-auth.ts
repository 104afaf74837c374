import { createHash, timingSafeEqual } from 'node:crypto'

export type Credentials = { readonly key: string; readonly secret: string }

/** A checker of `Authorization` headers that takes the same time for every wrong answer (RFC 7617). */
export function basicAuth({ key, secret }: Credentials): (header: string | null) => boolean {
  const expected = digest(Buffer.from(`${key}:${secret}`))
  return (header) => {
    const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? '')?.[1] ?? ''
    return timingSafeEqual(digest(Buffer.from(encoded, 'base64')), expected)
  }
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
