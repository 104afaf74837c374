import type { Client } from '@colyseus/core'
import { Room } from '@colyseus/core'
import { Encoder } from '@colyseus/schema'
import { PoseState, writeBody } from './schema-state.ts'
import { serveRoom, slotOf } from './serve-colyseus.ts'
import type { Serve } from './serving.ts'

/** Stock Colyseus: poses in the room state, patched by Colyseus' own timer. */
export const serveSchema =
  (patchMs: number): Serve =>
  (server) => {
    Encoder.BUFFER_SIZE = 256 * 1024
    return serveRoom(
      server,
      class extends Room<{ state: PoseState }> {
        override state = new PoseState()
        override patchRate = patchMs
        override maxClients = Infinity
        override autoDispose = false
        readonly #slots = new Map<Client, string>()

        override onCreate(): void {
          this.onMessageBytes(1, (client: Client, bytes: Uint8Array) => {
            const slot = this.#slots.get(client)
            if (slot !== undefined) writeBody(this.state, slot, bytes)
          })
        }
        override onJoin(client: Client, options: unknown): void {
          this.#slots.set(client, String(slotOf(options)))
        }
        override onLeave(client: Client): void {
          this.state.people.delete(this.#slots.get(client) ?? '')
          this.#slots.delete(client)
        }
      },
    )
  }
