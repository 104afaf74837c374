import type { Clock } from './clock.ts'
import type { Presence } from './presence.ts'
import type { Rules } from './rules.ts'
import type { Seats } from './seats.ts'

/** So long somebody is expected back where the rules do not wait for them; for those who take part they wait as long. */
const EXPECTED_BACK_MS = 30_000

export type ExpectedBackOptions = {
  readonly rules: Rules
  readonly clock: Clock
  readonly seats: Seats
  readonly presence: Presence
}

/** Who is expected back although the rules' own time says nothing of it. */
export class ExpectedBack {
  readonly #options: ExpectedBackOptions
  /** The log says that they are here, and the server was down; until somebody comes. */
  readonly #unseen: Set<string>

  constructor(options: ExpectedBackOptions) {
    this.#options = options
    this.#unseen = new Set(this.#hereByTheLog())
    this.#takeUpLive()
  }

  /** Somebody is here: from now on time passes without those who are still missing. */
  came(): void {
    const { clock, seats, presence, rules } = this.#options
    if (seats.members.size === 0 || this.#unseen.size === 0) return
    const missing = [...this.#unseen]
    this.#unseen.clear()
    clock.after(EXPECTED_BACK_MS, () => {
      for (const each of missing) {
        if (seats.members.has(each)) continue
        if (rules.runner.state.participants[each]?.connected === true) presence.goAway(each)
        this.#letGoOn(each)
      }
    })
  }

  /** Who takes part was cut off: the rules wait, but not while this person stops everybody. */
  lost(person: string): void {
    this.#options.clock.after(EXPECTED_BACK_MS, () => this.#letGoOn(person))
  }

  /** Who leads without taking part was cut off. */
  away(person: string): void {
    const { clock, seats, presence } = this.#options
    clock.after(EXPECTED_BACK_MS, () => {
      if (seats.find(person) === undefined) presence.gone(person)
    })
  }

  #letGoOn(person: string): void {
    const { seats, presence, rules } = this.#options
    if (!seats.members.has(person) && rules.runner.state.live?.haltedBy === person) presence.gone(person)
  }

  /** As the log left it: nobody is here yet. */
  #takeUpLive(): void {
    const { live, participants } = this.#options.rules.runner.state
    if (live === undefined) return
    this.#options.presence.nobodyWatches(live)
    const persons = [live.leader, live.haltedBy, ...live.hands, ...live.help.map(({ helper }) => helper)]
    for (const person of new Set(persons))
      if (person !== null && participants[person] === undefined) this.away(person)
  }

  #hereByTheLog(): string[] {
    const { participants } = this.#options.rules.runner.state
    return Object.keys(participants).filter((person) => {
      const { connected, bot } = participants[person] ?? {}
      return connected === true && bot !== true
    })
  }
}
