import { BitWriter } from './bit-writer.ts'
import { codeMemory } from './code-memory.ts'
import { codeSample } from './code-sample.ts'
import { MAX_SAMPLES, MAX_SLOTS, SHARED_FRAME_VERSION, type PoseSample } from './pose-sample.ts'
import { emptyQuantisedSample, quantiseSample, type QuantisedSample } from './quantised-sample.ts'
import { emptySlotMemory, type SlotMemory } from './slot-memory.ts'

export interface PoseEncoder {
  /** Takes a copy. Beyond MAX_SAMPLES waiting ones the oldest is lost. Slots are 0 … MAX_SLOTS − 1, others throw. */
  put(slot: number, sample: PoseSample): void
  /** Who had the slot is gone; the next frame says so. */
  drop(slot: number): void
  /** What waits for these slots, as differences from the frame before; null when that is nothing. `atMs`: session time. */
  frame(slots: Iterable<number>, atMs: number): Uint8Array | null
  /** Everything a decoder needs to go on with the next frame. Changes nothing. */
  key(atMs: number): Uint8Array
}

interface Slot {
  memory: SlotMemory
  waiting: QuantisedSample[]
  first: number
  count: number
}

/** One for each room. The bytes are the caller's to keep. */
export function createPoseEncoder(): PoseEncoder {
  const slots = new Map<number, Slot>()
  const gone = new Set<number>()
  const bits = new BitWriter()
  let seq = 0

  function start(key: boolean, atMs: number): void {
    bits.plain(8, SHARED_FRAME_VERSION)
    bits.plain(8, key ? 1 : 0)
    bits.plain(16, seq)
    bits.plain(16, atMs >>> 16)
    bits.plain(16, atMs & 0xffff)
  }

  function writeSamples(slot: Slot, atMs: number): void {
    for (; slot.count > 0; slot.count -= 1) {
      const sample = slot.waiting[slot.first]
      if (sample) codeSample(bits, slot.memory, sample, atMs)
      slot.first = (slot.first + 1) % MAX_SAMPLES
      bits.plain(1, slot.count > 1 ? 1 : 0)
    }
  }

  return {
    put(id, sample) {
      if (!Number.isInteger(id) || id < 0 || id >= MAX_SLOTS) throw new RangeError(`no slot ${id}`)
      let slot = slots.get(id)
      if (slot === undefined) {
        slot = { memory: emptySlotMemory(), waiting: [], first: 0, count: 0 }
        slots.set(id, slot)
      }
      if (slot.count === MAX_SAMPLES) {
        slot.first = (slot.first + 1) % MAX_SAMPLES
        slot.count -= 1
      }
      const at = (slot.first + slot.count) % MAX_SAMPLES
      quantiseSample(sample, (slot.waiting[at] ??= emptyQuantisedSample()))
      slot.count += 1
    },

    drop(id) {
      if (slots.get(id)?.memory.mask) gone.add(id)
      slots.delete(id)
    },

    frame(ids, atMs) {
      let any = gone.size > 0
      let next = 0
      if (any) begin()
      for (const id of ids) {
        const slot = slots.get(id)
        if (slot === undefined || slot.count === 0) continue
        if (!any) begin()
        any = true
        bits.plain(1, 1)
        bits.wide(id - next)
        next = id + 1
        writeSamples(slot, atMs)
      }
      if (!any) return null
      bits.plain(1, 0)
      return bits.finish()

      function begin(): void {
        seq = (seq + 1) & 0xffff
        start(false, atMs)
        for (const id of gone) {
          bits.plain(1, 1)
          bits.plain(10, id)
        }
        bits.plain(1, 0)
        gone.clear()
      }
    },

    key(atMs) {
      start(true, atMs)
      for (const [id, { memory }] of slots) {
        if (memory.mask === 0) continue
        bits.plain(1, 1)
        bits.plain(10, id)
        codeMemory(bits, memory, atMs)
      }
      bits.plain(1, 0)
      return bits.finish()
    },
  }
}
