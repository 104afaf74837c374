import type { EngineState } from '#shared/procedure/state.ts'
import type { IntentAnswer, IntentMessage } from '#shared/protocol/messages.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/messages.ts'
import type { PublicWorld } from '#shared/session/public-world.ts'
import { commitOf } from './commit-of.ts'
import { CommitQueue } from './commit-queue.ts'
import { PendingAnswers } from './pending-answers.ts'
import { Presence } from './presence.ts'
import type { TickResult, Viewer } from './rules.ts'
import type { Listener, Member } from './seat.ts'
import { Seat } from './seat.ts'
import type { TrainingSessionOptions } from './training-session-options.ts'

export const TICK_MS = 50
/** When the disk is this far behind (2 s), time waits for it instead of memory filling up. */
const MOST_UNCOMMITTED_TICKS = 40
const ABANDON_AFTER_MS = 10 * 60_000

/** A session at the authority: runs the rules, keeps the log, tells its members. Knows no transport. */
export class TrainingSession {
  readonly #options: TrainingSessionOptions
  readonly #commits: CommitQueue
  readonly #presence: Presence
  readonly #seats = new Map<string, Seat>()
  readonly #known = new Set<string>()
  readonly #pending = new PendingAnswers()
  readonly #worldListeners = new Set<(world: PublicWorld) => void>()
  /** As of the last durable tick. */
  #world: PublicWorld
  #durable: EngineState
  #stopTicking: (() => void) | undefined
  #stopAlone: (() => void) | undefined
  #broken = false
  #closed = false

  constructor(options: TrainingSessionOptions) {
    this.#options = options
    this.#durable = options.rules.runner.state
    this.#world = options.rules.world()
    this.#presence = new Presence(options.rules.runner)
    for (const person of Object.keys(this.#durable.participants)) this.#known.add(person)
    this.#commits = new CommitQueue({
      session: options.id,
      journal: options.journal,
      clock: options.clock,
      onStalled: (error) => this.#guard(() => this.#stall(error)),
      onRecovered: () => this.#guard(() => this.#recover()),
      onBroken: (error) => this.#break(error),
    })
    this.#waitAlone()
  }

  get id(): string {
    return this.#options.id
  }
  get world(): PublicWorld {
    return this.#world
  }
  get tickNumber(): number {
    return this.#options.rules.runner.state.tick
  }
  get ended(): boolean {
    return this.#durable.phase === 'ended'
  }
  get alone(): boolean {
    return this.#seats.size === 0
  }

  /** Calls back after each durable tick; returns what stops it. */
  onWorld(listener: (world: PublicWorld) => void): () => void {
    this.#worldListeners.add(listener)
    return () => this.#worldListeners.delete(listener)
  }

  /**
   * A person's newest connection takes over from an older one, which is told and heard no more. Undefined when this
   * object lets nobody in any more: it broke, or the server stops.
   */
  join(viewer: Viewer, listener: Listener): Member | undefined {
    if (this.#broken || this.#closed) return undefined
    const { id, scenario, spawnOf, rules } = this.#options
    const { person, role } = viewer
    const replaced = this.#seats.get(person)
    replaced?.listener.closed('replaced')
    const seat = new Seat(viewer, listener)
    this.#seats.set(person, seat)
    this.#stopAlone?.()
    listener.welcome({
      protocol: PROTOCOL_VERSION,
      session: id,
      person,
      kind: 'participant',
      role,
      moderates: false,
      epoch: seat.epoch,
      spawn: spawnOf(role),
      scenario,
    })
    seat.show(rules.view(seat, this.#durable))
    // A connection that takes over brings nobody new, unless its person has just asked to leave.
    if (replaced === undefined || rules.runner.state.participants[person]?.connected === false)
      this.#presence.arrive(person, role, this.#commits.stalled)
    this.#stopTicking ??= this.#options.ticker.every(TICK_MS, () => this.tick())
    return {
      intend: (message) => this.#intend(seat, message),
      pose: (pose) => void (seat.pose = pose),
      leave: () => this.#leave(seat),
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
    const { runner } = this.#options.rules
    if (runner.state.phase !== 'ended') runner.offer({ kind: 'abandon' })
    this.#advance()
    await this.#commits.idle()
  }

  /** The server stops: everybody is away, everything in hand becomes durable. */
  async close(): Promise<void> {
    this.#closed = true
    for (const seat of this.#seats.values()) this.#leave(seat)
    this.#stopTicking?.()
    this.#stopAlone?.()
    await this.#commits.idle()
  }

  #advance(): void {
    const { rules, clock } = this.#options
    this.#guard(() => {
      if (rules.runner.state.phase === 'running') this.#observe()
      const result = rules.runner.tick()
      const { state } = rules.runner
      const world = rules.world()
      const release = (): void => this.#release(result, state, world)
      this.#commits.push(commitOf(result, { rules, nowMs: clock.nowMs(), known: this.#known, release }))
    })
  }

  #observe(): void {
    const { rules } = this.#options
    for (const { person, pose } of this.#seats.values()) {
      if (pose !== undefined) for (const input of rules.observe(person, pose)) rules.runner.offer(input)
    }
  }

  #release({ tick, answers, events }: TickResult, state: EngineState, world: PublicWorld): void {
    const { rules, onStatements, onClosed } = this.#options
    const endedNow = this.#durable.phase !== 'ended' && state.phase === 'ended'
    this.#durable = state
    this.#world = world
    for (const listener of this.#worldListeners) listener(world)
    for (const seat of this.#seats.values()) {
      const cues = rules.cues(seat, events, state)
      if (cues.length > 0) seat.listener.cues({ tick, cues })
      seat.show(rules.view(seat, state))
    }
    for (const answer of answers) this.#pending.give(answer)
    if (events.length > 0) onStatements()
    if (endedNow) onClosed()
  }

  #intend(seat: Seat, message: IntentMessage): Promise<IntentAnswer> {
    const { rules } = this.#options
    const { person, role } = seat
    const no = (reason: Exclude<IntentAnswer, { ok: true }>['reason']): Promise<IntentAnswer> =>
      Promise.resolve({ ok: false, reason })
    if (this.#seats.get(person) !== seat) return no('stale-epoch')
    if (this.#broken || this.#commits.stalled) return no('storage-unavailable')
    if (message.epoch !== seat.epoch && !rules.runner.knows(person, message.epoch, message.seq))
      return no('stale-epoch')
    const answer = this.#pending.wait(person, message.epoch, message.seq)
    // The answer goes out first.
    if (message.action === 'leave')
      void answer.then(({ ok }) => ok && setImmediate(() => this.#guard(() => this.#letGo(seat))))
    rules.runner.offer({
      kind: 'intent',
      intent: rules.enrich({ ...message, actor: person, role }, seat.pose),
    })
    return answer
  }

  /** Done: the person asked to leave, and that is durable. */
  #letGo(seat: Seat): void {
    if (this.#seats.get(seat.person) !== seat) return
    const isGone = this.#options.rules.runner.state.participants[seat.person]?.connected === false
    if (isGone) this.#unseat(seat)
    else this.#leave(seat)
    seat.listener.closed('left')
  }

  /** At once, even while the store is stalled: who returns before it has recovered must be let in again. */
  #leave(seat: Seat): void {
    if (this.#seats.get(seat.person) !== seat) return
    this.#seats.delete(seat.person)
    this.#presence.goAway(seat.person)
    this.#advance()
    this.#unseat(seat)
  }

  #unseat({ person }: Seat): void {
    this.#seats.delete(person)
    if (this.alone) this.#waitAlone()
  }

  /** Without members a session has no ticks; ten minutes later it is over. */
  #waitAlone(): void {
    this.#stopTicking?.()
    this.#stopTicking = undefined
    if (this.ended || this.#broken) return
    this.#stopAlone = this.#options.clock.after(ABANDON_AFTER_MS, () => {
      if (!this.alone || this.ended) return
      this.#options.log('info', 'session abandoned', { session: this.id })
      this.abandon().catch((error: unknown) =>
        this.#options.log('error', 'abandon', { session: this.id, error }),
      )
    })
  }

  /** Time stops, and members see why at once: this one view cannot wait for the store that is its subject. */
  #stall(error: Error): void {
    const { log, rules } = this.#options
    log('error', 'storage', { session: this.id, error })
    this.#presence.waitForStorage(this.#seats.keys())
    this.#advance()
    for (const seat of this.#seats.values()) seat.show(rules.view(seat, rules.runner.state))
  }

  #recover(): void {
    this.#options.log('info', 'storage is back', { session: this.id })
    this.#presence.goOn(this.#seats.keys())
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
    this.#stopTicking?.()
    this.#stopAlone?.()
    this.#options.log('error', 'session broken', { session: this.id, error })
    this.#pending.giveAll({ ok: false, reason: 'storage-unavailable' })
    void this.#giveUp()
  }

  /** Nobody is sent to join anew before the last append is answered: the log must be whole when it is read. */
  async #giveUp(): Promise<void> {
    this.#commits.close()
    await this.#commits.idle()
    try {
      this.#options.onClosed()
      for (const seat of this.#seats.values()) seat.listener.closed('broken')
    } catch (error) {
      this.#options.log('error', 'session given up', { session: this.id, error })
    }
  }
}
