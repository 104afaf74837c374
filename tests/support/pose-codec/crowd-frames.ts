import { createPoseDecoder } from '#shared/poses/pose-decoder.ts'
import { createPoseEncoder } from '#shared/poses/pose-encoder.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import { samplesOf, type Recording } from '#shared/poses/recorded-motion.fixture.ts'

/** Frames until the predictors know the motion; not answered. */
const WARM_FRAMES = 5

/** The same motion at another phase for each person. */
export function crowd(recording: Recording, hz: number, people: number): PoseSample[][] {
  const streams = Array.from({ length: people }, (_, nth) =>
    samplesOf(recording, hz, (nth * 1000) / hz / people),
  )
  const length = Math.min(...streams.map((stream) => stream.length))
  return streams.map((stream) => stream.slice(0, length))
}

/** Sends everybody's stream, `perFrame` samples at a time, and reads each frame again. */
export function framesOf(streams: readonly (readonly PoseSample[])[], perFrame = 1) {
  const encoder = createPoseEncoder()
  const decoder = createPoseDecoder()
  decoder.read(encoder.key(0))
  const slots = streams.map((_, slot) => slot)
  const [first = []] = streams
  const frames: { bytes: number; encodeNs: number; decodeNs: number }[] = []
  for (let at = 0; at + perFrame <= first.length; at += perFrame) {
    const atMs = (first[at + perFrame - 1]?.timeMs ?? 0) + 60
    const began = process.hrtime.bigint()
    for (const [slot, stream] of streams.entries())
      for (const sample of stream.slice(at, at + perFrame)) encoder.put(slot, sample)
    const bytes = encoder.frame(slots, atMs)
    const encoded = process.hrtime.bigint()
    if (bytes === null || !decoder.read(bytes).ok) throw new Error('a frame was not read')
    const decoded = process.hrtime.bigint()
    frames.push({
      bytes: bytes.length,
      encodeNs: Number(encoded - began),
      decodeNs: Number(decoded - encoded),
    })
  }
  return { frames: frames.slice(WARM_FRAMES), keyBytes: encoder.key(0).length }
}
