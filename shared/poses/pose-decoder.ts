import { BitReader } from './bit-reader.ts'
import { isBody } from './channels.ts'
import { codeMemory } from './code-memory.ts'
import { codeSample } from './code-sample.ts'
import { codeHeader, SLOT_BITS, type FrameHeader } from './frame-header.ts'
import { MAX_SAMPLES, MAX_SLOTS, type SlotSample } from './pose-sample.ts'
import { emptyQuantisedSample } from './quantised-sample.ts'
import { restoreSample, samplePlace, type SamplePlace } from './restore-sample.ts'
import { emptySlotMemory, type SlotMemory } from './slot-memory.ts'

export type PoseRead =
  | {
      ok: true
      /** Session time of the flush. */
      atMs: number
      /** Those of one slot together, oldest first. A key holds the last sample of everyone, however old. */
      samples: readonly SlotSample[]
      /** Slots that were left before these samples; one of them may have a new owner among them. */
      gone: readonly number[]
    }
  | { ok: false; reason: 'malformed' | 'needs-key' }

export interface PoseDecoder {
  /**
   * Reads a shared frame, or any other bytes: never throws, and takes no more memory than MAX_SLOTS bodies. What it answers
   * is written over by the next read. After a refusal only a key frame is read.
   */
  read(bytes: Uint8Array): PoseRead
}

interface Slot {
  memory: SlotMemory
  places: SamplePlace[]
  /** The read that last told of it. */
  told: number
}

function emptySlot(): Slot {
  return { memory: emptySlotMemory(), places: [], told: 0 }
}

const NO_HEADER: FrameHeader = { key: false, seq: 0, atMs: 0 }

/** One for each connection. */
export function createPoseDecoder(): PoseDecoder {
  let slots = new Map<number, Slot>()
  const bits = new BitReader()
  const noSample = emptyQuantisedSample()
  const noMemory = emptySlotMemory()
  const samples: SlotSample[] = []
  const gone: number[] = []
  /** Of the last frame; −1: only a key will do. */
  let seq = -1
  let reads = 0

  /** Answers the sample that the memory now holds; false when it holds none. */
  function give(id: number, { memory, places }: Slot, nth: number): boolean {
    const place = (places[nth] ??= samplePlace(id))
    if (!isBody(memory.mask) || !restoreSample(memory, place)) return false
    samples.push(place.shown)
    return true
  }

  function readSamples(id: number, atMs: number): boolean {
    const slot = slots.get(id) ?? emptySlot()
    if (slot.told === reads) return false
    slot.told = reads
    slots.set(id, slot)
    for (let nth = 0; nth < MAX_SAMPLES; nth++) {
      codeSample(bits, slot.memory, noSample, atMs)
      if (!give(id, slot, nth)) return false
      if (bits.plain(1) === 0) return true
    }
    return false
  }

  function readDelta(atMs: number): boolean {
    while (bits.plain(1) === 1) {
      const id = bits.plain(SLOT_BITS)
      if (!slots.delete(id)) return false
      gone.push(id)
    }
    let expected = 0
    while (bits.plain(1) === 1) {
      const id = expected + bits.rice(0)
      if (id < 0 || id >= MAX_SLOTS || !readSamples(id, atMs)) return false
      expected = id + 1
    }
    return bits.complete
  }

  function readKey(atMs: number): boolean {
    const before = slots
    slots = new Map()
    while (bits.plain(1) === 1) {
      const id = bits.plain(SLOT_BITS)
      if (slots.has(id)) return false
      const slot = before.get(id) ?? emptySlot()
      slots.set(id, slot)
      codeMemory(bits, slot.memory, noMemory, atMs)
      if (!give(id, slot, 0)) return false
    }
    for (const id of before.keys()) if (!slots.has(id)) gone.push(id)
    return bits.complete
  }

  function refuse(reason: 'malformed' | 'needs-key'): PoseRead {
    seq = -1
    return { ok: false, reason }
  }

  return {
    read(bytes) {
      bits.start(bytes)
      samples.length = 0
      gone.length = 0
      reads += 1
      const header = codeHeader(bits, NO_HEADER)
      if (header === null) return refuse('malformed')
      const { key, atMs } = header
      if (!key && (seq < 0 || header.seq !== ((seq + 1) & 0xffff))) return refuse('needs-key')
      if (!(key ? readKey(atMs) : readDelta(atMs))) return refuse('malformed')
      seq = header.seq
      return { ok: true, atMs, samples, gone }
    },
  }
}
