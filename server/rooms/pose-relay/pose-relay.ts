import type { Client } from '@colyseus/core'
import { createPoseEncoder } from '#shared/poses/pose-encoder.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import type { Log } from '#server/telemetry/log.ts'
import { Avatar } from './avatar.ts'
import { clientSocket } from './client-socket.ts'
import { poseMessage } from './pose-message.ts'
import type { PoseSocket } from './reader.ts'
import { Reader } from './reader.ts'

/** At most so often something goes out. */
export const FLUSH_MS = 1000 / 60
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
  readonly #encoder = createPoseEncoder()
  readonly #avatars = new Map<number, Avatar>()
  readonly #readers = new Map<Client, Reader>()
  #gone = false
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
    const nowMs = this.#clock.nowMs()
    const avatar = this.#avatarOf(slot)
    for (const pose of poses) avatar.received(pose, nowMs)
    this.#wake(avatar.dueAtMs(nowMs))
  }

  /** An intent of theirs came in. */
  acted(slot: number): void {
    this.#avatars.get(slot)?.acted(this.#clock.nowMs())
  }

  /** Who holds something, or leads. */
  busy(slots: ReadonlySet<number>): void {
    for (const [slot, avatar] of this.#avatars) avatar.busy = slots.has(slot)
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
    if (!this.#avatars.delete(slot)) return
    this.#encoder.drop(slot)
    this.#gone = true
    this.#wake(-Infinity)
  }

  close(): void {
    this.#stopWaiting()
    this.#readers.clear()
    this.#avatars.clear()
  }

  #avatarOf(slot: number): Avatar {
    const known = this.#avatars.get(slot)
    if (known !== undefined) return known
    const avatar = new Avatar()
    this.#avatars.set(slot, avatar)
    return avatar
  }

  /** Flushes at this time, or as soon after it as the rate allows. */
  #wake(dueAtMs: number): void {
    const atMs = Math.max(dueAtMs, this.#flushedAtMs + FLUSH_MS)
    if (atMs >= this.#wakesAtMs) return
    this.#stopWaiting()
    this.#wakesAtMs = atMs
    this.#stopWaiting = this.#clock.after(Math.max(0, atMs - this.#clock.nowMs()), () => this.#flush())
  }

  #flush(): void {
    this.#wakesAtMs = Infinity
    const nowMs = (this.#flushedAtMs = this.#clock.nowMs())
    const frame = this.#encode(nowMs)
    if (this.#isAlone()) for (const reader of this.#readers.values()) reader.miss()
    else this.#send(nowMs, frame)
    this.#wake(this.#nextDueMs(nowMs))
  }

  /** Also without receivers: the encoder must know what a key frame has to tell. */
  #encode(nowMs: number): Uint8Array | null {
    try {
      const due: number[] = []
      for (const [slot, avatar] of this.#avatars) {
        const samples = avatar.take(nowMs)
        for (const sample of samples) this.#encoder.put(slot, sample)
        if (samples.length > 0) due.push(slot)
      }
      if (due.length === 0 && !this.#gone) return null
      this.#gone = false
      return this.#encoder.frame(
        due.sort((a, b) => a - b),
        nowMs,
      )
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
            if (frame !== null) reader.socket.write((framed ??= poseMessage(frame)))
            break
          case 'key':
            reader.socket.write((key ??= poseMessage(this.#encoder.key(nowMs))))
            break
          case 'cut':
            this.#log('warn', 'slow-reader', { queuedBytes: reader.socket.queuedBytes })
            this.#readers.delete(client)
            reader.socket.cut()
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
    if (this.#readers.size !== 1) return this.#readers.size === 0
    const [reader] = this.#readers.values()
    for (const slot of this.#avatars.keys()) if (slot !== reader?.slot) return false
    return true
  }

  #nextDueMs(nowMs: number): number {
    let dueMs = Infinity
    for (const avatar of this.#avatars.values()) dueMs = Math.min(dueMs, avatar.dueAtMs(nowMs))
    if (dueMs > nowMs + WAITING_MS && !this.#isAlone())
      for (const reader of this.#readers.values()) if (!reader.current) return nowMs + WAITING_MS
    return dueMs
  }
}
