import type { LiveState } from '#shared/live/state.ts'
import type { Input } from '#shared/procedure/input.ts'
import type { SessionRunner } from './rules.ts'

export type Arrival = {
  readonly person: string
  readonly role: string
  /** Takes over from another connection of the same person. */
  readonly takesOver: boolean
  readonly isStalled: boolean
}

/** Tells the rules who comes, goes and has to wait. A run that is over hears nothing more: its log is closed. */
export class Presence {
  readonly #runner: SessionRunner
  /** Told to the rules, which have not ticked since. */
  readonly #leaving = new Set<string>()

  constructor(runner: SessionRunner) {
    this.#runner = runner
  }

  /** After a crash the log still says "connected": then nothing happened in the world, so nothing enters the log. */
  arrive({ person, role, takesOver, isStalled }: Arrival): void {
    const participant = this.#runner.state.participants[person]
    const isLeaving = this.#leaving.delete(person)
    const isIn = participant === undefined ? takesOver : participant.connected && !isLeaving
    const { pausedBy } = participant ?? {}
    const waits = isLeaving || pausedBy === 'disconnected' || (pausedBy === 'storage' && !isStalled)
    if (participant !== undefined && participant.role !== role)
      this.#offer({ kind: 'assign', actor: person, role, by: person })
    if (!isIn) this.#offer({ kind: 'join', actor: person, role })
    if (waits) this.#offer({ kind: 'resume', actor: person })
  }

  goAway(person: string): void {
    this.#leaving.add(person)
    this.#offer({ kind: 'pause', actor: person, reason: 'disconnected' })
    this.#offer({ kind: 'leave', actor: person })
  }

  /** Somebody who does not take part. */
  gone(person: string): void {
    this.#offer({ kind: 'gone', person })
  }

  /** The server was down: who watched comes back and says so anew, or does not. */
  nobodyWatches({ watching }: LiveState): void {
    const act = { act: 'watch', way: 'free', of: '' } as const
    for (const [by, { way }] of Object.entries(watching))
      if (way !== 'free') this.#offer({ kind: 'live', by, as: 'spectator', act })
  }

  /** The rules have heard all of it. */
  ticked(): void {
    this.#leaving.clear()
  }

  waitForStorage(persons: Iterable<string>): void {
    for (const person of persons) this.#offer({ kind: 'pause', actor: person, reason: 'storage' })
  }

  /** Who went away meanwhile waits on, until the return. */
  goOn(persons: Iterable<string>): void {
    for (const person of persons) {
      if (this.#runner.state.participants[person]?.pausedBy === 'storage')
        this.#offer({ kind: 'resume', actor: person })
    }
  }

  #offer(input: Input): void {
    if (this.#runner.state.phase !== 'ended') this.#runner.offer(input)
  }
}
