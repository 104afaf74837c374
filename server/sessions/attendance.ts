import { isMentioned } from '#shared/live/gone.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { AttendedTime } from './attended-time.ts'
import type { Clock, Ticker } from './clock.ts'
import { ExpectedBack } from './expected-back.ts'
import { Presence } from './presence.ts'
import type { Rules } from './rules.ts'
import type { Closing, Seat } from './seat.ts'
import { Seats } from './seats.ts'

export type AttendanceOptions = {
  readonly rules: Rules
  readonly clock: Clock
  readonly ticker: Ticker
  /** The store takes nothing at the moment. */
  readonly isStalled: () => boolean
  /** Nobody needs to be waited for any more. */
  readonly isOver: () => boolean
  onTick(): void
  /** The rules must hear at once what was just said. */
  onLeft(): void
  onAbandoned(): void
}

/** Who comes and goes: seats, what the rules hear of it, and whether time goes on. */
export class Attendance {
  readonly seats = new Seats()
  readonly #options: AttendanceOptions
  readonly #presence: Presence
  readonly #expected: ExpectedBack
  readonly #time: AttendedTime
  /** Bodies of those who are not connected any more. */
  readonly #lastSeen = new Map<string, TrackedPose>()

  constructor(options: AttendanceOptions) {
    this.#options = options
    const { rules, clock } = options
    this.#presence = new Presence(rules.runner)
    this.#expected = new ExpectedBack({ rules, clock, seats: this.seats, presence: this.#presence })
    this.#time = new AttendedTime(options)
    this.#keepTime()
  }

  /** Spectators keep nobody company. */
  get alone(): boolean {
    return this.seats.members.size === 0
  }

  /** Is this person in the rules, or about to be? Spectators never are, who leads only when given a role. */
  plays({ kind, person }: Seat): boolean {
    const { participants } = this.#options.rules.runner.state
    return kind === 'participant' || (kind === 'instructor' && participants[person] !== undefined)
  }

  poseOf(person: string): TrackedPose | undefined {
    return this.seats.find(person)?.pose ?? this.#lastSeen.get(person)
  }

  /** A person's newest connection takes over from an older one, which is told and heard no more. */
  enter(seat: Seat): void {
    const { person, role } = seat
    const replaced = this.seats.find(person)
    const led = this.seats.kindOf(person) === 'instructor'
    // Until the new device tells, the body is where it was.
    seat.pose = this.poseOf(person)
    this.seats.take(seat)
    replaced?.listener.closed('replaced')
    const takesOver = replaced !== undefined && this.plays(replaced)
    if (this.plays(seat))
      this.#presence.arrive({ person, role, takesOver, isStalled: this.#options.isStalled() })
    else if (takesOver) this.#goAway(person)
    else if (led && seat.kind === 'spectator') this.#goes(seat)
    this.#expected.came()
    this.#keepTime()
  }

  /** At once, even while the store is stalled: who returns before it has recovered must be let in again. */
  leave(seat: Seat): void {
    if (!this.seats.has(seat)) return
    const { person, pose } = seat
    if (pose !== undefined) this.#lastSeen.set(person, pose)
    this.seats.leave(person)
    if (this.plays(seat)) {
      this.#goAway(person)
      if (this.alone || this.#options.isStalled()) this.#options.onLeft()
    } else this.#goes(seat)
    this.#keepTime()
  }

  /** Done: the person asked to leave, and that is durable. */
  letGo(seat: Seat): void {
    if (!this.seats.has(seat)) return
    const { participants } = this.#options.rules.runner.state
    if (participants[seat.person]?.connected === false) this.dismiss(seat.person, 'left')
    else {
      this.leave(seat)
      seat.listener.closed('left')
    }
  }

  /** A fault with them alone: they may join again. */
  expel(seat: Seat): void {
    if (!this.seats.has(seat)) return
    this.leave(seat)
    seat.listener.closed('fault')
  }

  /** The rules know already. */
  dismiss(person: string, why: Closing): void {
    const seat = this.seats.find(person)
    this.seats.leave(person)
    if (seat !== undefined && !this.plays(seat)) this.#goes(seat)
    this.#keepTime()
    seat?.listener.closed(why)
  }

  /** The rules have heard who came and went. */
  ticked(): void {
    this.#presence.ticked()
  }
  waitForStorage(): void {
    this.#presence.waitForStorage(this.seats.members.keys())
  }
  goOn(): void {
    this.#presence.goOn(this.seats.members.keys())
  }
  stop(): void {
    this.#time.stop()
  }

  #goAway(person: string): void {
    this.#presence.goAway(person)
    this.#expected.lost(person)
  }

  /** Who is not in the rules may have a part in the live session. */
  #goes({ person, kind, livesIn }: Seat): void {
    const { live } = this.#options.rules.runner.state
    if (!livesIn && !isMentioned(live, person)) return
    if (kind === 'spectator') this.#presence.gone(person)
    else this.#expected.away(person)
  }

  #keepTime(): void {
    if (!this.alone) this.#time.goOn()
    else if (this.#options.isOver()) this.#time.stop()
    else this.#time.wait()
  }
}
