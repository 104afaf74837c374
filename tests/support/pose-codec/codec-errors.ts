import { createPoseDecoder } from '#shared/poses/pose-decoder.ts'
import { createPoseEncoder } from '#shared/poses/pose-encoder.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import { decodePoseFrame, encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import { poseError } from '#shared/protocol/tracked-pose.fixture.ts'

/** For each sample: from what a device measured, through its own frame and the shared one, to what another device shows. */
export function codecErrors(stream: readonly PoseSample[]) {
  const encoder = createPoseEncoder()
  const decoder = createPoseDecoder()
  decoder.read(encoder.key(0))
  return stream.map((truth, nth) => {
    const sent = decodePoseFrame(encodePoseFrame([{ ...truth, seq: nth & 0xffff }]))
    if (!sent.ok) throw new Error(sent.detail)
    for (const pose of sent.poses) encoder.put(0, pose)
    const bytes = encoder.frame([0], truth.timeMs)
    const read = bytes && decoder.read(bytes)
    const [shown] = read?.ok ? read.samples : []
    if (!shown) throw new Error('a frame was not read')
    return poseError(truth, shown.sample)
  })
}
