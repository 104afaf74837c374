import { leaveOut } from '#shared/protocol/smallest-three.ts'
import { GAZE, HEAD, LEFT, RIGHT } from '#shared/poses/channels.ts'
import { emptyQuantisedSample, quantiseSample } from '#shared/poses/quantised-sample.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'

const RIGID = GAZE - HEAD
const parts = [HEAD, LEFT, RIGHT]
/** x y z, and the three components that are sent. */
const channels = parts.flatMap((at) => [0, 1, 2, 4, 5, 6].map((channel) => at + channel))

/**
 * The floor that the shared frame is measured against: bytes a sample when each number of head and hands, quantised as in
 * the frame, is told by an ideal code for "how far from going on as before", a table for each number. Several streams of one
 * recording share the tables.
 */
export function secondOrderEntropy(streams: readonly (readonly PoseSample[])[]): number {
  const counts = new Map(channels.map((channel) => [channel, new Map<number, number>()]))
  let updates = 0
  for (const stream of streams) {
    const rows = stream.map((sample) => {
      const quantised = emptyQuantisedSample()
      quantiseSample(sample, quantised)
      return quantised.channels
    })
    for (let nth = 2; nth < rows.length; nth++) {
      const [older, old, now] = [rows[nth - 2], rows[nth - 1], rows[nth]].map((row) => row?.slice())
      if (!older || !old || !now) throw new Error('no such sample')
      updates += 1
      for (const row of [older, old])
        for (const part of parts) leaveOut(now[part + RIGID - 4] ?? 0, row, part + RIGID - 4)
      for (const [channel, count] of counts) {
        const residual = (now[channel] ?? 0) - 2 * (old[channel] ?? 0) + (older[channel] ?? 0)
        count.set(residual, (count.get(residual) ?? 0) + 1)
      }
    }
  }
  const bits = [...counts.values()].flatMap((count) =>
    [...count.values()].map((times) => -times * Math.log2(times / updates)),
  )
  return bits.reduce((sum, part) => sum + part, 0) / updates / 8
}
