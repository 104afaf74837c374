import { withHands } from '#shared/poses/moving-hands.fixture.ts'
import { recordings, samplesOf, type Recording } from '#shared/poses/recorded-motion.fixture.ts'
import { codecErrors } from './codec-errors.ts'
import { crowd, framesOf } from './crowd-frames.ts'
import { secondOrderEntropy } from './second-order-entropy.ts'

const PEOPLE = 50
const TIMED_ROUNDS = 15

/** Figures of the shared pose frame over recorded human motion; all but the times are the same in every run. */
export function measureCodec() {
  return { ...measureSizes(), ...measureLeader(), ...measureErrors(), ...measureTimes() }
}

/**
 * Bytes of a frame ÷ people in it, its header included: 50 people with head and two controllers, one sample each, at 20, 30
 * and 60 Hz; and as a multiple of the second-order entropy of the same numbers. Both recordings weigh the same.
 */
export function measureSizes() {
  const size = (hz: number) => mean(recordings.map((recording) => bytesAt(recording, hz)))
  const floor = (hz: number) =>
    mean(recordings.map((recording) => secondOrderEntropy(crowd(recording, hz, PEOPLE))))
  const [at20, at30, at60] = [size(20), size(30), size(60)]
  return {
    bytes_per_update: round(at20),
    bytes_per_update_30hz: round(at30),
    bytes_per_update_60hz: round(at60),
    entropy_ratio: round(at20 / floor(20)),
    entropy_ratio_30hz: round(at30 / floor(30)),
    entropy_ratio_60hz: round(at60 / floor(60)),
  }
}

/** A leader alone at 60 Hz, three samples in a frame, header included; with hands: 2 × 25 joints (made up) and gaze. */
export function measureLeader() {
  const body = samplesOf(firstRecording(), 60)
  const hands = body.map((sample, nth) => withHands(sample, (nth * 1000) / 60))
  const [plain, tracked] = [framesOf([body], 3), framesOf([hands], 3)]
  return {
    leader_bytes_per_sample: round(mean(plain.frames.map(({ bytes }) => bytes)) / 3),
    leader_bytes_per_sample_hands: round(mean(tracked.frames.map(({ bytes }) => bytes)) / 3),
    key_bytes_one_person: plain.keyBytes,
    key_bytes_one_person_hands: tracked.keyBytes,
  }
}

/** Device to device; of head and both hands the one that is farthest off counts. */
export function measureErrors() {
  const errors = recordings.flatMap((recording) => codecErrors(samplesOf(recording, 60)))
  const millimetres = errors.map((error) => error.millimetres)
  const degrees = errors.map((error) => error.degrees)
  return {
    error_p99_mm: round(quantile(millimetres, 0.99)),
    error_max_mm: round(quantile(millimetres, 1)),
    error_p99_deg: round(quantile(degrees, 0.99)),
    error_max_deg: round(quantile(degrees, 1)),
  }
}

/** Microseconds a person and frame at 20 Hz, `put` and `frame` together: median over frames, best of the rounds. */
export function measureTimes() {
  const streams = crowd(firstRecording(), 20, PEOPLE)
  const rounds = Array.from({ length: TIMED_ROUNDS }, () => framesOf(streams).frames)
  const best = (of: 'encodeNs' | 'decodeNs') =>
    Math.min(
      ...rounds.map((frames) =>
        quantile(
          frames.map((frame) => frame[of]),
          0.5,
        ),
      ),
    )
  return {
    encode_us_per_person: round(best('encodeNs') / PEOPLE / 1000),
    decode_us_per_person: round(best('decodeNs') / PEOPLE / 1000),
  }
}

function bytesAt(recording: Recording, hz: number): number {
  const { frames } = framesOf(crowd(recording, hz, PEOPLE))
  return mean(frames.map(({ bytes }) => bytes)) / PEOPLE
}

function firstRecording(): Recording {
  const [recording] = recordings
  if (!recording) throw new Error('no recording')
  return recording
}

function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function round(number: number): number {
  return Number(number.toFixed(3))
}
