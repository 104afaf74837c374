import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { no, ok, type Result } from './result.ts'

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Accepts any RFC 9562 UUID of the usual variant, in either case; gives it in lower case. */
export function parseUuid(text: string): Result<string, 'not-a-uuid'> {
  const lower = text.toLowerCase()
  return pattern.test(lower) ? ok(lower) : no('not-a-uuid')
}

/**
 * Name-based UUID version 5 (RFC 9562, section 5.5): the same namespace and name give the same id for ever.
 *
 * @example uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com') // '2ed6657d-e927-568b-95e1-2665a8aea6a2'
 */
export function uuidV5(namespace: string, name: string): string {
  const space = hexToBytes(namespace.replaceAll('-', ''))
  const digest = sha1(concatBytes(space, utf8ToBytes(name))).slice(0, 16)
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  const hex = bytesToHex(digest)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
