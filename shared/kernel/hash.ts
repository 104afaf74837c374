import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256 (FIPS 180-4) of the UTF-8 bytes, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** SHA-256 over the canonical JSON (RFC 8785) of a value: equal values have equal hashes on every machine. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}
