import { bodyAt, recordings } from '#shared/poses/recorded-motion.fixture.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import { playLive } from '../support/motion/live-pair.ts'
import type { BenchResult } from '../support/runner/bench.ts'
import { leadMany } from './eyes/lead-many.ts'
import type { Led } from './eyes/lead-many.ts'

const SECONDS = 30
/** Clocks and buffers settle. */
const SETTLED_MS = 6000
const ROUNDS = 2
const FOLLOWERS = 500
const VIDEO_BYTES_PER_SECOND = 1_500_000 / 8

/**
 * A leader in a headset, seen through their eyes: how old what a follower's frame shows is, how far it is from the truth at that
 * moment, what it takes; and whether the leader notices five hundred followers.
 */
export async function run(): Promise<BenchResult> {
  const seen = await look()
  const alone: Led[] = []
  const many: Led[] = []
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await leadMany(1))
    many.push(await leadMany(FOLLOWERS))
    console.error(JSON.stringify({ alone: alone.at(-1), many: many.at(-1) }))
  }
  const acts = (all: readonly Led[], share: number) =>
    quantile(
      all.flatMap(({ actsMs }) => actsMs),
      share,
    )
  const least = (all: readonly Led[]) => Math.min(...all.map((led) => led.serverCpuMsPerSecond))
  return {
    name: 'eyes',
    figures: {
      pose_to_frame_p50_ms: round(quantile(seen.ageMs, 0.5)),
      pose_to_frame_p99_ms: round(quantile(seen.ageMs, 0.99)),
      camera_error_p99_mm: round(quantile(seen.mm, 0.99)),
      camera_error_p99_deg: round(quantile(seen.degrees, 0.99)),
      pose_kb_per_s_each: round(seen.bytesPerSecond / 1000),
      bytes_ratio_video_1500kbps: round(seen.bytesPerSecond / VIDEO_BYTES_PER_SECOND, 4),
      all_kb_per_s_each_500: round(many[0]?.kbPerSecondEach ?? 0),
      follower_play_ms_per_s: round(seen.playMsPerSecond),
      leader_slowdown_500: round(acts(many, 0.5) / acts(alone, 0.5)),
      leader_slowdown_500_p99: round(acts(many, 0.99) / acts(alone, 0.99)),
      leader_act_p50_ms: round(acts(alone, 0.5)),
      leader_act_p50_ms_500: round(acts(many, 0.5)),
      leader_act_p99_ms_500: round(acts(many, 0.99)),
      server_cpu_ms_per_s_1: round(least(alone)),
      server_cpu_ms_per_s_500: round(least(many)),
    },
    baseline:
      'the same leader on the same server before one follower, in turns; video of 720p30 at 1.5 Mbit/s',
    notes: [
      'pose to frame: session time at the follower’s frame (90 a second) less that of the head pose it shows, by a clock asked apart; add up to one frame for drawing it',
      'camera error: the played head, which is the camera of `eyes`, against the leader’s recorded head at the moment shown',
      'slowdown: from the leader’s asking for a ping to the answer, which comes when it is on disk',
    ],
  }
}

async function look() {
  const recording = recordings[0]
  if (recording === undefined) throw new Error('No recorded motion.')
  const poseAt = (atMs: number): PoseSample => bodyAt(recording, atMs)
  const ageMs: number[] = []
  const mm: number[] = []
  const degrees: number[] = []
  let firstMs = 0
  const { bytes, seconds, playMs } = await playLive({
    poseAt,
    lengthMs: SECONDS * 1000,
    network: { delayMs: 0, jitterMs: 0, loss: 0 },
    seed: 1,
    leads: true,
    onFrame({ atMs, pose }, nowMs) {
      firstMs ||= nowMs
      if (nowMs - firstMs < SETTLED_MS) return
      const { position, rotation } = poseAt(atMs).head
      ageMs.push(nowMs - atMs)
      mm.push(1000 * Math.hypot(...position.map((value, axis) => value - (pose.head.position[axis] ?? 0))))
      const dot = rotation.reduce((sum, value, part) => sum + value * (pose.head.rotation[part] ?? 0), 0)
      degrees.push((360 / Math.PI) * Math.acos(Math.min(1, Math.abs(dot))))
    },
  })
  return { ageMs, mm, degrees, bytesPerSecond: bytes / seconds, playMsPerSecond: playMs / seconds }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
