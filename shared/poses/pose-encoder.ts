import { BitWriter } from './bit-writer.ts'
import { codeMemory } from './code-memory.ts'
import { codeSample } from './code-sample.ts'
import { codeHeader, SLOT_BITS } from './frame-header.ts'
import { MAX_SAMPLES, MAX_SLOTS, type PoseSample } from './pose-sample.ts'
import { emptyQuantisedSample, quantiseSample, type QuantisedSample } from './quantised-sample.ts'
import { emptySlotMemory, type SlotMemory } from './slot-memory.ts'

/** What a room tells of its bodies (SPEC.md). Slots are 0 … MAX_SLOTS − 1; bytes are the caller's to keep. */
export interface PoseEncoder {
  /** Takes a copy. Of more than MAX_SAMPLES that wait the oldest are lost. Throws RangeError for a slot that cannot be. */
  put(slot: number, sample: PoseSample): void
  /** Who had the slot is gone: the next frame says so. */
  drop(slot: number): void
  /** All that waits for these slots, as differences from the frame before; null when that is nothing. `atMs`: session time. */
  frame(slots: Iterable<number>, atMs: number): Uint8Array | null
  /** Everything a receiver needs to go on with the next frame. Changes nothing. */
  key(atMs: number): Uint8Array
}

interface Slot {
  memory: SlotMemory
  /** A ring. */
  waiting: QuantisedSample[]
  first: number
  count: number
}

/** One for each room. */
export function createPoseEncoder(): PoseEncoder {
  const slots = new Map<number, Slot>()
  const gone = new Set<number>()
  const bits = new BitWriter()
  const scratch = emptySlotMemory()
  let seq = 0

  function slotOf(id: number): Slot {
    const known = slots.get(id)
    if (known) return known
    if (!Number.isInteger(id) || id < 0 || id >= MAX_SLOTS) throw new RangeError(`no slot ${id}`)
    const slot: Slot = { memory: emptySlotMemory(), waiting: [], first: 0, count: 0 }
    slots.set(id, slot)
    return slot
  }

  function begin(atMs: number): void {
    seq = (seq + 1) & 0xffff
    codeHeader(bits, { key: false, seq, atMs })
    for (const id of gone) {
      bits.plain(1, 1)
      bits.plain(SLOT_BITS, id)
    }
    bits.plain(1, 0)
    gone.clear()
  }

  function writeSamples(slot: Slot, atMs: number): void {
    while (slot.count > 0) {
      const sample = slot.waiting[slot.first]
      if (sample) codeSample(bits, slot.memory, sample, atMs)
      slot.first = (slot.first + 1) % MAX_SAMPLES
      slot.count -= 1
      bits.plain(1, slot.count > 0 ? 1 : 0)
    }
  }

  return {
    put(id, sample) {
      const slot = slotOf(id)
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
      let begun = gone.size > 0
      let expected = 0
      if (begun) begin(atMs)
      for (const id of ids) {
        const slot = slots.get(id)
        if (slot === undefined || slot.count === 0) continue
        if (!begun) begin(atMs)
        begun = true
        bits.plain(1, 1)
        bits.rice(0, id - expected)
        expected = id + 1
        writeSamples(slot, atMs)
      }
      if (!begun) return null
      bits.plain(1, 0)
      return bits.finish()
    },

    key(atMs) {
      codeHeader(bits, { key: true, seq, atMs })
      for (const [id, { memory }] of slots) {
        if (memory.mask === 0) continue
        bits.plain(1, 1)
        bits.plain(SLOT_BITS, id)
        codeMemory(bits, scratch, memory, atMs)
      }
      bits.plain(1, 0)
      return bits.finish()
    },
  }
}
