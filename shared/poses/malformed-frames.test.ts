import { describe, expect, test } from 'vitest'
import { BitWriter } from './bit-writer.ts'
import { HAS_HEAD, HAS_LEFT_JOINTS, HAS_RIGHT_JOINTS } from './channels.ts'
import { codeMemory } from './code-memory.ts'
import { codeSample } from './code-sample.ts'
import { codeHeader } from './frame-header.ts'
import { createPoseDecoder } from './pose-decoder.ts'
import { createPoseEncoder } from './pose-encoder.ts'
import type { PoseSample } from './pose-sample.ts'
import { emptyQuantisedSample, quantiseSample } from './quantised-sample.ts'
import { emptySlotMemory } from './slot-memory.ts'

const body: PoseSample = {
  timeMs: 10,
  discontinuity: false,
  head: { position: [0, 1.6, 0], rotation: [0, 0, 0, 1] },
  left: null,
  right: null,
}

/** A frame written by hand, as honest as `tell` is. */
function written(key: boolean, tell: (bits: BitWriter) => void): Uint8Array {
  const bits = new BitWriter()
  codeHeader(bits, { key, seq: key ? 0 : 1, atMs: 20 })
  tell(bits)
  return bits.finish()
}

function tellSample(bits: BitWriter, mask = HAS_HEAD, memory = emptySlotMemory()) {
  const sample = emptyQuantisedSample()
  quantiseSample(body, sample)
  codeSample(bits, memory, { ...sample, mask }, 20)
}

function tellSlot(bits: BitWriter, ahead: number, samples = 1, memory = emptySlotMemory()) {
  bits.plain(1, 1)
  bits.rice(0, ahead)
  for (let left = samples; left > 0; left--) {
    tellSample(bits, HAS_HEAD, memory)
    bits.plain(1, left > 1 ? 1 : 0)
  }
}

/** Read by somebody who has the key of an empty room. */
function read(bytes: Uint8Array) {
  const decoder = createPoseDecoder()
  decoder.read(createPoseEncoder().key(0))
  const answer = decoder.read(bytes)
  return answer.ok ? answer.samples.map(({ slot }) => slot) : answer.reason
}

test('SHARE-7 the honest frames of these tests are read', () => {
  const delta = (bits: BitWriter) => {
    bits.plain(1, 0)
    tellSlot(bits, 0, 4)
    tellSlot(bits, 1022)
    bits.plain(1, 0)
  }
  expect(read(written(false, delta))).toEqual([0, 0, 0, 0, 1023])
})

describe('SHARE-7 malformed is', () => {
  const inDelta = (tell: (bits: BitWriter) => void, gone: readonly number[] = []) =>
    written(false, (bits) => {
      for (const slot of gone) bits.plain(11, 1024 + slot)
      bits.plain(1, 0)
      tell(bits)
      bits.plain(1, 0)
    })
  const oneSample = (mask: number) => (bits: BitWriter) => {
    bits.plain(1, 1)
    bits.rice(0, 0)
    tellSample(bits, mask)
    bits.plain(1, 0)
  }
  const keyOf = (...slots: number[]) =>
    written(true, (bits) => {
      for (const slot of slots) {
        const memory = emptySlotMemory()
        tellSample(new BitWriter(), HAS_HEAD, memory)
        bits.plain(11, 1024 + slot)
        codeMemory(bits, emptySlotMemory(), memory, 20)
      }
      bits.plain(1, 0)
    })
  const twice = inDelta((bits) => {
    const memory = emptySlotMemory()
    tellSlot(bits, 0, 1, memory)
    tellSlot(bits, -1, 1, memory)
  })
  const headless = written(true, (bits) => {
    bits.plain(11, 1024)
    codeMemory(bits, emptySlotMemory(), emptySlotMemory(), 20)
    bits.plain(1, 0)
  })
  const honest = inDelta((bits) => tellSlot(bits, 3))

  test.each([
    ['a slot that goes without having come', inDelta(() => {}, [5])],
    ['a slot beyond the last', inDelta((bits) => tellSlot(bits, 1024))],
    ['a slot before the first', inDelta((bits) => tellSlot(bits, -1))],
    ['a slot told of twice', twice],
    ['a slot twice in a key', keyOf(7, 7)],
    ['a fifth sample', inDelta((bits) => tellSlot(bits, 0, 5))],
    ['a body without a head', headless],
    ['left joints without the hand', inDelta(oneSample(HAS_HEAD | HAS_LEFT_JOINTS))],
    ['right joints without the hand', inDelta(oneSample(HAS_HEAD | HAS_RIGHT_JOINTS))],
    ['a byte too many', Uint8Array.from([...honest, 0])],
    ['a byte too few', honest.subarray(0, -1)],
    ['filling that is not zero', honest.map((byte, at) => (at === honest.length - 1 ? byte | 1 : byte))],
    ['another version', honest.map((byte, at) => (at === 0 ? 2 : byte))],
    ['an unknown flag', honest.map((byte, at) => (at === 1 ? 2 : byte))],
    ['half a header', honest.subarray(0, 4)],
    ['nothing', new Uint8Array(0)],
  ])('SHARE-7 %s', (_, bytes) => {
    expect(read(honest)).toEqual([3])
    expect(read(keyOf(7))).toEqual([7])
    expect(read(bytes)).toBe('malformed')
  })
})
