import { createPoseDecoder } from '#shared/poses/pose-decoder.ts'
import { bodyAt, recordings } from '#shared/poses/recorded-motion.fixture.ts'
import type { Trainee } from '../run/trainee.ts'

const POSE_MS = 50
const INTENT_MS = 500

/** Somebody who takes part as one should, and notices whatever goes wrong. */
export class Peer {
  readonly harm: string[] = []
  /** Shared frames that could be read, and acts that were answered. */
  frames = 0
  answers = 0
  longestPauseMs = 0
  readonly #trainee: Trainee
  readonly #timers: NodeJS.Timeout[] = []
  #leaves = false

  /** @param trainee who has not joined yet */
  constructor(trainee: Trainee) {
    this.#trainee = trainee
    const decoder = createPoseDecoder()
    let lastMs = performance.now()
    trainee.onPoses = (bytes) => {
      const read = decoder.read(bytes)
      if (!read.ok) this.harm.push(`a shared frame was ${read.reason}`)
      if (this.frames > 0) this.longestPauseMs = Math.max(this.longestPauseMs, performance.now() - lastMs)
      lastMs = performance.now()
      this.frames += 1
    }
  }

  /** Walks and acts until told to stop. */
  start(): void {
    const { room } = this.#trainee
    room.onLeave((code) => this.#leaves || this.harm.push(`thrown out with ${code}`))
    room.onError((code, message) => this.harm.push(`error ${code} ${message ?? ''}`))
    let seq = 0
    const recording = recordings[0]
    this.#timers.push(
      setInterval(() => {
        if (recording !== undefined && room.connection.isOpen)
          this.#trainee.pose({ ...bodyAt(recording, performance.now()), seq: (seq += 1), timeMs: 0 })
      }, POSE_MS),
      setInterval(() => void this.act(), INTENT_MS),
    )
  }

  /** Any answer of the rules will do; none, or a fault, will not. */
  async act(): Promise<void> {
    try {
      const answer = await this.#trainee.act({ action: 'press', target: 'call-point' }).answer
      if (!answer.ok && answer.detail === 'fault') this.harm.push('a fault for an answer')
      this.answers += 1
    } catch (error) {
      if (!this.#leaves) this.harm.push(`no answer: ${String(error)}`)
    }
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await this.act()
    this.#leaves = true
  }
}
