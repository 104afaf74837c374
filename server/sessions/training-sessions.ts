import { randomUUID } from 'node:crypto'
import { StorageError } from '#server/database/storage-error.ts'
import type { PinnedScenarios } from '#server/scenarios/pinned-scenarios.ts'
import type { Scenarios } from '#server/scenarios/scenarios.ts'
import type { Log } from '#server/telemetry/log.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import { bindRules } from './bind-rules.ts'
import type { Clock, Ticker } from './clock.ts'
import type { Journal, SessionRow } from './journal.ts'
import { BROKEN } from './journal.ts'
import { rebuild } from './rebuild.ts'
import { TrainingSession } from './training-session.ts'
import type { SessionMaterial } from './session-material.ts'
import { createHead, headBytes, loadMaterial } from './session-material.ts'

export type TrainingSessionsOptions = {
  readonly scenarios: Scenarios
  readonly pinned: PinnedScenarios
  readonly journal: Journal
  readonly clock: Clock
  readonly ticker: Ticker
  readonly log: Log
  readonly homePage: string
  /** Of the dice in a new session. */
  readonly seed: () => number
  /** Above this no run begins. */ readonly mostLive?: number
  onStatements(): void
}

export type StartRequest = {
  readonly scenario: string
  readonly mode: string
  readonly version?: string
  readonly person: string
  /** Who leads takes no part. */
  readonly kind: 'participant' | 'instructor'
  /** '' lets the authority choose. */
  readonly role: string
}
export type StartOutcome =
  | { ok: true; session: string; role: string }
  | { ok: false; reason: 'unknown-scenario' | 'unknown-mode' | 'unknown-role' | 'full' }

/** A class of forty, twelve times over. One that nobody is in costs memory alone. */
const MOST_LIVE = 500

/** All sessions of this process: begins them, takes unfinished ones up again, ends those left alone. */
export class TrainingSessions {
  readonly #options: TrainingSessionsOptions
  /** Promises, so that two who ask at once get one session. */
  readonly #open = new Map<string, Promise<TrainingSession | undefined>>()

  #closed = false

  constructor(options: TrainingSessionsOptions) {
    this.#options = options
  }

  /** Makes a session durable before anybody can join it. */
  async start(request: StartRequest): Promise<StartOutcome> {
    const { person, kind, role } = request
    const { scenarios, pinned, journal, clock, mostLive = MOST_LIVE } = this.#options
    if (this.#closed || this.#open.size >= mostLive) return { ok: false, reason: 'full' }
    const loaded = await scenarios.load(request.scenario, request.version)
    if (loaded === undefined) return { ok: false, reason: 'unknown-scenario' }
    if (!Object.hasOwn(loaded.scenario.modes, request.mode)) return { ok: false, reason: 'unknown-mode' }
    if (role !== '' && !loaded.scenario.roles.some(({ id }) => id === role))
      return { ok: false, reason: 'unknown-role' }
    const id = randomUUID()
    const registration = randomUUID()
    const head = createHead({
      id,
      registration,
      mode: request.mode,
      createdAt: clock.nowMs(),
      seed: this.#options.seed(),
      loaded,
    })
    await pinned.pin(loaded)
    const created = await journal.create({
      id,
      registration,
      mode: request.mode,
      createdAt: head.createdAt,
      scenario: { id: loaded.scenario.id, version: loaded.scenario.version },
      head: headBytes(head),
      host: person,
      persons: kind === 'participant' ? [person] : [],
    })
    if (!created.ok) throw new Error(`A new session id was taken already: ${id}.`)
    // From now on somebody watches over it: a run that nobody ever joins ends as abandoned too.
    const admitted = (await this.open(id))?.admits({ person, kind, role })
    if (admitted?.ok !== true) throw new Error(`The new session ${id} cannot be opened.`)
    return { ok: true, session: id, role: admitted.role }
  }

  /** The live session, or the one rebuilt from its log; undefined when there is none, or it is over, or it cannot be rebuilt. */
  open(id: string): Promise<TrainingSession | undefined> {
    const known = this.#open.get(id)
    if (known !== undefined) return known
    if (this.#closed) return Promise.resolve(undefined)
    const opening = this.#rebuild(id)
    this.#open.set(id, opening)
    const forget = (): void => void this.#open.delete(id)
    opening.then((session) => session ?? forget(), forget)
    return opening
  }

  /** Takes up what was unfinished when the server stopped, so that runs nobody returns to end with their records. */
  async takeUpUnfinished(): Promise<number> {
    const rows = await this.#options.journal.unfinished()
    for (const { id } of rows) {
      await this.open(id).catch((error: unknown) =>
        this.#options.log('error', 'rebuild', { session: id, error }),
      )
    }
    return rows.length
  }

  async live(): Promise<TrainingSession[]> {
    const sessions = await Promise.all(
      [...this.#open.values()].map((opening) => opening.catch(() => undefined)),
    )
    return sessions.filter((session) => session !== undefined)
  }

  /** From now on nothing is opened or begun. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all((await this.live()).map((session) => session.close()))
    this.#open.clear()
  }

  async #rebuild(id: string): Promise<TrainingSession | undefined> {
    const { journal } = this.#options
    const row = await journal.session(id)
    if (row === undefined || row.status === 'ended') return undefined
    try {
      return await this.#run(row, await loadMaterial(row, this.#options.pinned))
    } catch (error) {
      if (error instanceof StorageError) throw error
      await this.#endBroken(id, error)
      return undefined
    }
  }

  /** Rebuilding gives the same result every time, so it is tried once: then the session is over, without an end in its log. */
  async #endBroken(id: string, error: unknown): Promise<void> {
    const { journal, clock, log } = this.#options
    log('error', 'session cannot be rebuilt', { session: id, error })
    await journal.append({
      session: id,
      entries: [],
      statements: [],
      ended: { at: clock.nowMs(), outcome: BROKEN },
    })
  }

  async #run(row: SessionRow, material: SessionMaterial): Promise<TrainingSession> {
    const { journal, clock, ticker, log, onStatements, homePage } = this.#options
    const { scenario, head } = material
    const runner = await rebuild(row.id, material, journal)
    return new TrainingSession({
      id: row.id,
      host: row.host,
      scenario: { id: scenario.id, version: scenario.version, contentHash: head.scenario.hash },
      rules: bindRules({
        runner,
        material,
        homePage,
        learner: () => row.persons[0] ?? firstIn(runner.state) ?? row.host,
        nowMs: () => clock.nowMs(),
      }),
      journal,
      clock,
      ticker,
      log,
      onStatements,
      onClosed: () => void this.#open.delete(row.id),
    })
  }
}

/** Bots are nobody. */
function firstIn({ participants }: EngineState): string | undefined {
  return Object.keys(participants)
    .filter((person) => participants[person]?.bot !== true)
    .toSorted((a, b) => (participants[a]?.number ?? 0) - (participants[b]?.number ?? 0))[0]
}
