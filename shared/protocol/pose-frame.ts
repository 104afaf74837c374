import {
  bodyBytes,
  DISCONTINUITY,
  flagsOf,
  GAZE,
  LARGEST_BODY,
  LEFT,
  LEFT_JOINTS,
  readBody,
  RIGHT,
  RIGHT_JOINTS,
  writeBody,
} from './pose-body.ts'
import type { TrackedPose } from './tracked-pose.ts'

export const POSE_FRAME_VERSION = 2
/** Samples in one message. */
export const MAX_POSES = 4

const HEADER_BYTES = 8
const POSE_HEADER_BYTES = 2
const SMALLEST_FRAME = HEADER_BYTES + bodyBytes(0)
export const MAX_POSE_FRAME_BYTES = HEADER_BYTES + MAX_POSES * (POSE_HEADER_BYTES + LARGEST_BODY)

const FLAGS_V1 = DISCONTINUITY | LEFT | RIGHT
const FLAGS_V2 = FLAGS_V1 | LEFT_JOINTS | RIGHT_JOINTS | GAZE
const LONGEST_STEP_MS = 255

export type PoseFrameResult =
  /** 1 … MAX_POSES samples, oldest first. */
  { ok: true; poses: TrackedPose[] } | { ok: false; reason: 'malformed'; detail: string }

/**
 * Pose frame v2 (layout in SPEC.md): 1 … MAX_POSES samples of one person, oldest first, `seq` counting up by one, times
 * at most 255 ms apart (a longer step is cut there).
 *
 * @param into scratch of MAX_POSE_FRAME_BYTES; the answer is a view of its start.
 */
export function encodePoseFrame(
  poses: readonly TrackedPose[],
  into = new Uint8Array(MAX_POSE_FRAME_BYTES),
): Uint8Array {
  const [first] = poses
  if (!first || poses.length > MAX_POSES) throw new RangeError(`${poses.length} samples in a pose frame`)
  const view = new DataView(into.buffer, into.byteOffset, into.byteLength)
  view.setUint8(0, POSE_FRAME_VERSION)
  view.setUint8(1, poses.length)
  view.setUint16(2, first.seq & 0xffff, true)
  view.setUint32(4, first.timeMs >>> 0, true)
  let end = HEADER_BYTES
  let timeMs = first.timeMs >>> 0
  for (const pose of poses) {
    const stepMs = Math.max(0, Math.min(LONGEST_STEP_MS, (pose.timeMs - timeMs) | 0))
    timeMs += stepMs
    view.setUint8(end, flagsOf(pose))
    view.setUint8(end + 1, stepMs)
    end = writeBody(view, end + POSE_HEADER_BYTES, pose)
  }
  return into.subarray(0, end)
}

/** Any bytes at all: the samples or a refusal, never a throw, never more memory than MAX_POSES samples. Reads v1 too. */
export function decodePoseFrame(bytes: Uint8Array): PoseFrameResult {
  if (bytes.byteLength < SMALLEST_FRAME) return refuse('too short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (view.getUint8(0)) {
    case 1:
      return decodeVersion1(view)
    case POSE_FRAME_VERSION:
      return decodeVersion2(view)
    default:
      return refuse('unknown version')
  }
}

/** One sample, its flags where version 2 has the count. */
function decodeVersion1(view: DataView): PoseFrameResult {
  const flags = view.getUint8(1)
  if (flags & ~FLAGS_V1) return refuse('unknown flags')
  if (view.byteLength !== HEADER_BYTES + bodyBytes(flags)) return refuse('wrong length')
  const body = readBody(view, HEADER_BYTES, flags)
  if (!body) return refuse('no rotation')
  return { ok: true, poses: [{ seq: view.getUint16(2, true), timeMs: view.getUint32(4, true), ...body }] }
}

function decodeVersion2(view: DataView): PoseFrameResult {
  const count = view.getUint8(1)
  if (count < 1 || count > MAX_POSES) return refuse('wrong count')
  const poses: TrackedPose[] = []
  let timeMs = view.getUint32(4, true)
  let end = HEADER_BYTES
  for (let nth = 0; nth < count; nth++) {
    const start = end + POSE_HEADER_BYTES
    if (start > view.byteLength) return refuse('wrong length')
    const flags = view.getUint8(end)
    if (flags & ~FLAGS_V2) return refuse('unknown flags')
    if (flags & (LEFT_JOINTS | RIGHT_JOINTS) & ~((flags & (LEFT | RIGHT)) << 2))
      return refuse('joints without a hand')
    end = start + bodyBytes(flags)
    if (end > view.byteLength) return refuse('wrong length')
    const body = readBody(view, start, flags)
    if (!body) return refuse('no rotation')
    timeMs = (timeMs + view.getUint8(start - 1)) >>> 0
    poses.push({ seq: (view.getUint16(2, true) + nth) & 0xffff, timeMs, ...body })
  }
  return end === view.byteLength ? { ok: true, poses } : refuse('wrong length')
}

function refuse(detail: string): PoseFrameResult {
  return { ok: false, reason: 'malformed', detail }
}
