import { moved } from '#shared/poses/moved.ts'
import { encodePoseFrame, MAX_POSE_FRAME_BYTES, MAX_POSES } from '#shared/protocol/pose-frame.ts'
import type { Body } from '../device/body.ts'
import { createPosePlace, fillPose } from './pose-place.ts'

/** Samples a second of who neither leads nor acts, each a message: 25. */
const CALM_MS = 40
/** Of who does: every frame up to 120 Hz, never closer, packed into at most 30 messages a second. */
const ACTING_MS = 7.9
const MESSAGE_MS = 1000 / 30
/** Who stands still is told for so long, so that nobody takes it for a pause in the middle of a movement; then now and then. */
const TAIL_MS = 250
const HEARTBEAT_MS = 1000

export interface PoseSenderOptions {
  /** False: dropped. */
  send(bytes: Uint8Array): boolean
  /** Session time of a frame; 0 while it is not known. */
  sessionMs(nowMs: number): number
  /** This person leads, or holds or works something: others look closely. */
  isActing(): boolean
}

/** Sends the body as others need it; returns the frame callback. */
export function createPoseSender(options: PoseSenderOptions): (nowMs: number, body: Body) => void {
  const { send, sessionMs, isActing } = options
  const places = Array.from({ length: MAX_POSES }, createPosePlace)
  const packs = places.map((_, length) => places.slice(0, length + 1).map(({ pose }) => pose))
  const bytes = new Uint8Array(MAX_POSE_FRAME_BYTES)
  /** Where the last movement was seen: what drifts from it slowly moves too. */
  const rest = createPosePlace()
  let packed = 0
  let seq = 0
  let jumped = false
  let sampleDueMs = 0
  let beat = -1
  let movedMs = 0
  let sampledMs = -Infinity

  function sample(nowMs: number, body: Body) {
    const place = places[packed]
    if (!place) return
    sampleDueMs = nowMs + ACTING_MS
    fillPose(place, body)
    if (jumped || moved(rest.pose, place.pose)) {
      fillPose(rest, body)
      movedMs = nowMs
    } else if (nowMs - movedMs > TAIL_MS && nowMs - sampledMs < HEARTBEAT_MS) return
    sampledMs = nowMs
    packed += 1
    place.pose.seq = seq = (seq + 1) & 0xffff
    place.pose.timeMs = Math.round(sessionMs(nowMs))
    place.pose.discontinuity = jumped
    jumped = false
  }

  function post() {
    const pack = packs[packed - 1]
    if (!pack) return
    packed = 0
    // What was dropped must not hide that the person is elsewhere now.
    if (!send(encodePoseFrame(pack, bytes))) jumped ||= pack.some(({ discontinuity }) => discontinuity)
  }

  return (nowMs, body) => {
    jumped ||= body.discontinuity
    body.discontinuity = false
    const acting = isActing()
    // Everybody keeps to the same beat, so that the samples of a room come together and go out to all in one frame.
    const now = Math.floor((sessionMs(nowMs) || nowMs) / (acting ? MESSAGE_MS : CALM_MS))
    const isBeat = now !== beat
    beat = now
    const isFull = packed === MAX_POSES
    if (isBeat && isFull) post()
    if (acting ? nowMs >= sampleDueMs : isBeat) sample(nowMs, body)
    if (isBeat && !isFull) post()
  }
}
