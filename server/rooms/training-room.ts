import type { AuthContext, Client } from '@colyseus/core'
import { ServerError } from '@colyseus/core'
import type { PeopleStore } from '#server/people/people-store.ts'
import type { Admission, Tickets } from '#server/people/tickets.ts'
import type { Clock } from '#server/sessions/clock.ts'
import type { Closing } from '#server/sessions/seat.ts'
import type { TrainingSession } from '#server/sessions/training-session.ts'
import type { TrainingSessions } from '#server/sessions/training-sessions.ts'
import { limitWarnings } from '#server/telemetry/limit-warnings.ts'
import type { Log } from '#server/telemetry/log.ts'
import type { Refusal } from '#shared/procedure/intent.ts'
import * as protocol from '#shared/protocol/messages.ts'
import { decodePoseFrame } from '#shared/protocol/pose-frame.ts'
import { TrainingState } from '#shared/protocol/training-state.ts'
import { Company } from './company.ts'
import { LiveBoard } from './live-board.ts'
import { mirrorWorld } from './mirror-world.ts'
import { PoseRelay } from './pose-relay/pose-relay.ts'
import { createRequests } from './requests.ts'
import { SafeRoom } from './safe-room.ts'
import { send } from './send.ts'
import { StateFlow } from './state-flow.ts'

export type TrainingRoomDeps = {
  readonly sessions: TrainingSessions
  readonly tickets: Tickets
  readonly people: Pick<PeopleStore, 'label'>
  readonly log: Log
  /** Real time, whatever the clock of sessions: people's hands move in it. */
  readonly after: Clock['after']
}

/** Of one room, in the log. */
export const WARNINGS = { perSecond: 1, burst: 5 } as const
/** Rosters, and views for who leads, at most so often; lines are asked every fourth time. */
const PULSE_MS = 500
const PULSES_PER_PING = 4
const closings: Readonly<Record<Closing, readonly [code: number, why: string]>> = {
  replaced: [protocol.CLOSE_REPLACED, 'joined from elsewhere'],
  broken: [protocol.CLOSE_BROKEN, 'join again'],
  fault: [protocol.CLOSE_BROKEN, 'join again'],
  left: [protocol.CLOSE_LEFT, 'left'],
  removed: [protocol.CLOSE_REMOVED, 'removed'],
  'come-back': [protocol.CLOSE_COME_BACK, 'come back as another kind of member'],
}

/** The Colyseus room class over these sessions: joins, decodes, hands over and mirrors; it decides nothing. */
export function defineTrainingRoom({
  sessions,
  tickets,
  people,
  log,
  after,
}: TrainingRoomDeps): new () => SafeRoom<TrainingState> {
  return class TrainingRoom extends SafeRoom<TrainingState> {
    protected readonly log = limitWarnings(log, WARNINGS, () => performance.now())
    override state = new TrainingState()
    readonly #bornMs = performance.now()
    readonly #poses = new PoseRelay({
      clock: { nowMs: () => this.#sessionMs(), after: (ms, callback) => this.#later(ms, callback) },
      log: this.log,
    })
    readonly #flow = new StateFlow({
      receivers: () => this.clients.length,
      nowMs: () => performance.now(),
      after: (ms, callback) => void this.clock.setTimeout(callback, ms),
      send: () => this.#showCompany(),
    })
    #session!: TrainingSession
    #company!: Company
    #board!: LiveBoard
    #stopWorld: () => void = () => {}

    /** Runs on the matchmaking request; what it returns becomes `client.auth`. */
    static override async onAuth(
      token: string | undefined,
      options: unknown,
      _context: AuthContext,
    ): Promise<Admission> {
      const redeemed = await tickets.redeem(token, sessionOf(options))
      if (!redeemed.ok) throw new ServerError(401, redeemed.reason)
      const session = await sessions.open(sessionOf(options))
      if (session === undefined) throw new ServerError(404, 'unknown-session')
      const admitted = session.admits(redeemed.admission)
      if (!admitted.ok) throw notIn(admitted.reason)
      return redeemed.admission
    }

    protected override async open(options: unknown): Promise<void> {
      const session = await sessions.open(sessionOf(options))
      if (session === undefined) throw new ServerError(404, 'unknown-session')
      this.#session = session
      const onChanged = (): void => this.#flow.changed()
      this.#company = new Company({ session, people, poses: this.#poses, log: this.log, onChanged })
      this.#board = new LiveBoard({
        live: session.live,
        connections: () => this.#company.connections,
        receivers: () => this.clients.length,
        nowMs: () => performance.now(),
        after: (ms, callback) => void this.#later(ms, callback),
      })
      mirrorWorld(this.state, session.world)
      this.#stopWorld = session.onWorld((world) => {
        mirrorWorld(this.state, world)
        this.#company.tellRelay(world)
        this.#board.changed()
        this.#flow.changed()
      })
      const requests = createRequests({
        company: this.#company,
        poses: this.#poses,
        sessionMs: () => this.#sessionMs(),
        log: this.log,
      })
      // Colyseus answers a request with what the promise resolves to, though its types say void.
      for (const [name, answer] of Object.entries(requests))
        this.onMessage(name, (client: Client, payload: unknown): unknown => answer(client, payload))
      this.onMessageBytes(protocol.POSE_BYTES, (client: Client, bytes: Uint8Array) =>
        this.#pose(client, bytes),
      )
      let pulses = 0
      this.clock.setInterval(() => {
        if (pulses++ % PULSES_PER_PING === 0) this.#company.measureLines()
        this.#company.sendRosters()
        this.#board.pulse()
      }, PULSE_MS)
    }

    override onJoin(client: Client): void {
      const { session, ...who } = client.auth as Admission
      if (session !== this.#session.id) throw new ServerError(403, 'wrong-ticket')
      const joined = this.#session.join(who, {
        welcome: (message) => send(client, 'welcome', message),
        view: (view) => send(client, 'view', view),
        cues: (cues) => send(client, 'cues', cues),
        closed: (reason) => this.#close(client, reason),
      })
      if (!joined.ok) throw notIn(joined.reason)
      this.#board.enter(this.#company.enter(client, who, joined.member))
    }

    override onLeave(client: Client): void {
      this.#company.of(client)?.member.leave()
      this.#board.exit(client)
      this.#company.exit(client)
    }

    override onDispose(): void {
      this.#stopWorld()
      this.#poses.close()
    }

    /** Finer than the room's clock. A throw in a global timer would end every room. */
    #later(ms: number, callback: () => void): () => void {
      return after(ms, () => {
        try {
          callback()
        } catch (error) {
          this.log('error', 'room-timer', { room: this.roomId, error })
        }
      })
    }

    #sessionMs(): number {
      return performance.now() - this.#bornMs
    }

    #showCompany(): void {
      this.#company.mirror(this.state)
      this.sendState()
    }

    #close(client: Client, reason: Closing): void {
      // Who joins anew gets a new room, over the session rebuilt.
      if (reason === 'broken') void this.lock()
      this.#company.exit(client)
      client.leave(...closings[reason])
    }

    #pose(client: Client, bytes: Uint8Array): void {
      const connection = this.#company.of(client)
      if (connection === undefined) return
      const { member, slot } = connection
      if (!connection.may('poses')) return this.#refuse(client, 'too-many', 'pose frames')
      if (slot === 0) return this.#refuse(client, 'wrong-role', 'spectators have no body')
      const decoded = decodePoseFrame(bytes)
      if (!decoded.ok) return this.#refuse(client, 'malformed', 'pose frame')
      for (const pose of decoded.poses) member.pose(pose)
      this.#poses.received(slot, decoded.poses)
    }

    protected override refuseFrame(client: Client, detail: string): void {
      this.#refuse(client, 'malformed', detail)
    }

    #refuse(client: Client, reason: Refusal, detail: string): void {
      if (this.#company.of(client)?.may('refusals') === true) send(client, 'refused', { reason, detail })
    }
  }
}

function notIn(reason: string): ServerError {
  return new ServerError(reason === 'session-closed' ? 503 : 403, reason)
}

function sessionOf(options: unknown): string {
  const session =
    typeof options === 'object' && options !== null && 'session' in options ? options.session : undefined
  return typeof session === 'string' ? session.slice(0, 64) : ''
}
