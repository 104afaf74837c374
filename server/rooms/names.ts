import type { PeopleStore } from '#server/people/people-store.ts'
import type { Log } from '#server/telemetry/log.ts'

/** People's names, read once each when somebody is first asked for. '' until then, and for who has none. */
export class Names {
  readonly #people: Pick<PeopleStore, 'label'>
  readonly #log: Log
  readonly #onLearned: () => void
  readonly #known = new Map<string, string>()
  readonly #read = new Set<string>()

  constructor(people: Pick<PeopleStore, 'label'>, log: Log, onLearned: () => void) {
    this.#people = people
    this.#log = log
    this.#onLearned = onLearned
  }

  of(person: string): string {
    const known = this.#known.get(person)
    if (known === undefined) this.learn(person)
    return known ?? ''
  }

  /** Was it read by now? Else it is being read. */
  isRead(person: string): boolean {
    if (!this.#known.has(person)) this.learn(person)
    return this.#read.has(person)
  }

  /** Reads it again: it may have changed since. */
  learn(person: string): void {
    this.#known.set(person, this.#known.get(person) ?? '')
    this.#people.label(person).then(
      (name = '') => {
        if (this.#read.has(person) && this.#known.get(person) === name) return
        this.#read.add(person)
        this.#known.set(person, name)
        this.#onLearned()
      },
      (error: unknown) => {
        this.#log('warn', 'name', { error })
        // They go without one, rather than untold.
        this.#read.add(person)
        this.#onLearned()
      },
    )
  }
}
