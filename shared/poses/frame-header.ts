import type { Bits } from './bits.ts'

const VERSION = 1
export const SLOT_BITS = 10

export interface FrameHeader {
  key: boolean
  /** Of a delta frame: one more than the frame before. Of a key: that of the last delta frame it contains. Wraps at 65,536. */
  seq: number
  /** Session time of the flush, ms, wraps at 2³². */
  atMs: number
}

/** Writes the header, or reads one; null when it is none of ours. */
export function codeHeader(bits: Bits, header: FrameHeader): FrameHeader | null {
  const version = bits.plain(8, VERSION)
  const flags = bits.plain(8, header.key ? 1 : 0)
  const seq = bits.plain(16, header.seq)
  const high = bits.plain(16, header.atMs >>> 16)
  const low = bits.plain(16, header.atMs & 0xffff)
  if (version !== VERSION || flags > 1) return null
  return { key: flags === 1, seq, atMs: ((high << 16) | low) >>> 0 }
}
