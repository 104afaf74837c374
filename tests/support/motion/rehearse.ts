import type { Client } from '@colyseus/core'
import { createBody } from '#client/runtime/device/body.ts'
import { createPlayback } from '#client/runtime/motion/playback.ts'
import type { PlayedPerson } from '#client/runtime/motion/played-pose.ts'
import { createPoseSender } from '#client/runtime/session/pose-sender.ts'
import { PoseRelay } from '#server/rooms/pose-relay/pose-relay.ts'
import { tellTime } from '#server/rooms/tell-time.ts'
import { createManualClock } from '#server/sessions/clock.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import type { ClockAnswer } from '#shared/protocol/members.ts'
import { decodePoseFrame } from '#shared/protocol/pose-frame.ts'
import { createLinkModel } from '../network/link-model.ts'
import type { LinkProfile } from '../network/link-model.ts'
import { linkOf } from './link-of.ts'
import { wear } from './wear.ts'

export interface Rehearsal {
  /** What the sender does, by true time in ms. */
  poseAt(atMs: number): PoseSample
  lengthMs: number
  /** The same for both persons, both ways. */
  network: LinkProfile
  seed: number
  /** Leads or holds something: every frame in packs, and relayed at once; otherwise five times a second. */
  acting: boolean
  /** Of both persons' screens. */
  frameMs: number
  /** After each frame of the receiver, when the sender is seen; true time. */
  onFrame(person: PlayedPerson, nowMs: number): void
}

const SENDER = 1
const RECEIVER = 2
/** Two machines' clocks: far apart, and drifting. */
const clocks: Readonly<Record<number, { aheadMs: number; drift: number }>> = {
  [SENDER]: { aheadMs: 7000, drift: 60e-6 },
  [RECEIVER]: { aheadMs: 90_000, drift: -40e-6 },
}
/** Around what is counted, on the wire: WebSocket, TCP and IP headers. */
const HEADER_BYTES = 50

/**
 * One person moves, another looks: pose sender, network, relay, network and playback as they are, in virtual time. Both reckon
 * session time over the same network.
 */
export async function rehearse(rehearsal: Rehearsal): Promise<void> {
  const { poseAt, lengthMs, network, seed, acting, frameMs, onFrame } = rehearsal
  const clock = createManualClock(0)
  const receivers = new Map<Client, (frame: Uint8Array) => void>()
  const relay = new PoseRelay({
    clock,
    log(_level, event) {
      throw new Error(`The relay says ${event}.`)
    },
    socketOf: (client, onAnswer) => ({
      ready: true,
      queuedBytes: 0,
      write: (frame) => receivers.get(client)?.(frame),
      probe: onAnswer,
      cut() {},
    }),
  })

  function way(nth: number) {
    const link = createLinkModel(() => network, seed * 100 + nth)
    return (bytes: number, arrive: () => void) => {
      const now = clock.nowMs()
      clock.after(link.arrivalMs(now, bytes + HEADER_BYTES) - now, arrive)
    }
  }

  function join(slot: number) {
    const [up, down] = [way(2 * slot), way(2 * slot + 1)]
    const { aheadMs, drift } = clocks[slot] ?? { aheadMs: 0, drift: 0 }
    const nowMs = () => clock.nowMs() * (1 + drift) + aheadMs
    const ask = (t0: number) =>
      new Promise<ClockAnswer | null>((resolve) =>
        up(20, () => {
          const answer = tellTime({ t0 }, clock.nowMs())
          down(30, () => resolve(answer))
        }),
      )
    const { link, hear } = linkOf(slot, [SENDER, RECEIVER], ask)
    const client = {} as Client
    receivers.set(client, (frame) => {
      // Behind the headers of WebSocket and Colyseus.
      const bytes = frame.slice(4 + (frame[1] === 126 ? 2 : 0))
      down(bytes.length, () => hear(bytes))
    })
    relay.enter(client, slot)
    return { nowMs, up, playback: createPlayback({ link, nowMs }) }
  }

  const sender = join(SENDER)
  const receiver = join(RECEIVER)
  const body = createBody()
  const tell = createPoseSender({
    send(bytes) {
      const copy = bytes.slice()
      sender.up(copy.length, () => {
        const read = decodePoseFrame(copy)
        if (!read.ok) throw new Error(read.detail)
        relay.received(SENDER, read.poses)
        if (acting) relay.busy(new Set([SENDER]))
      })
      return true
    },
    sessionMs: (nowMs) => (sender.playback.clock.fixed ? sender.playback.clock.at(nowMs) : 0),
    isActing: () => acting,
  })

  function every(firstMs: number, act: () => void) {
    let dueMs = firstMs
    const next = () => {
      act()
      dueMs += frameMs
      clock.after(dueMs - clock.nowMs(), next)
    }
    clock.after(firstMs, next)
  }
  every(0, () => {
    sender.playback.step(sender.nowMs())
    wear(poseAt(clock.nowMs()), body)
    tell(sender.nowMs(), body)
  })
  every(frameMs / 3, () => {
    receiver.playback.step(receiver.nowMs())
    for (const person of receiver.playback.people) onFrame(person, clock.nowMs())
  })
  while (clock.nowMs() < lengthMs) {
    clock.advance(1)
    // Answers to questions are promises.
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
  }
  relay.close()
}
