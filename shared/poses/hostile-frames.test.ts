import { beforeAll, expect, test } from 'vitest'
import { nextRandom } from '#shared/kernel/random.ts'
import { withHands } from './moving-hands.fixture.ts'
import { createPoseDecoder, type PoseRead } from './pose-decoder.ts'
import { createPoseEncoder } from './pose-encoder.ts'
import type { PoseSample } from './pose-sample.ts'
import { bodyAt, recordings } from './recorded-motion.fixture.ts'

/** A moment of a room: the key before a frame, the frame, the key after it and the frame then. */
interface Moment {
  before: Uint8Array
  frame: Uint8Array
  after: Uint8Array
  next: Uint8Array
}
const moments: Moment[] = []
let state = 20_261_123

function below(n: number): number {
  const drawn = nextRandom(state)
  state = drawn.state
  return drawn.value % n
}

beforeAll(() => {
  const encoder = createPoseEncoder()
  const slots = [0, 1, 900]
  const flush = (atMs: number) => {
    for (const slot of slots) {
      if (below(4) === 0) continue
      if (below(12) === 0) encoder.drop(slot)
      for (let nth = below(3); nth >= 0; nth--) {
        const body = bodyAt(recordings[slot % 2]!, atMs + 300 * slot - 16 * nth)
        const part = slot === 1 ? withHands(body, atMs) : below(9) === 0 ? { ...body, left: null } : body
        encoder.put(slot, { ...part, discontinuity: below(20) === 0 })
      }
    }
    return encoder.frame(slots, atMs)
  }
  for (let atMs = 50; moments.length < 60; atMs += 100) {
    const before = encoder.key(atMs)
    const frame = flush(atMs)
    const after = encoder.key(atMs)
    const next = flush(atMs + 50)
    if (frame && next) moments.push({ before, frame, after, next })
  }
})

/** 0..7 bits turned, an end cut off or put on, random bytes behind an honest header, a header forged, two frames crossed. */
function spoil({ before, frame }: Moment): Uint8Array {
  const bytes = (below(4) === 0 ? before : frame).slice()
  switch (below(6)) {
    case 0:
      return bytes.subarray(0, below(bytes.length))
    case 1: {
      const longer = new Uint8Array(bytes.length + 1 + below(64)).map(() => below(256))
      longer.set(bytes)
      return longer
    }
    case 2:
      return bytes.map((byte, at) => (at < 8 ? byte : below(256)))
    case 3:
      bytes[below(8)] = below(256)
      return bytes
    case 4: {
      const other = moments[below(moments.length)]!.frame
      const cut = 8 + below(Math.max(1, bytes.length - 8))
      return Uint8Array.from([...bytes.subarray(0, cut), ...other.subarray(cut)])
    }
    default:
      for (let turns = below(8); turns >= 0; turns--) bytes[below(bytes.length)]! ^= 1 << below(8)
      return bytes
  }
}

const unit = (q: ArrayLike<number>, at = 0) =>
  Math.abs(Math.hypot(q[at]!, q[at + 1]!, q[at + 2]!, q[at + 3]!) - 1) < 1e-6

function isBody({ head, left, right, gaze, timeMs }: PoseSample): boolean {
  const wrists = [left?.joints?.wrist, right?.joints?.wrist]
  const rigid = [head, left, right, ...wrists].filter((part) => part !== null && part !== undefined)
  const fingers = [left?.joints?.rotations, right?.joints?.rotations].flatMap((rotations) =>
    rotations ? [...rotations.keys()].filter((at) => at % 4 === 0).map((at) => unit(rotations, at)) : [],
  )
  return (
    Number.isInteger(timeMs) &&
    rigid.every(({ position, rotation }) => position.every((x) => Math.abs(x) < 1053) && unit(rotation)) &&
    [left, right].every((hand) => !hand || (hand.trigger >= 0 && hand.trigger <= 1)) &&
    fingers.every(Boolean) &&
    (!gaze || unit(gaze))
  )
}

/** A frame of so many bytes can hold only so much. */
function isSound(read: PoseRead, length: number): boolean {
  if (!read.ok) return read.reason === 'malformed' || read.reason === 'needs-key'
  return (
    read.samples.length <= Math.min(4096, length * 8) &&
    read.gone.length <= length * 8 &&
    read.samples.every(({ slot, sample }) => slot >= 0 && slot < 1024 && isBody(sample))
  )
}

test('SHARE-7 100,000 malformed frames: no throw, nothing but whole bodies, and the next key sets all right', () => {
  const counts = { read: 0, malformed: 0, 'needs-key': 0 }
  const decoder = createPoseDecoder()
  for (let n = 0; n < 100_000; n++) {
    const moment = moments[n % moments.length]!
    decoder.read(moment.before)
    const spoiled = spoil(moment)
    const read = decoder.read(spoiled)
    counts[read.ok ? 'read' : read.reason] += 1
    if (!isSound(read, spoiled.length)) expect({ spoiled, read }).toBe('sound')
    if (n % 50 > 0) continue
    const healed = decoder.read(moment.after).ok && structuredClone(decoder.read(moment.next))
    const unharmed = createPoseDecoder()
    unharmed.read(moment.after)
    expect(healed).toEqual(unharmed.read(moment.next))
  }
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(1000)
}, 120_000)

test('SHARE-7 random bytes of any length', () => {
  const decoder = createPoseDecoder()
  const key = moments[0]!.before
  for (let n = 0; n < 20_000; n++) {
    decoder.read(key)
    const bytes = new Uint8Array(below(300)).map(() => below(256))
    if (n % 2) bytes.set([1, below(2), key[2]!, key[3]! + 1].slice(0, bytes.length))
    expect(isSound(decoder.read(bytes), bytes.length)).toBe(true)
  }
})
