import type { Client } from '@colyseus/core'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import type { Log } from '#server/telemetry/log.ts'
import { Cast } from './cast.ts'
import { clientSocket } from './client-socket.ts'
import { poseMessage } from './pose-message.ts'
import type { PoseSocket } from './reader.ts'
import { Reader } from './reader.ts'

/** At most so often something goes out, and less often the more receive it: a thousand get 25 frames a second. */
export const FLUSH_MS = 1000 / 60
const FLUSH_MS_EACH = 0.04
/** The more receive it, the longer a frame waits for those who have not sent yet: so long for each receiver, a flush at most. */
const GATHER_MS_EACH = 0.4
/** Who waits for a key frame while nothing new comes is looked at this often. */
const WAITING_MS = 50

export type RelayClock = {
  /** Session time; fractions welcome. */
  nowMs(): number
  after(ms: number, callback: () => void): () => void
}
export type PoseRelayOptions = {
  readonly clock: RelayClock
  readonly log: Log
  readonly socketOf?: (client: Client, onAnswer: () => void) => PoseSocket
}

/**
 * The poses of one room: samples come in by slot, one shared frame goes out to everybody, encoded and framed once. It
 * sleeps while nobody moves.
 */
export class PoseRelay {
  readonly #clock: RelayClock
  readonly #log: Log
  readonly #socketOf: NonNullable<PoseRelayOptions['socketOf']>
  readonly #cast = new Cast()
  readonly #readers = new Map<Client, Reader>()
  #flushedAtMs = -Infinity
  #wakesAtMs = Infinity
  #stopWaiting: () => void = () => {}

  constructor({ clock, log, socketOf = clientSocket }: PoseRelayOptions) {
    this.#clock = clock
    this.#log = log
    this.#socketOf = socketOf
  }

  /** The samples of one message, oldest first. */
  received(slot: number, poses: readonly TrackedPose[]): void {
    const dueAtMs = this.#cast.received(slot, poses, this.#clock.nowMs())
    this.#wake(dueAtMs + this.#gatherMs())
  }

  /** An intent of theirs came in. */
  acted(slot: number): void {
    this.#cast.acted(slot, this.#clock.nowMs())
  }

  /** Who holds something, or leads. */
  busy(slots: ReadonlySet<number>): void {
    this.#cast.busy(slots)
  }

  /** @param slot its own avatar; 0: it has none */
  enter(client: Client, slot: number): void {
    const socket = this.#socketOf(client, () => reader.answered())
    const reader = new Reader(socket, slot)
    this.#readers.set(client, reader)
    this.#wake(-Infinity)
  }

  exit(client: Client): void {
    this.#readers.delete(client)
  }

  /** Nobody has this slot any more. */
  freed(slot: number): void {
    if (this.#cast.freed(slot)) this.#wake(-Infinity)
  }

  close(): void {
    this.#stopWaiting()
    this.#wakesAtMs = -Infinity
    this.#readers.clear()
  }

  /** Clients send on the beat of the session time, so most of a round comes together; the last one in opens the gate. */
  #gatherMs(): number {
    return this.#cast.isComplete ? 0 : Math.min(FLUSH_MS, this.#readers.size * GATHER_MS_EACH)
  }

  /** Flushes at this time, or as soon after it as the rate allows. */
  #wake(dueAtMs: number): void {
    const apartMs = Math.max(FLUSH_MS, this.#readers.size * FLUSH_MS_EACH)
    const atMs = Math.max(dueAtMs, this.#flushedAtMs + apartMs)
    if (atMs >= this.#wakesAtMs) return
    this.#stopWaiting()
    this.#wakesAtMs = atMs
    this.#stopWaiting = this.#clock.after(Math.max(0, atMs - this.#clock.nowMs()), () => this.#flush())
  }

  #flush(): void {
    this.#wakesAtMs = Infinity
    const nowMs = (this.#flushedAtMs = this.#clock.nowMs())
    const frame = this.#frame(nowMs)
    if (this.#isAlone()) for (const reader of this.#readers.values()) reader.miss()
    else this.#send(nowMs, frame)
    this.#wake(this.#nextDueMs(nowMs))
  }

  /** Also without receivers: the encoder must know what a key frame has to tell. */
  #frame(nowMs: number): Uint8Array | null {
    try {
      return this.#cast.frame(nowMs)
    } catch (error) {
      this.#fault(error, this.#readers.values())
      return null
    }
  }

  #send(nowMs: number, frame: Uint8Array | null): void {
    let framed: Buffer | undefined
    let key: Buffer | undefined
    for (const [client, reader] of this.#readers) {
      try {
        switch (reader.next(nowMs, frame !== null)) {
          case 'frame':
            if (frame !== null) reader.give((framed ??= poseMessage(frame)), nowMs)
            break
          case 'key':
            reader.give((key ??= poseMessage(this.#cast.key(nowMs))), nowMs)
            break
          case 'cut':
            this.#log('warn', 'slow-reader', { queuedBytes: reader.queuedBytes })
            this.#readers.delete(client)
            reader.cut()
            break
          case 'nothing':
            break
        }
      } catch (error) {
        this.#fault(error, [reader])
      }
    }
  }

  /** Must not end the process, which Colyseus would let it. */
  #fault(error: unknown, struck: Iterable<Reader>): void {
    this.#log('warn', 'pose-relay', { error })
    for (const reader of struck) reader.miss()
  }

  /** Nobody is there to see anybody else. */
  #isAlone(): boolean {
    const [reader] = this.#readers.values()
    return reader === undefined || (this.#readers.size === 1 && !this.#cast.hasOthersThan(reader.slot))
  }

  #nextDueMs(nowMs: number): number {
    const dueMs = this.#cast.dueAtMs(nowMs)
    if (dueMs > nowMs + WAITING_MS && !this.#isAlone())
      for (const reader of this.#readers.values()) if (!reader.current) return nowMs + WAITING_MS
    return dueMs
  }
}
