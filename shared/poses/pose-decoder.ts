import { BitReader } from './bit-reader.ts'
import { HAS_HEAD, HAS_LEFT, HAS_LEFT_JOINTS, HAS_RIGHT, HAS_RIGHT_JOINTS } from './channels.ts'
import { codeMemory } from './code-memory.ts'
import { codeSample } from './code-sample.ts'
import { MAX_SAMPLES, MAX_SLOTS, SHARED_FRAME_VERSION, type PoseSample } from './pose-sample.ts'
import { emptyQuantisedSample } from './quantised-sample.ts'
import { restoreSample, samplePlace, type SamplePlace } from './restore-sample.ts'
import { emptySlotMemory, type SlotMemory } from './slot-memory.ts'

export interface SlotSample {
  slot: number
  sample: PoseSample
}
export type PoseRead =
  | { ok: true; atMs: number; samples: readonly SlotSample[]; gone: readonly number[] }
  | { ok: false; reason: 'malformed' | 'needs-key' }

export interface PoseDecoder {
  /**
   * Any bytes: samples by slot, oldest first, or a refusal; never a throw. What it answers is written over by the next
   * read. After a refusal only a key frame helps.
   */
  read(bytes: Uint8Array): PoseRead
}

interface Slot {
  memory: SlotMemory
  places: SamplePlace[]
}

/** One for each connection. */
export function createPoseDecoder(): PoseDecoder {
  const slots = new Map<number, Slot>()
  const bits = new BitReader()
  const ignored = emptyQuantisedSample()
  const samples: SlotSample[] = []
  const gone: number[] = []
  let seq = -1

  /** False when the place in the frame holds no such sample. */
  function give(id: number, { memory, places }: Slot, nth: number): boolean {
    const { mask } = memory
    if (!(mask & HAS_HEAD)) return false
    if (mask & HAS_LEFT_JOINTS && !(mask & HAS_LEFT)) return false
    if (mask & HAS_RIGHT_JOINTS && !(mask & HAS_RIGHT)) return false
    const place = (places[nth] ??= samplePlace())
    if (bits.overrun || !restoreSample(memory, place)) return false
    samples.push({ slot: id, sample: place.sample })
    return true
  }

  function readSamples(id: number, atMs: number): boolean {
    const slot = slots.get(id) ?? { memory: emptySlotMemory(), places: [] }
    slots.set(id, slot)
    for (let nth = 0; nth < MAX_SAMPLES; nth++) {
      codeSample(bits, slot.memory, ignored, atMs)
      if (!give(id, slot, nth)) return false
      if (bits.plain(1) === 0) return true
    }
    return false
  }

  function readDelta(atMs: number): boolean {
    while (bits.plain(1) === 1) {
      const id = bits.plain(10)
      if (!slots.delete(id)) return false
      gone.push(id)
    }
    let next = 0
    for (let count = 0; bits.plain(1) === 1; count++) {
      const id = next + bits.wide()
      if (count === MAX_SLOTS || id < 0 || id >= MAX_SLOTS || !readSamples(id, atMs)) return false
      next = id + 1
    }
    return bits.complete
  }

  function readKey(atMs: number): boolean {
    const before = [...slots.keys()]
    slots.clear()
    while (bits.plain(1) === 1) {
      const id = bits.plain(10)
      const slot: Slot = { memory: emptySlotMemory(), places: [] }
      if (slots.has(id)) return false
      codeMemory(bits, slot.memory, atMs)
      slots.set(id, slot)
      if (!give(id, slot, 0)) return false
    }
    for (const id of before) if (!slots.has(id)) gone.push(id)
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
      const version = bits.plain(8)
      const flags = bits.plain(8)
      const number = bits.plain(16)
      const atMs = ((bits.plain(16) << 16) | bits.plain(16)) >>> 0
      if (bits.overrun || version !== SHARED_FRAME_VERSION || flags > 1) return refuse('malformed')
      if (flags === 0 && (seq < 0 || number !== ((seq + 1) & 0xffff))) return refuse('needs-key')
      if (!(flags === 1 ? readKey(atMs) : readDelta(atMs))) return refuse('malformed')
      seq = number
      return { ok: true, atMs, samples, gone }
    },
  }
}
