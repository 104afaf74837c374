import type { Client } from '@colyseus/core'
import { createPoseDecoder, type PoseDecoder } from '#shared/poses/pose-decoder.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { createManualClock, type ManualClock } from '#server/sessions/clock.ts'
import { PoseRelay } from './pose-relay.ts'
import type { PoseSocket } from './reader.ts'

const HEADER = { socket: 2, colyseus: 2 }

/** What came out of a socket: samples and who is gone, or why nothing could be read. */
export type Seen = {
  readonly atMs: number
  readonly slots: readonly number[]
  readonly times: readonly number[]
  readonly jumps: number
  readonly gone: readonly number[]
  readonly isKey: boolean
  /** The very bytes. */
  readonly frame: Uint8Array
}

/** A receiver that reads like a client: whatever it cannot follow is a fault of the relay. */
export class FakeReader {
  readonly client = {} as Client
  readonly seen: Seen[] = []
  readonly decoder: PoseDecoder = createPoseDecoder()
  ready = true
  queuedBytes = 0
  isCut = false
  answers = true
  questions = 0
  onAnswer: () => void = () => {}

  socket(onAnswer: () => void): PoseSocket {
    this.onAnswer = onAnswer
    // oxlint-disable-next-line typescript/no-this-alias, unicorn/no-this-assignment
    const self = this
    return {
      get ready() {
        return self.ready
      },
      get queuedBytes() {
        return self.queuedBytes
      },
      write: (frame) => self.#read(frame),
      probe() {
        self.questions += 1
        if (self.answers) onAnswer()
      },
      cut: () => void (self.isCut = true),
    }
  }

  #read(frame: Uint8Array): void {
    const wide = (frame[1] ?? 0) === 126 ? 2 : 0
    const bytes = frame.subarray(HEADER.socket + wide + HEADER.colyseus)
    const read = this.decoder.read(bytes)
    if (!read.ok) throw new Error(`A receiver could not read: ${read.reason}`)
    this.seen.push({
      atMs: read.atMs,
      slots: read.samples.map(({ slot }) => slot),
      times: read.samples.map(({ sample }) => sample.timeMs),
      jumps: read.samples.filter(({ sample }) => sample.discontinuity).length,
      gone: [...read.gone],
      isKey: bytes[1] === 1,
      frame,
    })
  }
}

export type RelayWorld = {
  readonly relay: PoseRelay
  readonly clock: ManualClock
  readonly problems: unknown[]
  enter(slot?: number): FakeReader
  exit(reader: FakeReader): void
  /** A sample of now; the person has walked `metres` along x. */
  send(slot: number, metres: number, change?: Partial<TrackedPose>): void
}

export function relayWorld(): RelayWorld {
  const clock = createManualClock(1000)
  const problems: unknown[] = []
  const readers = new Map<Client, FakeReader>()
  const relay = new PoseRelay({
    clock,
    log: (_level, event, fields) => void problems.push({ event, ...fields }),
    socketOf: (client, onAnswer) => {
      const reader = readers.get(client)
      if (reader === undefined) throw new Error('unknown reader')
      return reader.socket(onAnswer)
    },
  })
  let seq = 0
  return {
    relay,
    clock,
    problems,
    enter(slot = 0) {
      const reader = new FakeReader()
      readers.set(reader.client, reader)
      relay.enter(reader.client, slot)
      return reader
    },
    exit: ({ client }) => relay.exit(client),
    send: (slot, metres, change = {}) =>
      relay.received(slot, [poseAt(metres, { seq: (seq += 1), timeMs: clock.nowMs(), ...change })]),
  }
}

export function poseAt(metres: number, change: Partial<TrackedPose> = {}): TrackedPose {
  return {
    seq: 1,
    timeMs: 0,
    discontinuity: false,
    head: { position: [metres, 1.6, 0], rotation: [0, 0, 0, 1] },
    left: null,
    right: { position: [metres + 0.2, 1.2, -0.3], rotation: [0, 0, 0, 1], trigger: 0 },
    ...change,
  }
}
