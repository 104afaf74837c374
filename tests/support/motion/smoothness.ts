import { Quaternion, Vector3 } from 'three'
import type { PlayedPerson } from '#client/runtime/motion/played-pose.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'

/** Errors are against the truth at the session time that is shown, in mm and degrees; changes of speed are from frame to frame, in m/s. */
export interface Smoothness {
  frames: number
  head_p90_mm: number
  head_p99_mm: number
  hand_p90_mm: number
  hand_p99_mm: number
  head_p99_deg: number
  hand_p99_deg: number
  /** Greatest change, of the truth and as shown. */
  head_jump_true: number
  head_jump: number
  hand_jump_true: number
  hand_jump: number
  /** Most that a change exceeds the truth's own greatest within nine frames (a tenth of a second). */
  head_pop: number
  hand_pop: number
  /** How old what is shown is, the way here included. */
  age_p50_ms: number
  age_p99_ms: number
  /** Share of frames in which a guess or a held pose was shown. */
  late: number
}

export interface SmoothnessMeter {
  look(person: PlayedPerson, nowMs: number): void
  figures(): Smoothness
}

const parts = ['head', 'left', 'right'] as const
/** Clock and delay settle in the first seconds of a person. */
const SETTLED_MS = 5000
const AROUND = 9
/** Shares of a frame by which the truth's own frames may lie elsewhere: its tracker jumps too, and frames cut that differently. */
const PHASES = [-0.5, -0.25, 0, 0.25]

/** Compares every frame of a played person with the truth. */
export function createSmoothnessMeter(truthAt: (atMs: number) => PoseSample): SmoothnessMeter {
  const gauges = parts.map((part) => createGauge(part, truthAt))
  const [head = createGauge('head', truthAt), ...hands] = gauges
  const ages: number[] = []
  let fromMs = Number.NaN
  let late = 0

  const ofHands = (pick: (gauge: Gauge) => readonly number[]) => hands.flatMap(pick)
  return {
    look(person, nowMs) {
      if (Number.isNaN(fromMs)) fromMs = nowMs + SETTLED_MS
      if (nowMs < fromMs) return
      ages.push(nowMs - person.atMs)
      if (!person.fresh) late += 1
      for (const gauge of gauges) gauge.look(person, nowMs)
    },
    figures() {
      const handMm = ofHands(({ millimetres }) => millimetres)
      return {
        frames: ages.length,
        head_p90_mm: quantile(head.millimetres, 0.9),
        head_p99_mm: quantile(head.millimetres, 0.99),
        hand_p90_mm: quantile(handMm, 0.9),
        hand_p99_mm: quantile(handMm, 0.99),
        head_p99_deg: quantile(head.degrees, 0.99),
        hand_p99_deg: quantile(
          ofHands(({ degrees }) => degrees),
          0.99,
        ),
        head_jump_true: greatest(head.real),
        head_jump: greatest(head.shown),
        hand_jump_true: greatest(ofHands(({ real }) => real)),
        hand_jump: greatest(ofHands(({ shown }) => shown)),
        head_pop: popOf(head),
        hand_pop: greatest(hands.map(popOf)),
        age_p50_ms: quantile(ages, 0.5),
        age_p99_ms: quantile(ages, 0.99),
        late: Math.round((1000 * late) / ages.length) / 1000,
      }
    },
  }
}

type Gauge = ReturnType<typeof createGauge>

function createGauge(part: (typeof parts)[number], truthAt: (atMs: number) => PoseSample) {
  const millimetres: number[] = []
  const degrees: number[] = []
  const shown: number[] = []
  const real: number[] = []
  const frames: { place: Vector3; ms: number }[] = []
  const placeAt = (atMs: number) =>
    new Vector3().fromArray((truthAt(atMs)[part] ?? truthAt(atMs).head).position)

  return {
    millimetres,
    degrees,
    shown,
    real,
    look({ pose, atMs }: PlayedPerson, nowMs: number) {
      const seen = pose[part]
      const truth = truthAt(atMs)[part]
      if (!seen || !truth) return
      const at = new Vector3().fromArray(seen.position)
      const turned = new Quaternion().fromArray(seen.rotation)
      millimetres.push(at.distanceTo(placeAt(atMs)) * 1000)
      degrees.push((turned.angleTo(new Quaternion().fromArray(truth.rotation)) * 180) / Math.PI)
      frames.push({ place: at, ms: nowMs })
      const [first, middle] = frames
      if (frames.length < 3 || !first || !middle) return
      frames.shift()
      const [oneMs, twoMs] = [middle.ms - first.ms, nowMs - middle.ms]
      shown.push(change(first.place, middle.place, at, oneMs, twoMs))
      const phased = PHASES.map((share) => atMs + share * twoMs)
      const truths = phased.map((ms) =>
        change(placeAt(ms - twoMs - oneMs), placeAt(ms - twoMs), placeAt(ms), oneMs, twoMs),
      )
      real.push(greatest(truths))
    },
  }
}

/** Of the speed between three places, m/s. */
function change(from: Vector3, middle: Vector3, to: Vector3, oneMs: number, twoMs: number): number {
  const before = middle.clone().sub(from).divideScalar(oneMs)
  return to.clone().sub(middle).divideScalar(twoMs).sub(before).length() * 1000
}

function popOf({ shown, real }: Gauge): number {
  const pops = shown.map(
    (change, nth) => change - greatest(real.slice(Math.max(0, nth - AROUND), nth + AROUND + 1)),
  )
  return Math.max(0, greatest(pops))
}

function greatest(values: readonly number[]): number {
  return quantile(values, 1)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 100) / 100
}
