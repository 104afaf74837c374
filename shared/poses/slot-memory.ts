import { CHANNELS } from './channels.ts'
import { FIRST_MEAN } from './rice.ts'

/** One mean per channel, and one for the time. */
export const TIME_MEAN = CHANNELS
const MEANS = CHANNELS + 1

/** What both ends know of a slot after the same frames: its last two samples and how much each channel varies. */
export interface SlotMemory {
  /** Of the last sample; 0: none yet. */
  mask: number
  timeMs: number
  /** Between the last two samples; 0 when there is no speed to go on from. */
  intervalMs: number
  last: Int32Array
  before: Int32Array
  means: Int32Array
}

export function emptySlotMemory(): SlotMemory {
  return {
    mask: 0,
    timeMs: 0,
    intervalMs: 0,
    last: new Int32Array(CHANNELS),
    before: new Int32Array(CHANNELS),
    means: new Int32Array(MEANS).fill(FIRST_MEAN),
  }
}
