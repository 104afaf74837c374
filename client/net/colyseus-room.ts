import { Client } from 'colyseus.js'
import type { Room, SeatReservation } from 'colyseus.js'
import {
  CLOSE_COME_BACK,
  CLOSE_LEFT,
  CLOSE_REMOVED,
  CLOSE_REPLACED,
  POSE_BYTES,
  POSE_FRAMES_OUT,
  ROOM_NAME,
} from '#shared/protocol/messages.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { Cue } from '#shared/protocol/views.ts'
import { problemOf } from './api.ts'
import type { Problem } from '#client/problem.ts'
import { readMembers, readTrainingState } from './training-state.ts'
import type { LeftWhy, RoomConnector, RoomPort } from './room-port.ts'

const offline: Problem = { status: 0, code: 'offline', message: '', hint: '', transient: true }
const answerWaitMs = 8000
/** More than a quarter of a second of poses: what came behind would be old. It must not delay acts and pings either. */
const MOST_QUEUED_BYTES = 4096

/**
 * Joins over colyseus.js. The ticket goes out once, in the Authorization of the matchmaking POST: the SDK would repeat
 * a token of its own in the WebSocket's query, so it is given none. Its reconnection and offline queue are off.
 */
export function colyseusRooms(origin: string): RoomConnector {
  const client = new Client(origin)
  return async (session, ticket) => {
    let room: Room
    try {
      const response = await fetch(`/matchmake/joinOrCreate/${ROOM_NAME}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: {
          authorization: `Bearer ${ticket}`,
          'content-type': 'application/json',
          accept: 'application/json',
        },
        body: JSON.stringify({ session }),
      })
      if (!response.ok) return { ok: false, problem: await problemOf(response) }
      room = await client.consumeSeatReservation((await response.json()) as SeatReservation)
    } catch {
      return { ok: false, problem: offline }
    }
    room.reconnection.enabled = false
    return { ok: true, value: portOf(room) }
  }
}

const closings: Readonly<Record<number, LeftWhy>> = {
  [CLOSE_REPLACED]: 'elsewhere',
  [CLOSE_LEFT]: 'done',
  [CLOSE_REMOVED]: 'removed',
  [CLOSE_COME_BACK]: 'come-back',
}

function portOf(room: Room): RoomPort {
  return {
    listen(listener) {
      room.onMessage('welcome', listener.welcome)
      room.onMessage('view', listener.view)
      room.onMessage('cues', (message: { cues: Cue[] }) => listener.cues(message.cues))
      room.onMessage('refused', () => {}) // answers no request of ours; the SDK warns about a message nobody takes
      room.onMessage('roster', listener.roster)
      room.onMessage('live', listener.live)
      room.onMessage('lead', listener.lead)
      room.onMessage('drawings', listener.drawings)
      room.onMessage(POSE_FRAMES_OUT, listener.poses)
      room.onStateChange((state) => listener.state(readTrainingState(state), readMembers(state)))
      room.onLeave((code) => listener.left(closings[code] ?? 'lost'))
    },
    async request(message) {
      try {
        // A handler that threw at the authority answers with nothing.
        const answer: IntentAnswer | undefined = await room.request('intent', message, {
          timeout: answerWaitMs,
        })
        return answer ?? { ok: false, reason: 'not-possible' }
      } catch (cause) {
        if (room.connection.isOpen) return 'unanswered'
        throw new Error('the connection went before the answer came', { cause })
      }
    },
    async ask(name, message) {
      try {
        return (await room.request(name, message, { timeout: answerWaitMs })) ?? null
      } catch {
        return null
      }
    },
    sendPose(bytes) {
      if (!room.connection.isOpen || queuedBytes(room) > MOST_QUEUED_BYTES) return false
      room.sendBytes(POSE_BYTES, bytes)
      return true
    },
    leave() {
      void room.leave()
    },
  }
}

function queuedBytes({ connection }: Room): number {
  // The SDK's type of a transport does not show its socket.
  return (connection.transport as { ws?: { bufferedAmount: number } }).ws?.bufferedAmount ?? 0
}
