import type { Socket } from 'node:net'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { ROOM_NAME } from '#shared/protocol/messages.ts'
import { MESSAGES_PER_SECOND } from '#shared/protocol/rate-limits.ts'
import { Trainee } from '../run/trainee.ts'
import type { Dice } from './dice.ts'
import type { Sent } from './malformed-message.ts'
import { malformedMessage } from './malformed-message.ts'

const JOIN_ROOM = 10
/** More would be cut off for being many. */
const PER_SECOND = MESSAGES_PER_SECOND * 0.8
const TURN_MS = 50

/** A person with a seat in a run who sends what no client of ours sends; thrown out, they come in again. */
export class HostileMember {
  readonly sent = new Map<string, number>()
  joins = 0
  readonly #person: Trainee
  readonly #session: string
  readonly #dice: Dice

  /** @param cookie of a person who was invited into the run */
  constructor(address: string, cookie: string, session: string, dice: Dice) {
    this.#person = new Trainee(address, cookie)
    this.#session = session
    this.#dice = dice
  }

  async send(count: number): Promise<void> {
    let left = count
    let socket = await this.#join()
    while (left > 0) {
      for (let n = Math.min(left, (PER_SECOND * TURN_MS) / 1000); n >= 1; n--, left--) {
        if (socket.readyState !== WebSocket.OPEN) socket = await this.#join()
        this.#throwAt(socket, malformedMessage(this.#dice))
      }
      await new Promise((resolve) => setTimeout(resolve, TURN_MS))
    }
    socket.close()
  }

  #throwAt(socket: WebSocket, { kind, data, raw = false }: Sent): void {
    this.sent.set(kind, (this.sent.get(kind) ?? 0) + 1)
    if (raw) (socket as unknown as { _socket: Socket })._socket.write(data)
    else socket.send(data)
  }

  async #join(): Promise<WebSocket> {
    const { address } = this.#person
    const ticket = await this.#person.call<{ ticket: string }>(
      'POST',
      `/api/runs/${this.#session}/ticket`,
      {},
    )
    const answer = await fetch(new URL(`/matchmake/joinOrCreate/${ROOM_NAME}`, address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket.body.ticket}` },
      body: JSON.stringify({ session: this.#session }),
    })
    if (!answer.ok) throw new Error(`No seat: ${answer.status} ${await answer.text()}`)
    const seat = (await answer.json()) as { processId: string; roomId: string; sessionId: string }
    const socket = new WebSocket(
      `${address.replace('http', 'ws')}/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`,
    )
    socket.on('error', () => {})
    await once(socket, 'message')
    socket.send(Buffer.of(JOIN_ROOM))
    this.joins += 1
    return socket
  }
}
