import { nextRandom } from '#shared/kernel/random.ts'

/** One direction of a TCP connection over a bad network, as its reader feels it: nothing is lost or overtaken, it comes late. */
export type LinkProfile = {
  /** One way. */
  delayMs: number
  /** Each segment takes 0 … jitterMs longer, evenly spread; what overtakes waits. */
  jitterMs: number
  /** Share of the segments (1,460 bytes) lost on the way, 0 … 1. */
  loss: number
  /**
   * How much later a lost segment comes, and with it all behind it; doubled for each further loss of the same segment.
   * Left out: found by the acknowledgements of what follows (RFC 8985), 1¼ round trips and one interval of 40 ms.
   */
  retransmitMs?: number
  bytesPerSecond?: number
}

export const perfect: LinkProfile = { delayMs: 0, jitterMs: 0, loss: 0 }

const SEGMENT_BYTES = 1460
const MOST_LOSSES = 6

export interface LinkModel {
  /** When what is sent now has arrived. Calls in order of time; the answers are in order too. */
  arrivalMs(sentMs: number, bytes: number): number
}

/** The same seed and calls give the same arrivals. */
export function createLinkModel(profile: () => LinkProfile, seed: number): LinkModel {
  let random = seed
  let lineFreeMs = -Infinity
  let lastMs = -Infinity
  const draw = () => {
    const { state, value } = nextRandom(random)
    random = state
    return value / 2 ** 32
  }

  function segmentDelayMs({
    delayMs,
    jitterMs,
    loss,
    retransmitMs = 2.5 * delayMs + 40,
  }: LinkProfile): number {
    let late = 0
    for (let losses = 0; losses < MOST_LOSSES && draw() < loss; losses += 1)
      late += retransmitMs * 2 ** losses
    return delayMs + draw() * jitterMs + late
  }

  return {
    arrivalMs(sentMs, bytes) {
      const now = profile()
      lineFreeMs = Math.max(lineFreeMs, sentMs) + (1000 * bytes) / (now.bytesPerSecond ?? Infinity)
      for (let left = bytes; left > 0; left -= SEGMENT_BYTES)
        lastMs = Math.max(lastMs, lineFreeMs + segmentDelayMs(now))
      return lastMs
    },
  }
}
