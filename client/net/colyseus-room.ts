import { Client } from 'colyseus.js'
import type { Room, SeatReservation } from 'colyseus.js'
import { CLOSE_LEFT, CLOSE_REPLACED, POSE_BYTES, ROOM_NAME } from '#shared/protocol/messages.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { Cue } from '#shared/protocol/views.ts'
import { problemOf } from './api.ts'
import type { Problem } from '#client/problem.ts'
import { readTrainingState } from './training-state.ts'
import type { RoomConnector, RoomListener, RoomPort } from './room-port.ts'

const offline: Problem = { status: 0, code: 'offline', message: '', hint: '', transient: true }
const answerWaitMs = 8000

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

function whyOf(closeCode: number): Parameters<RoomListener['left']>[0] {
  if (closeCode === CLOSE_REPLACED) return 'elsewhere'
  return closeCode === CLOSE_LEFT ? 'done' : 'lost'
}

function portOf(room: Room): RoomPort {
  return {
    listen(listener) {
      room.onMessage('welcome', listener.welcome)
      room.onMessage('view', listener.view)
      room.onMessage('cues', (message: { cues: Cue[] }) => listener.cues(message.cues))
      room.onMessage('refused', () => {}) // answers no request of ours; the SDK warns about a message nobody takes
      room.onStateChange((state) => listener.state(readTrainingState(state)))
      room.onLeave((code) => listener.left(whyOf(code)))
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
    sendPose(bytes) {
      if (room.connection.isOpen) room.sendBytes(POSE_BYTES, bytes)
    },
    leave() {
      void room.leave()
    },
  }
}
