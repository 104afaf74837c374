import type { EngineState } from '#shared/procedure/state.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import type { PublicWorld } from '#shared/session/public-world.ts'
import { Acting } from './acting.ts'
import { Attendance } from './attendance.ts'
import { botsOf } from './bots.ts'
import { commitOf } from './commit-of.ts'
import { CommitQueue } from './commit-queue.ts'
import type { DoorRefusal, House } from './door.ts'
import { admit } from './door.ts'
import { LiveShown } from './live-shown.ts'
import { offerOwnInputs } from './own-inputs.ts'
import type { Place } from './places.ts'
import { placesIn } from './places.ts'
import type { PublicMember } from './people.ts'
import { peopleOf } from './people.ts'
import type { TickResult } from './rules.ts'
import type { Comer, Listener, Member } from './seat.ts'
import { Seat } from './seat.ts'
import { tell } from './tell.ts'
import type { TrainingSessionOptions } from './training-session-options.ts'
import { welcomeOf } from './welcome-of.ts'

/** When the disk is this far behind (2 s), time waits for it instead of memory filling up. */
const MOST_UNCOMMITTED_TICKS = 40

type Admitted = { ok: true; role: string } | { ok: false; reason: DoorRefusal | 'session-closed' }
type Joined = { ok: true; member: Member } | Exclude<Admitted, { ok: true }>

/** A session at the authority: runs the rules, keeps the log, tells its members. Knows no transport. */
export class TrainingSession {
  readonly live: LiveShown
  readonly #options: TrainingSessionOptions
  readonly #commits: CommitQueue
  readonly #attendance: Attendance
  readonly #acting: Acting
  readonly #known = new Set<string>()
  readonly #worldListeners = new Set<(world: PublicWorld) => void>()
  /** As of the last durable tick. */
  #world: PublicWorld
  #durable: EngineState
  #broken = false
  #closed = false

  constructor(options: TrainingSessionOptions) {
    this.#options = options
    this.#durable = options.rules.runner.state
    this.#world = options.rules.world()
    this.live = new LiveShown(options.rules, () => this.#durable)
    for (const person of Object.keys(this.#durable.participants)) this.#known.add(person)
    if (this.#known.size === 0) for (const bot of botsOf(options.rules.roles)) options.rules.runner.offer(bot)
    this.#commits = new CommitQueue({
      session: options.id,
      journal: options.journal,
      clock: options.clock,
      onStalled: (error) => this.#guard(() => this.#stall(error)),
      onRecovered: () => this.#guard(() => this.#recover()),
      onBroken: (error) => this.#break(error),
    })
    this.#attendance = new Attendance({
      rules: options.rules,
      clock: options.clock,
      ticker: options.ticker,
      isStalled: () => this.#commits.stalled,
      isOver: () => this.ended || this.#broken,
      onTick: () => this.tick(),
      onLeft: () => this.#advance(),
      onAbandoned: () => this.#endAlone(),
    })
    this.#acting = new Acting({
      rules: options.rules,
      host: options.host,
      attendance: this.#attendance,
      isStuck: () => this.#broken || this.#commits.stalled,
      onLetGo: (seat) => setImmediate(() => this.#guard(() => this.#attendance.letGo(seat))),
    })
  }

  get id(): string {
    return this.#options.id
  }
  get host(): string {
    return this.#options.host
  }
  get world(): PublicWorld {
    return this.#world
  }
  get tickNumber(): number {
    return this.#state.tick
  }
  get ended(): boolean {
    return this.#durable.phase === 'ended'
  }
  get alone(): boolean {
    return this.#attendance.alone
  }
  get spectators(): number {
    return this.#attendance.seats.spectators.size
  }
  get locked(): boolean {
    return this.#world.locked
  }
  get title(): LanguageMap {
    return this.#options.rules.title
  }
  get places(): Place[] {
    return placesIn(this.#house)
  }
  get people(): Readonly<Record<string, PublicMember>> {
    return peopleOf(this.#world, this.#attendance.seats)
  }
  get #state(): EngineState {
    return this.#options.rules.runner.state
  }
  get #house(): House {
    const { host, rules } = this.#options
    return { host, roles: rules.roles, state: this.#state, seats: this.#attendance.seats }
  }

  /** Calls back after each durable tick; returns what stops it. */
  onWorld(listener: (world: PublicWorld) => void): () => void {
    this.#worldListeners.add(listener)
    return () => this.#worldListeners.delete(listener)
  }

  /** Title of the step this person is at, for who leads; what the mode hides from those in it, a host among them is not told either. */
  stepOf(person: string, asker: Pick<Comer, 'kind'>): LanguageMap | null {
    const { rules } = this.#options
    if (!rules.showsSteps && asker.kind !== 'instructor') return null
    return rules.dueStep({ person, role: this.#durable.participants[person]?.role ?? '' }, this.#durable)
  }

  /** The role in which somebody would come in, or why not. */
  admits(comer: Comer): Admitted {
    if (this.#broken || this.#closed) return { ok: false, reason: 'session-closed' }
    return admit(comer, this.#house)
  }

  join(comer: Comer, listener: Listener): Joined {
    const admitted = this.admits(comer)
    if (!admitted.ok) return admitted
    const { id, rules } = this.#options
    const seat = new Seat({ ...comer, role: admitted.role }, listener)
    this.#attendance.enter(seat)
    const welcome = welcomeOf(seat, this.#options)
    listener.welcome(welcome)
    seat.show(rules.view(seat.viewer(this.#durable, id), this.#durable))
    return {
      ok: true,
      member: {
        moderates: welcome.moderates,
        intend: (message) => this.#acting.intend(seat, message),
        moderate: (act) => this.#acting.moderate(seat, act),
        live: (act) => this.#acting.live(seat, act),
        pose: (pose) => void (seat.pose = pose),
        leave: () => this.#attendance.leave(seat),
      },
    }
  }

  /**
   * Admits what has come in and advances by one tick. Nothing it brings about is told before it is durable. Does nothing while the store is stalled or far behind.
   */
  tick(): void {
    if (this.#commits.stalled || this.#commits.depth >= MOST_UNCOMMITTED_TICKS) return
    this.#advance()
  }

  /**
   * Ticks up to the number, or until time stands still (paused, ended); resolves when that is durable. A session that
   * stands there already is left as it is.
   */
  async advanceTo(tick: number): Promise<void> {
    for (;;) {
      await this.#commits.idle()
      const before = this.tickNumber
      for (let n = 0; n < MOST_UNCOMMITTED_TICKS && this.tickNumber < tick; n++) this.tick()
      if (this.tickNumber >= tick || this.tickNumber === before) return this.#commits.idle()
    }
  }

  /** Ends a run that was left alone; resolves when its records are durable. */
  async abandon(): Promise<void> {
    if (this.#state.phase !== 'ended') this.#options.rules.runner.offer({ kind: 'abandon' })
    this.#advance()
    await this.#commits.idle()
  }

  /** The server stops: everybody is away, everything in hand becomes durable. */
  async close(): Promise<void> {
    this.#closed = true
    for (const seat of this.#attendance.seats.all) this.#attendance.leave(seat)
    this.#attendance.stop()
    await this.#commits.idle()
  }

  #advance(): void {
    const { rules, clock } = this.#options
    this.#guard(() => {
      if (this.#state.phase === 'running')
        offerOwnInputs(rules, this.#attendance, (seat, work) => this.#apart(seat, work))
      const answer = this.#acting.beginTick()
      const result = rules.runner.tick()
      this.#attendance.ticked()
      const state = this.#state
      const world = rules.world()
      const release = (): void => {
        this.#release(result, state, world)
        answer(result)
      }
      this.#commits.push(commitOf(result, { rules, nowMs: clock.nowMs(), known: this.#known, release }))
    })
  }

  #release(result: TickResult, state: EngineState, world: PublicWorld): void {
    const { onStatements, onClosed } = this.#options
    const endedNow = this.#durable.phase !== 'ended' && state.phase === 'ended'
    this.#durable = state
    this.#world = world
    for (const listener of this.#worldListeners) listener(world)
    this.#tell(result, state)
    if (result.events.length > 0) onStatements()
    if (endedNow) onClosed()
  }

  #tell({ tick, events }: Pick<TickResult, 'tick' | 'events'>, state: EngineState): void {
    const { id, rules } = this.#options
    tell({ session: id, rules, seats: this.#attendance.seats, tick, events, state }, (seat, work) =>
      this.#apart(seat, work),
    )
  }

  #endAlone(): void {
    if (!this.alone || this.ended) return
    this.#options.log('info', 'session abandoned', { session: this.id })
    this.abandon().catch((error: unknown) =>
      this.#options.log('error', 'abandon', { session: this.id, error }),
    )
  }

  /** Time stops, and members see why at once: this one view cannot wait for the store that is its subject. */
  #stall(error: Error): void {
    this.#options.log('error', 'storage', { session: this.id, error })
    this.#attendance.waitForStorage()
    this.#advance()
    this.#tell({ tick: this.tickNumber, events: [] }, this.#state)
  }

  #recover(): void {
    this.#options.log('info', 'storage is back', { session: this.id })
    this.#attendance.goOn()
  }

  /** A fault with one of them is theirs alone: they join again, the others go on. */
  #apart(seat: Seat, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#options.log('error', 'member', { session: this.id, error })
      setImmediate(() => this.#guard(() => this.#attendance.expel(seat)))
    }
  }

  #guard(work: () => void): void {
    if (this.#broken) return
    try {
      work()
    } catch (error) {
      this.#break(error instanceof Error ? error : new Error(String(error)))
    }
  }

  /** A fault of ours or of the store ends this object, not the process; who joins anew gets the session rebuilt from its log. */
  #break(error: Error): void {
    if (this.#broken) return
    this.#broken = true
    this.#attendance.stop()
    this.#options.log('error', 'session broken', { session: this.id, error })
    this.#acting.giveUp()
    void this.#giveUp()
  }

  /** Nobody is sent to join anew before the last append is answered: the log must be whole when it is read. */
  async #giveUp(): Promise<void> {
    this.#commits.close()
    await this.#commits.idle()
    try {
      this.#options.onClosed()
      for (const seat of this.#attendance.seats.all) seat.listener.closed('broken')
    } catch (error) {
      this.#options.log('error', 'session given up', { session: this.id, error })
    }
  }
}
