import type { Client } from '@colyseus/core'
import { schema, t } from '@colyseus/schema'
import { PoseRelay } from '#server/rooms/pose-relay/pose-relay.ts'
import { SafeRoom } from '#server/rooms/safe-room.ts'
import { realClock } from '#server/sessions/clock.ts'
import { silentLog } from '#server/telemetry/log.ts'
import { POSE_BYTES } from '#shared/protocol/messages.ts'
import { decodePoseFrame } from '#shared/protocol/pose-frame.ts'
import { serveRoom, slotOf } from './serve-colyseus.ts'
import type { Serve } from './serving.ts'
import { sessionMs } from './serving.ts'

const Nothing = schema({ tick: t.uint32().default(0) }, 'Nothing')

/** The product's pose channel in a room that does nothing else. */
export const serveOurs: Serve = (server, epochMs) =>
  serveRoom(
    server,
    class extends SafeRoom<InstanceType<typeof Nothing>> {
      protected readonly log = silentLog
      override state = new Nothing()
      override maxClients = Infinity
      override autoDispose = false
      readonly #slots = new Map<Client, number>()
      readonly #relay = new PoseRelay({
        clock: { nowMs: () => sessionMs(epochMs), after: (ms, callback) => realClock.after(ms, callback) },
        log: silentLog,
      })

      protected override open(): Promise<void> {
        this.onMessageBytes(POSE_BYTES, (client: Client, bytes: Uint8Array) => {
          const decoded = decodePoseFrame(bytes)
          if (decoded.ok) this.#relay.received(this.#slots.get(client) ?? 0, decoded.poses)
        })
        return Promise.resolve()
      }
      protected override refuseFrame(): void {}

      override onJoin(client: Client, options: unknown): void {
        this.#slots.set(client, slotOf(options))
        this.#relay.enter(client, slotOf(options))
      }
      override onLeave(client: Client): void {
        this.#relay.exit(client)
        this.#relay.freed(this.#slots.get(client) ?? 0)
        this.#slots.delete(client)
      }
    },
  )
