import { bodyAt, recordings } from '#shared/poses/recorded-motion.fixture.ts'
import type { Recording } from '#shared/poses/recorded-motion.fixture.ts'
import { playLive } from '../support/motion/live-pair.ts'
import { rehearse } from '../support/motion/rehearse.ts'
import { createSmoothnessMeter } from '../support/motion/smoothness.ts'
import type { Smoothness } from '../support/motion/smoothness.ts'
import type { LinkProfile } from '../support/network/link-model.ts'
import type { ProofResult } from '../support/runner/proof.ts'

export const title =
  'Others move rightly and without a visible pop at 0, 50 and 150 ms jitter and 5 % loss, over recorded motion'
export const needs = '1 minute'

const SEEDS = [1, 2, 3]
const SECONDS = 30
const LIVE_SECONDS = 20
/** Changes of speed from one frame to the next beyond the truth's own, m/s. */
const MOST_POP = { head: 0.5, hand: 2 }
/** Share of the frames of an acting person that show a guess. */
const MOST_LATE = { whole: 0, lossy: 0.04 }
/** Nine frames in ten of an acting person are nearer to the truth, mm. */
const MOST_ERROR: Readonly<Record<number, { head: number; hand: number }>> = {
  0: { head: 10, hand: 40 },
  50: { head: 10, hand: 40 },
  150: { head: 30, hand: 90 },
}

const networks = [0, 0.05].flatMap((loss) =>
  [0, 50, 150].map((jitterMs) => ({ delayMs: 25, jitterMs, loss })),
)

/** Through the model for every network, the worst of all recordings and seeds; through proxies and the real server for one. */
export async function run(): Promise<ProofResult> {
  const figures: Record<string, Smoothness> = {}
  const notes: string[] = []
  const judge = (network: LinkProfile, who: string, found: Smoothness) => {
    const name = `jitter ${network.jitterMs} ms, loss ${network.loss * 100} %, ${who}`
    figures[name] = found
    notes.push(...faults(found, network, who !== 'calm').map((fault) => `${name}: ${fault}`))
  }
  for (const acting of [true, false])
    for (const network of networks) {
      const found: Smoothness[] = []
      for (const recording of recordings)
        for (const seed of SEEDS) found.push(await rehearsed(recording, network, seed, acting))
      judge(network, acting ? 'acting' : 'calm', worst(found))
    }
  const network = { delayMs: 25, jitterMs: 50, loss: 0.05 }
  judge(network, 'acting, real server and proxies', await live(network))
  return { passed: notes.length === 0, figures, notes }
}

async function rehearsed(recording: Recording, network: LinkProfile, seed: number, acting: boolean) {
  const poseAt = (atMs: number) => bodyAt(recording, atMs)
  const meter = createSmoothnessMeter(poseAt)
  const lengthMs = SECONDS * 1000
  await rehearse({ poseAt, lengthMs, network, seed, acting, frameMs: 1000 / 90, onFrame: meter.look })
  return meter.figures()
}

async function live(network: LinkProfile) {
  const [recording] = recordings
  if (!recording) throw new Error('No recording.')
  const poseAt = (atMs: number) => {
    const { right, ...sample } = bodyAt(recording, atMs)
    // Who squeezes acts.
    return { ...sample, right: right && { ...right, trigger: 1 } }
  }
  const meter = createSmoothnessMeter(poseAt)
  await playLive({ poseAt, lengthMs: LIVE_SECONDS * 1000, network, seed: 1, onFrame: meter.look })
  return meter.figures()
}

function worst(all: readonly Smoothness[]): Smoothness {
  const [first, ...others] = all
  if (!first) throw new Error('Nothing was measured.')
  const most = { ...first }
  for (const each of others)
    for (const key of Object.keys(most) as (keyof Smoothness)[]) most[key] = Math.max(most[key], each[key])
  return most
}

/** MOT-60 and MOT-61. */
function faults(found: Smoothness, { jitterMs, loss }: LinkProfile, acting: boolean): string[] {
  const error = MOST_ERROR[jitterMs]
  const bounds: Partial<Smoothness> = {
    head_pop: MOST_POP.head,
    hand_pop: MOST_POP.hand,
    ...(acting && error && { head_p90_mm: error.head, hand_p90_mm: error.hand }),
    ...(acting && { late: loss === 0 ? MOST_LATE.whole : MOST_LATE.lossy }),
  }
  return (Object.keys(bounds) as (keyof Smoothness)[]).flatMap((key) =>
    found[key] > (bounds[key] ?? 0) ? [`${key} is ${found[key]}, more than ${bounds[key]}`] : [],
  )
}
