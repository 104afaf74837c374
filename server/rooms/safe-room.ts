import type { Client } from '@colyseus/core'
import { Protocol, Room } from '@colyseus/core'
import type { Schema } from '@colyseus/schema'
import type { Log } from '#server/telemetry/log.ts'
import { MESSAGES_PER_SECOND } from '#shared/protocol/rate-limits.ts'
import { copyEncoderOutput } from './copy-encoder-output.ts'
import { healSlowClients, queuedBytes } from './heal-slow-clients.ts'
import { tickOnceAtATime } from './tick-once.ts'

/** Poses and patches stop long before; a client that does not even take in its messages is cut off and joins anew. */
const LARGEST_QUEUE_BYTES = 256 * 1024
const PROTOCOL_CODE_MASK = 0x1f
/** Colyseus counts a frame of this code and then ignores it. */
const IGNORED_FRAME = Buffer.from([0])

type Internals = {
  _onMessage(client: Client, buffer: Buffer): void
  _serializer: { encoder: Parameters<typeof copyEncoderOutput>[0] }
}
type Socket = { terminate(): void }

/**
 * A room that outlives its own mistakes. Colyseus ends the whole process at one uncaught throw of a handler, hands sockets a
 * buffer that it goes on writing into, drops clients for unknown or malformed messages, and queues without bound for
 * clients that do not read; this base closes these gaps. Its state must be set as a class field.
 */
export abstract class SafeRoom<State extends Schema> extends Room<{ state: State }> {
  protected abstract readonly log: Log
  override maxMessagesPerSecond = MESSAGES_PER_SECOND
  /** State goes out by `sendState`, after it is durable, never by a timer. */
  override patchRate: number | null = null

  constructor() {
    super()
    const internals = this as unknown as Internals
    const onMessage = internals._onMessage.bind(this)
    internals._onMessage = (client, buffer) => this.#receive(client, buffer, onMessage)
  }

  protected abstract open(options: unknown): Promise<void>
  /** A frame we have no use for: unknown type, malformed, not part of the protocol. The client stays. */
  protected abstract refuseFrame(client: Client, detail: string): void

  override async onCreate(options: unknown): Promise<void> {
    copyEncoderOutput((this as unknown as Internals)._serializer.encoder)
    healSlowClients(this)
    tickOnceAtATime(this.clock)
    this.onMessage('*', (client: Client) => this.refuseFrame(client, 'unknown message type'))
    await this.open(options)
  }

  /** Handlers' faults are caught and handed over only where a room defines this. A faulty request handler answers `undefined`. */
  override onUncaughtException(error: Error, method: string): void {
    this.log('error', 'room-handler', { room: this.roomId, method, error })
  }

  protected sendState(): void {
    for (const client of this.clients) this.#cutOffWhenSlow(client)
    this.broadcastPatch()
  }

  #cutOffWhenSlow(client: Client): void {
    const queued = queuedBytes(client)
    if (queued <= LARGEST_QUEUE_BYTES) return
    this.log('warn', 'slow-client', { room: this.roomId, queuedBytes: queued })
    ;(client.ref as unknown as Socket).terminate()
  }

  /** Colyseus drops the sender of a malformed plain message; ours has no plain messages, so none reaches it. */
  #receive(client: Client, buffer: Buffer, next: Internals['_onMessage']): void {
    try {
      const plain = ((buffer[0] ?? 0) & PROTOCOL_CODE_MASK) === Protocol.ROOM_DATA
      next(client, plain ? IGNORED_FRAME : buffer)
      if (plain) this.refuseFrame(client, 'plain messages are not part of the protocol')
    } catch (cause) {
      this.log('warn', 'room-frame', { room: this.roomId, error: cause })
      this.refuseFrame(client, 'malformed frame')
    }
  }
}
