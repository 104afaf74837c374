import type { Client } from '@colyseus/core'
import { Room } from '@colyseus/core'
import { Encoder } from '@colyseus/schema'
import { POSE_BYTES } from '#shared/protocol/messages.ts'
import { PoseState, writeBodyBytes, writeBodyMessage } from './schema-state.ts'
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
          this.onMessage('pose', (client: Client, message: Record<string, number>) =>
            writeBodyMessage(this.state, this.#slots.get(client) ?? '', message),
          )
          this.onMessageBytes(POSE_BYTES, (client: Client, bytes: Uint8Array) =>
            writeBodyBytes(this.state, this.#slots.get(client) ?? '', bytes),
          )
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
