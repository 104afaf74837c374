import { CHANNELS } from './channels.ts'
import { FIRST_MEAN } from './rice-mean.ts'

/** The time's mean stands behind those of the channels. */
export const TIME = CHANNELS

/** What both ends know of a slot after the same frames. */
export interface SlotMemory {
  /** Parts of the last sample; 0: none yet. */
  mask: number
  timeMs: number
  /** Between the last two samples; 0 when no speed can be told from them. */
  intervalMs: number
  /** Mean interval in 1/16 ms. */
  pace: number
  last: Int32Array
  before: Int32Array
  /** Of three channels from `at` on: [at] how far they were from staying, [at + 1] from going on as before. */
  means: Int32Array
}

export function emptySlotMemory(): SlotMemory {
  return {
    mask: 0,
    timeMs: 0,
    intervalMs: 0,
    pace: 0,
    last: new Int32Array(CHANNELS),
    before: new Int32Array(CHANNELS),
    means: new Int32Array(CHANNELS + 1).fill(FIRST_MEAN),
  }
}
