import type { SessionRunner } from './rules.ts'

/** Tells the rules who comes, goes and has to wait. A run that is over hears nothing more: its log is closed. */
export class Presence {
  readonly #runner: SessionRunner

  constructor(runner: SessionRunner) {
    this.#runner = runner
  }

  /** After a crash the log still says "connected": then nothing happened in the world, so nothing enters the log. */
  arrive(person: string, role: string, isStalled: boolean): void {
    const participant = this.#runner.state.participants[person]
    const waits =
      participant?.pausedBy === 'disconnected' || (participant?.pausedBy === 'storage' && !isStalled)
    if (participant?.connected !== true) this.#offer({ kind: 'join', actor: person, role })
    if (waits) this.#offer({ kind: 'resume', actor: person })
  }

  goAway(person: string): void {
    this.#offer({ kind: 'pause', actor: person, reason: 'disconnected' })
    this.#offer({ kind: 'leave', actor: person })
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

  #offer(input: Parameters<SessionRunner['offer']>[0]): void {
    if (this.#runner.state.phase !== 'ended') this.#runner.offer(input)
  }
}
