import { Client } from 'colyseus.js'
import type { Room, SeatReservation } from 'colyseus.js'
import { createBody } from '#client/runtime/device/body.ts'
import { keepClock } from '#client/runtime/motion/clock-keeper.ts'
import { createPlayback } from '#client/runtime/motion/playback.ts'
import type { PlayedPerson } from '#client/runtime/motion/played-pose.ts'
import { createSessionClock } from '#client/runtime/motion/session-clock.ts'
import { createPoseSender } from '#client/runtime/session/pose-sender.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import type { ClockAnswer } from '#shared/protocol/members.ts'
import { POSE_BYTES, POSE_FRAMES_OUT, ROOM_NAME } from '#shared/protocol/messages.ts'
import { startBadNetwork } from '../network/bad-network.ts'
import type { LinkProfile } from '../network/link-model.ts'
import { Trainee } from '../run/trainee.ts'
import { startServer } from '../start-server.ts'
import { linkOf } from './link-of.ts'
import { wear } from './wear.ts'

export interface LivePair {
  /** By session time. */
  poseAt(atMs: number): PoseSample
  lengthMs: number
  network: LinkProfile
  seed: number
  /** Takes the attention: everybody looks through this person's eyes. */
  leads?: boolean
  /** After each frame of the spectator; session time by a clock that is asked past the bad network. */
  onFrame(person: PlayedPerson, nowMs: number): void
}

/** What a spectator costs. */
export interface Received {
  /** Bytes of poses that came, with the headers of WebSocket and Colyseus. */
  readonly bytes: number
  readonly seconds: number
  /** Of the thread that decodes and plays, without drawing. */
  readonly playMs: number
}

const FRAME_MS = 11
const HEADER_BYTES = 6
const SETTLE_MS = 500
const ignored = ['welcome', 'view', 'cues', 'roster', 'live', 'lead', 'drawings', 'refused']
const nowMs = () => performance.now()

/** A trainee who moves and a spectator, in one run of the real server, each behind a bad network of their own, in real time. */
export async function playLive({
  poseAt,
  lengthMs,
  network,
  seed,
  leads = false,
  onFrame,
}: LivePair): Promise<Received> {
  const server = await startServer({ entry: 'server/cli/main.ts' })
  const bad = (nth: number) =>
    startBadNetwork({ toPort: server.port, seed: seed + nth, up: network, down: network })
  const networks = [await bad(1), await bad(1000)] as const
  const rooms: Room[] = []
  const stops: (() => void)[] = []
  const received = { bytes: 0, seconds: lengthMs / 1000, playMs: 0 }

  /** Joins through a port; the ticket was got past the bad network. */
  async function join(port: number, session: string, ticket: string, slot: number) {
    const address = `http://127.0.0.1:${port}`
    const seat = await fetch(`${address}/matchmake/joinOrCreate/${ROOM_NAME}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket}` },
      body: JSON.stringify({ session }),
    })
    if (!seat.ok) throw new Error(`No seat: ${seat.status} ${await seat.text()}`)
    const room = await new Client(address).consumeSeatReservation((await seat.json()) as SeatReservation)
    rooms.push(room)
    const { link, hear } = linkOf(slot, [1], (t0) =>
      room.request('clock', { t0 }).then(
        (answer: ClockAnswer | undefined) => answer ?? null,
        () => null,
      ),
    )
    room.onMessage(POSE_FRAMES_OUT, hear)
    for (const name of ignored) room.onMessage(name, () => {})
    return { room, link, playback: createPlayback({ link, nowMs }) }
  }
  function every(ms: number, act: () => void) {
    const timer = setInterval(act, ms)
    stops.push(() => clearInterval(timer))
  }

  try {
    const host = new Trainee(server.http)
    const made = await host.call<{ session: string; ticket: string }>('POST', '/api/runs', {
      scenario: 'portable-extinguisher',
      mode: 'guided',
    })
    const { session, ticket } = made.body
    const { code } = (await host.call<{ code: string }>('POST', `/api/runs/${session}/code`, {})).body
    const watch = async (port: number) => {
      const guest = new Trainee(server.http)
      await guest.call('POST', '/api/join', { code })
      const path = `/api/runs/${session}/ticket`
      const { body } = await guest.call<{ ticket: string }>('POST', path, { as: 'spectator' })
      return join(port, session, body.ticket, 0)
    }
    const sender = await join(networks[0].port, session, ticket, 1)
    if (leads) await sender.room.request('live', { act: 'lead' })
    const receiver = await watch(networks[1].port)
    receiver.room.onMessage(POSE_FRAMES_OUT, (frame: Uint8Array) => {
      received.bytes += frame.length + HEADER_BYTES
    })
    const witness = await watch(server.port)

    const truth = createSessionClock()
    const keeper = keepClock(witness.link, truth, nowMs)
    const body = createBody()
    const tell = createPoseSender({
      send(bytes) {
        sender.room.sendBytes(POSE_BYTES, bytes)
        return true
      },
      sessionMs: (now) => (sender.playback.clock.fixed ? sender.playback.clock.at(now) : 0),
      isActing: () => true,
    })
    every(FRAME_MS, () => {
      const now = nowMs()
      keeper.step(now)
      sender.playback.step(now)
      if (!truth.fixed) return
      wear(poseAt(truth.at(now)), body)
      tell(now, body)
    })
    every(FRAME_MS, () => {
      const now = nowMs()
      receiver.playback.step(now)
      received.playMs += nowMs() - now
      if (!truth.fixed) return
      for (const person of receiver.playback.people) onFrame(person, truth.at(now))
    })
    await new Promise((resolve) => setTimeout(resolve, lengthMs))
    return received
  } finally {
    for (const stop of stops) stop()
    for (const room of rooms) void room.leave()
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    for (const each of networks) await each.close()
    await server.stop()
  }
}
