import type { Client } from '@colyseus/core'
import type { PeopleStore } from '#server/people/people-store.ts'
import { MOST_MEMBERS } from '#server/sessions/door.ts'
import type { Comer, Member } from '#server/sessions/seat.ts'
import type { TrainingSession } from '#server/sessions/training-session.ts'
import type { Log } from '#server/telemetry/log.ts'
import type { PublicWorld } from '#shared/session/public-world.ts'
import type { TrainingState } from '#shared/protocol/training-state.ts'
import { Allowances } from './allowances.ts'
import { Connection } from './connection.ts'
import type { RoomCompany } from './mirror-members.ts'
import { mirrorMembers } from './mirror-members.ts'
import { Names } from './names.ts'
import { busySlots } from './pose-relay/busy-slots.ts'
import { watchedIn } from './pose-relay/watched-in.ts'
import type { PoseRelay } from './pose-relay/pose-relay.ts'
import { rosterOf } from './roster-of.ts'
import { send } from './send.ts'
import { Slots } from './slots.ts'

export type CompanyOptions = {
  readonly session: TrainingSession
  readonly people: Pick<PeopleStore, 'label'>
  readonly poses: PoseRelay
  readonly log: Log
  /** What everybody sees of it is no longer so. */
  onChanged(): void
}

/** Who is in one room, as the room knows them: connections, names, avatars' slots. */
export class Company {
  readonly #options: CompanyOptions
  readonly #byClient = new Map<Client, Connection>()
  readonly #byPerson = new Map<string, Connection>()
  readonly #slots = new Slots(4 * MOST_MEMBERS)
  readonly #names: Names
  readonly #allowances = new Allowances()

  constructor(options: CompanyOptions) {
    this.#options = options
    this.#names = new Names(options.people, options.log, options.onChanged)
  }

  of(client: Client): Connection | undefined {
    return this.#byClient.get(client)
  }

  get connections(): Iterable<Connection> {
    return this.#byClient.values()
  }

  enter(client: Client, who: Comer, member: Member): Connection {
    const { person, kind } = who
    const slot = kind === 'spectator' ? 0 : this.#slots.take(person, (other) => this.#byPerson.has(other))
    const connection = new Connection(client, who, member, slot, this.#allowances)
    this.#byClient.set(client, connection)
    this.#byPerson.set(person, connection)
    if (kind !== 'spectator') this.#names.learn(person)
    this.#options.poses.enter(client, slot)
    this.#options.onChanged()
    return connection
  }

  exit(client: Client): void {
    const connection = this.#byClient.get(client)
    if (connection === undefined) return
    const { who, slot } = connection
    this.#byClient.delete(client)
    this.#byPerson.delete(who.person)
    this.#options.poses.exit(client)
    if (slot !== 0) this.#options.poses.freed(slot)
    this.#options.onChanged()
  }

  /** Brings the state, and the relay's idea of who is busy, to what is so. */
  mirror(state: TrainingState): void {
    mirrorMembers(state, this.#company())
  }

  tellRelay({ entities }: PublicWorld): void {
    const seated = [...this.#byPerson].map(
      ([person, { slot, who }]) => [person, { slot, kind: who.kind }] as const,
    )
    this.#options.poses.busy(busySlots(entities, seated, watchedIn(this.#options.session.live.state)))
  }

  measureLines(): void {
    for (const { line, slot } of this.#byClient.values()) if (slot !== 0) line.ask()
  }

  /** To those who may moderate, when it says something new. */
  sendRosters(): void {
    const leading = [...this.#byClient.values()].filter(({ member }) => member.moderates)
    if (leading.length === 0) return
    const company = this.#company()
    for (const connection of leading) {
      const lineOf = (person: string): Connection['line'] | undefined => this.#byPerson.get(person)?.line
      const roster = rosterOf(this.#options.session, company, lineOf, connection.who)
      const content = JSON.stringify(roster)
      if (content === connection.roster) continue
      connection.roster = content
      send(connection.client, 'roster', roster)
    }
  }

  #company(): RoomCompany {
    const { people, spectators, locked, live } = this.#options.session
    return {
      people,
      spectators,
      locked,
      nameOf: (person) => this.#names.of(person),
      slotOf: (person) => this.#byPerson.get(person)?.slot ?? 0,
      // Told with the name, which of who only watches is read only now.
      asking: live.state?.hands.filter((person) => this.#names.isRead(person)) ?? [],
    }
  }
}
