import type { MemberKind } from '#shared/protocol/members.ts'
import type { Seat } from './seat.ts'

/** Who is connected, one seat a person. Spectators are kept apart: nobody waits for them, and nothing is computed for them one by one. */
export class Seats {
  readonly #members = new Map<string, Seat>()
  readonly #spectators = new Map<string, Seat>()
  /** Everybody who came in here, and as what the last time: they may come back under a lock. */
  readonly #seen = new Map<string, MemberKind>()

  get members(): ReadonlyMap<string, Seat> {
    return this.#members
  }
  get spectators(): ReadonlyMap<string, Seat> {
    return this.#spectators
  }
  get all(): Seat[] {
    return [...this.#members.values(), ...this.#spectators.values()]
  }

  find(person: string): Seat | undefined {
    return this.#members.get(person) ?? this.#spectators.get(person)
  }
  has(seat: Seat): boolean {
    return this.find(seat.person) === seat
  }
  kindOf(person: string): MemberKind | undefined {
    return this.#seen.get(person)
  }

  take(seat: Seat): void {
    this.leave(seat.person)
    this.#seen.set(seat.person, seat.kind)
    const seats = seat.kind === 'spectator' ? this.#spectators : this.#members
    seats.set(seat.person, seat)
  }

  leave(person: string): void {
    this.#members.delete(person)
    this.#spectators.delete(person)
  }
}
