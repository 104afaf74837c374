import { setTimeout as sleep } from 'node:timers/promises'
import { randomBelow } from '#shared/kernel/random.ts'
import { bodyAt, recordings } from '#shared/poses/recorded-motion.fixture.ts'
import { Trainee } from '../run/trainee.ts'
import type { SharedRun } from './shared-run.ts'

const POSE_MS = 50
const things = ['ext-abc', 'ext-co2', 'call-point']

/** Somebody who comes, moves, acts, goes in every way there is, and comes back, until told to stop. */
export class RestlessBot {
  readonly joins = { participant: 0, spectator: 0 }
  readonly failures: string[] = []
  readonly #address: string
  readonly #run: SharedRun
  #cookie = ''
  #dice: number
  #stopped = false

  constructor(address: string, run: SharedRun, seed: number) {
    this.#address = address
    this.#run = run
    this.#dice = seed
  }

  async live(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#visit()
      } catch (error) {
        this.failures.push(error instanceof Error ? error.message : String(error))
      }
      await sleep(this.#below(2000))
    }
  }

  stop(): void {
    this.#stopped = true
  }

  async #visit(): Promise<void> {
    const trainee = new Trainee(this.#address, this.#cookie)
    if (this.#cookie === '') await trainee.call('PUT', '/api/me', { name: `Bot ${this.#dice}` })
    const { session, code } = await this.#run.open()
    const { body } = await trainee.call<{ error?: string }>('POST', '/api/join', { code })
    this.#cookie = trainee.cookie
    if (body.error === 'ended') return this.#run.ended(session)
    const as = this.#below(5) === 0 ? 'spectator' : 'participant'
    try {
      await trainee.comeBack(session, { as })
    } catch (error) {
      // It ended between the code and the door.
      if (/"ended"|unknown-session/.test(String(error))) return this.#run.ended(session)
      throw error
    }
    this.joins[as] += 1
    const recording = recordings[this.#below(recordings.length)] ?? recordings[0]
    const stayMs = 2000 + this.#below(10_000)
    for (let ms = 0; ms < stayMs && !this.#stopped && trainee.room.connection.isOpen; ms += POSE_MS) {
      if (as === 'participant' && recording !== undefined)
        trainee.pose({ ...bodyAt(recording, ms), seq: ms / POSE_MS })
      if (ms % 1000 === 0) this.#act(trainee)
      await sleep(POSE_MS)
    }
    await this.#leave(trainee)
  }

  #act(trainee: Trainee): void {
    const target = things[this.#below(things.length)] ?? ''
    const acts = [
      { action: 'begin' },
      { action: 'grab', target, params: { hand: 'right' } },
      { action: 'release', target },
      { action: 'press', target },
    ]
    void trainee.act(acts[this.#below(acts.length)] ?? { action: 'begin' }).answer.catch(() => {})
    if (this.#below(4) === 0)
      void trainee.room.request('live', { act: 'raise-hand', on: this.#below(2) === 0 }).catch(() => {})
  }

  async #leave(trainee: Trainee): Promise<void> {
    const { room } = trainee
    const left = new Promise<void>((resolve) => room.onLeave.once(() => resolve()))
    switch (this.#below(3)) {
      case 0:
        void room.leave()
        break
      case 1:
        void trainee.act({ action: 'leave' }).answer.catch(() => {})
        await Promise.race([left, sleep(1000)])
        void room.leave()
        break
      default:
        // The line goes, and nobody has said goodbye.
        void room.leave(false)
    }
    await Promise.race([left, sleep(2000)])
  }

  #below(n: number): number {
    const { state, value } = randomBelow(this.#dice, n)
    this.#dice = state
    return value
  }
}
