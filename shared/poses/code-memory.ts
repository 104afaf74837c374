import type { Bits } from './bits.ts'
import {
  GAZE,
  HAND,
  HAS_GAZE,
  HAS_LEFT,
  HAS_LEFT_JOINTS,
  HAS_RIGHT,
  HAS_RIGHT_JOINTS,
  HEAD,
  LEFT,
  RIGHT,
  RIGID,
  WRIST,
} from './channels.ts'
import { ROTATION_INTS } from '#shared/protocol/smallest-three.ts'
import { TIME_MEAN, type SlotMemory } from './slot-memory.ts'

/** Writes or reads all that the next sample of a slot will be predicted from. */
export function codeMemory(bits: Bits, memory: SlotMemory, atMs: number): void {
  memory.mask = bits.plain(7, memory.mask)
  memory.timeMs = (atMs + bits.wide((memory.timeMs - atMs) | 0)) >>> 0
  memory.intervalMs = bits.plain(8, memory.intervalMs)
  memory.means[TIME_MEAN] = bits.plain(15, memory.means[TIME_MEAN] ?? 0)
  const { mask } = memory
  codeRange(bits, memory, HEAD, HEAD + RIGID)
  if (mask & HAS_GAZE) codeRange(bits, memory, GAZE, GAZE + ROTATION_INTS)
  if (mask & HAS_LEFT) codeRange(bits, memory, LEFT, LEFT + WRIST)
  if (mask & HAS_LEFT_JOINTS) codeRange(bits, memory, LEFT + WRIST, LEFT + HAND)
  if (mask & HAS_RIGHT) codeRange(bits, memory, RIGHT, RIGHT + WRIST)
  if (mask & HAS_RIGHT_JOINTS) codeRange(bits, memory, RIGHT + WRIST, RIGHT + HAND)
}

function codeRange(bits: Bits, { last, before, means }: SlotMemory, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    last[at] = bits.wide(last[at] ?? 0)
    before[at] = (last[at] ?? 0) + bits.wide((before[at] ?? 0) - (last[at] ?? 0))
    means[at] = bits.plain(15, means[at] ?? 0)
  }
}
