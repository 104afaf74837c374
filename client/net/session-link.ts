import type { LiveAct, LiveAnswer } from '#shared/live/acts.ts'
import type { IntentParams } from '#shared/procedure/intent.ts'
import type { IntentAnswer, WelcomeMessage } from '#shared/protocol/messages.ts'
import type { ClockAnswer, MemberAnswer, MemberKind, Moderation, Roster } from '#shared/protocol/members.ts'
import type { ClientEdition, Cue, PrivateView } from '#shared/protocol/views.ts'
import { writable } from '#client/runtime/readable.ts'
import type { Readable } from '#client/runtime/readable.ts'
import type { ApiResult, Problem } from '#client/problem.ts'
import { createFrames } from './frames.ts'
import { createIntentQueue } from './intent-queue.ts'
import { createLive } from './live.ts'
import type { LiveMirror } from './live.ts'
import { membersMirror } from './members.ts'
import type { MembersClient } from './members.ts'
import { worldMirror } from './public-world.ts'
import type { PublicWorldClient } from './public-world.ts'
import type { LeftWhy, RoomConnector, RoomPort } from './room-port.ts'
import { retryDelayMs } from './retry-delay.ts'

export type LinkStatus = 'connecting' | 'online' | 'reconnecting' | 'ended' | 'refused'

/** One trainee's line to a running session; it outlives connections and server restarts. */
export interface SessionLink extends LiveMirror {
  readonly edition: ClientEdition
  readonly session: string
  /** Empty strings until the first welcome. */
  readonly me: Readonly<Me>
  readonly view: Readable<PrivateView | null>
  readonly world: Readable<PublicWorldClient>
  readonly members: Readable<MembersClient>
  /** Only for those who may moderate. */
  readonly roster: Readable<Roster | null>
  readonly status: Readable<LinkStatus>
  /** Why there is no way back in, when status is `refused`. */
  readonly problem: Readable<Problem | null>
  /** Acts waiting for the authority's answer; they are kept through lost connections. */
  readonly waiting: Readable<number>
  act(action: string, target?: string, params?: IntentParams): Promise<IntentAnswer>
  /** Neither this nor `liveAct` is kept or resent: without a connection the answer is `not-now`. */
  moderate(act: Moderation): Promise<MemberAnswer>
  /** The way of watching alone is told again to a new connection: the authority ends it with the old one. */
  liveAct(act: LiveAct): Promise<LiveAnswer>
  /** Null when no answer came. `t0` comes back as it was given. */
  requestClock(t0: number): Promise<ClockAnswer | null>
  /** False: dropped, because there is no open connection or it is behind; never queued. */
  sendPose(bytes: Uint8Array): boolean
  /** Shared pose frames as they come, to the first listener also those that came before; the bytes are the listener's to keep. */
  onPoses(callback: (bytes: Uint8Array) => void): () => void
  onCue(callback: (cue: Cue) => void): () => void
  close(): void
}

interface Me {
  person: string
  /** At the join; a role taken over later stands in `members`. */
  role: string
  kind: MemberKind
  moderates: boolean
  spawn: string
}

export interface SessionLinkOptions {
  edition: ClientEdition
  session: string
  /** A fresh single-use ticket for every attempt; the first one may be the one the run was made with. */
  ticket: () => Promise<ApiResult<{ ticket: string }>>
  /** Instead of joining again when the room says that this person is another kind of member now. */
  comeBack?: () => void
  connect: RoomConnector
  nowMs: () => number
  setTimer: (callback: () => void, delayMs: number) => () => void
  random: () => number
}

const finalCodes = { elsewhere: 'elsewhere', done: 'left', removed: 'removed' } as const
const notNow = { ok: false, reason: 'not-now' } as const

export function createSessionLink(options: SessionLinkOptions): SessionLink {
  const me: Me = { person: '', role: '', kind: 'participant', moderates: false, spawn: '' }
  const view = writable<PrivateView | null>(null)
  const status = writable<LinkStatus>('connecting')
  const problem = writable<Problem | null>(null)
  const mirror = worldMirror()
  const who = membersMirror()
  const roster = writable<Roster | null>(null)
  const { drawn, ...mirrored } = createLive()
  const queue = createIntentQueue()
  const cueListeners = new Set<(cue: Cue) => void>()
  const poses = createFrames()
  let room: RoomPort | null = null
  let watch: LiveAct | undefined
  let attempt = 0
  let refusedJoins = 0
  let closed = false
  let cancelTimer = () => {}

  function finish(next: 'ended' | 'refused') {
    if (status.get() !== 'ended') status.set(next)
    cancelTimer()
    queue.abandon()
  }

  function lost(dropped: RoomPort | null) {
    if (closed || dropped !== room) return
    room = null
    queue.detach()
    const over = status.get() === 'ended' || status.get() === 'refused'
    if (over) return
    if (me.person !== '') status.set('reconnecting')
    cancelTimer = options.setTimer(() => void join(), retryDelayMs(attempt, options.random()))
    attempt += 1
  }

  function welcomed(joined: RoomPort, message: WelcomeMessage) {
    const { person, role, kind, moderates, spawn } = message
    Object.assign(me, { person, role, kind, moderates, spawn })
    attempt = 0
    refusedJoins = 0
    if (status.get() !== 'ended') status.set('online')
    queue.attach(message.epoch, (intent) => joined.request(intent))
    if (watch) void joined.ask('live', watch)
  }

  async function join() {
    const granted = await options.ticket()
    if (closed) return
    if (!granted.ok) {
      if (granted.problem.transient) return lost(room)
      problem.set(granted.problem)
      return finish(granted.problem.code === 'ended' ? 'ended' : 'refused')
    }
    const joining = await options.connect(options.session, granted.value.ticket)
    if (!joining.ok) {
      // One ticket may have grown old on the way; a fresh one that is refused too is a "no".
      refusedJoins += 1
      if (joining.problem.transient || refusedJoins < 3) return lost(room)
      problem.set(joining.problem)
      return finish('refused')
    }
    if (closed) return joining.value.leave()
    const joined = joining.value
    room = joined
    poses.forget()
    joined.listen({
      welcome: (message) => welcomed(joined, message),
      view(next) {
        view.set(next)
        if (next.phase === 'ended') finish('ended')
      },
      cues(cues) {
        for (const cue of cues) for (const listener of cueListeners) listener(cue)
      },
      state(state, members) {
        mirror.update(state)
        who.update(members)
      },
      roster: (next) => roster.set(next),
      live(next) {
        mirrored.live.set(next)
        if (!me.moderates && next.leader !== me.person) mirrored.lead.set(null)
      },
      lead: (next) => mirrored.lead.set(next),
      drawings: (changes) => void drawn(changes).catch(() => {}),
      poses: poses.tell,
      left: (why) => left(joined, why),
    })
  }

  function left(joined: RoomPort, why: LeftWhy) {
    if (why === 'lost' || (why === 'come-back' && !options.comeBack)) return lost(joined)
    if (closed || room !== joined) return
    room = null
    if (why === 'come-back') return options.comeBack?.()
    if (status.get() !== 'ended')
      problem.set({ status: 0, code: finalCodes[why], message: '', hint: '', transient: false })
    finish('refused')
  }

  void join()
  return {
    edition: options.edition,
    session: options.session,
    me,
    view,
    world: mirror.world,
    members: who.members,
    roster,
    ...mirrored,
    status,
    problem,
    waiting: queue.waiting,
    act: (action, target, params) =>
      queue.submit({
        action,
        ...(target !== undefined && { target }),
        ...(params && { params }),
        clientTime: Math.round(options.nowMs()),
      }),
    moderate: async (message) => (await room?.ask('moderate', message)) ?? notNow,
    async liveAct(act) {
      if (act.act === 'watch') watch = act
      return (await room?.ask('live', act)) ?? notNow
    },
    requestClock: async (t0) => (await room?.ask('clock', { t0 })) ?? null,
    sendPose: (bytes) => room?.sendPose(bytes) ?? false,
    onPoses: poses.listen,
    onCue(callback) {
      cueListeners.add(callback)
      return () => void cueListeners.delete(callback)
    },
    close() {
      closed = true
      cancelTimer()
      queue.abandon()
      room?.leave()
      room = null
    },
  }
}
