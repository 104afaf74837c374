import type { AuthContext, Client } from '@colyseus/core'
import { ServerError } from '@colyseus/core'
import type { Admission, Tickets } from '#server/people/tickets.ts'
import type { Listener, Member } from '#server/sessions/seat.ts'
import type { TrainingSession } from '#server/sessions/training-session.ts'
import type { TrainingSessions } from '#server/sessions/training-sessions.ts'
import { limitWarnings } from '#server/telemetry/limit-warnings.ts'
import type { Log } from '#server/telemetry/log.ts'
import { TokenBucket } from '#server/token-bucket.ts'
import type { Refusal } from '#shared/procedure/intent.ts'
import { intentMessage } from '#shared/protocol/intent-message.ts'
import type { IntentAnswer, RoomMessages } from '#shared/protocol/messages.ts'
import { CLOSE_BROKEN, CLOSE_LEFT, CLOSE_REPLACED, POSE_BYTES } from '#shared/protocol/messages.ts'
import { decodePoseFrame } from '#shared/protocol/pose-frame.ts'
import { INTENTS, POSE_FRAMES } from '#shared/protocol/rate-limits.ts'
import { TrainingState } from '#shared/protocol/training-state.ts'
import { mirrorWorld } from './mirror-world.ts'
import { SafeRoom } from './safe-room.ts'

export type TrainingRoomDeps = {
  readonly sessions: TrainingSessions
  readonly tickets: Tickets
  readonly log: Log
  readonly nowMs: () => number
}

/** One answer to nonsense per second is enough; a flood of it is not answered at all. */
const REFUSALS = { perSecond: 1, burst: 5 } as const
/** Of one room, in the log. */
export const WARNINGS = { perSecond: 1, burst: 5 } as const
const closings: Readonly<Record<Parameters<Listener['closed']>[0], readonly [code: number, why: string]>> = {
  replaced: [CLOSE_REPLACED, 'joined from elsewhere'],
  broken: [CLOSE_BROKEN, 'join again'],
  left: [CLOSE_LEFT, 'left'],
}

type Seat = {
  readonly member: Member
  readonly intents: TokenBucket
  readonly poses: TokenBucket
  readonly refusals: TokenBucket
}

/** The Colyseus room class over these sessions: joins, decodes, hands over and mirrors; it decides nothing. */
export function defineTrainingRoom({
  sessions,
  tickets,
  log,
  nowMs,
}: TrainingRoomDeps): new () => SafeRoom<TrainingState> {
  return class TrainingRoom extends SafeRoom<TrainingState> {
    protected readonly log = limitWarnings(log, WARNINGS, () => performance.now())
    override state = new TrainingState()
    override maxClients = 64
    #session!: TrainingSession
    #stopWorld: () => void = () => {}
    readonly #seats = new Map<Client, Seat>()

    /** Runs on the matchmaking request; what it returns becomes `client.auth`. */
    static override async onAuth(
      token: string | undefined,
      options: unknown,
      _context: AuthContext,
    ): Promise<Admission> {
      const redeemed = await tickets.redeem(token, sessionOf(options))
      if (!redeemed.ok) throw new ServerError(401, redeemed.reason)
      return redeemed.admission
    }

    protected override async open(options: unknown): Promise<void> {
      const session = await sessions.open(sessionOf(options))
      if (session === undefined) throw new ServerError(404, 'unknown-session')
      this.#session = session
      mirrorWorld(this.state, session.world)
      this.#stopWorld = session.onWorld((world) => {
        mirrorWorld(this.state, world)
        this.sendState()
      })
      // Colyseus answers the request with what the promise resolves to, though its types say void.
      this.onMessage('intent', (client: Client, payload: unknown): unknown => this.#intent(client, payload))
      this.onMessageBytes(POSE_BYTES, (client: Client, bytes: Uint8Array) => this.#pose(client, bytes))
    }

    override onJoin(client: Client): void {
      const { session, person, role } = client.auth as Admission
      if (session !== this.#session.id) throw new ServerError(403, 'wrong-ticket')
      const member = this.#session.join(
        { person, role },
        {
          welcome: (message) => send(client, 'welcome', message),
          view: (view) => send(client, 'view', view),
          cues: (cues) => send(client, 'cues', cues),
          closed: (reason) => {
            // Who joins anew gets a new room, over the session rebuilt.
            if (reason === 'broken') void this.lock()
            client.leave(...closings[reason])
          },
        },
      )
      if (member === undefined) throw new ServerError(503, 'session-closed')
      const bucket = (options: ConstructorParameters<typeof TokenBucket>[0]): TokenBucket =>
        new TokenBucket(options, nowMs())
      this.#seats.set(client, {
        member,
        intents: bucket(INTENTS),
        poses: bucket(POSE_FRAMES),
        refusals: bucket(REFUSALS),
      })
    }

    override onLeave(client: Client): void {
      this.#seats.get(client)?.member.leave()
      this.#seats.delete(client)
    }

    override onDispose(): void {
      this.#stopWorld()
    }

    /** A fault answers too: Colyseus would let the request resolve with nothing. */
    async #intent(client: Client, payload: unknown): Promise<IntentAnswer> {
      const seat = this.#seats.get(client)
      if (seat === undefined) return { ok: false, reason: 'not-now' }
      if (!seat.intents.take(performance.now())) return { ok: false, reason: 'too-many' }
      const parsed = intentMessage.safeParse(payload)
      if (!parsed.success)
        return { ok: false, reason: 'malformed', detail: parsed.error.issues[0]?.path.join('.') ?? '' }
      try {
        return await seat.member.intend(parsed.data)
      } catch (error) {
        log('error', 'intent', { session: this.#session.id, error })
        return { ok: false, reason: 'not-now', detail: 'fault' }
      }
    }

    #pose(client: Client, bytes: Uint8Array): void {
      const seat = this.#seats.get(client)
      if (seat === undefined) return
      if (!seat.poses.take(performance.now())) return this.#refuse(client, 'too-many', 'pose frames')
      const decoded = decodePoseFrame(bytes)
      if (!decoded.ok) return this.#refuse(client, 'malformed', 'pose frame')
      for (const pose of decoded.poses) seat.member.pose(pose)
    }

    protected override refuseFrame(client: Client, detail: string): void {
      this.#refuse(client, 'malformed', detail)
    }

    #refuse(client: Client, reason: Refusal, detail: string): void {
      if (this.#seats.get(client)?.refusals.take(performance.now()) === true)
        send(client, 'refused', { reason, detail })
    }
  }
}

function send<Name extends keyof RoomMessages>(
  client: Client,
  name: Name,
  message: RoomMessages[Name],
): void {
  client.send(name, message)
}

function sessionOf(options: unknown): string {
  const session =
    typeof options === 'object' && options !== null && 'session' in options ? options.session : undefined
  return typeof session === 'string' ? session.slice(0, 64) : ''
}
