import type { Client } from '@colyseus/core'

/** Above this queue a client is sent no patches, below the other one it gets the whole state and then patches again. */
const BEHIND_BYTES = 64 * 1024
const DRAINED_BYTES = 8 * 1024

type Internals = {
  _serializer: { applyPatches(clients: readonly Client[], ...rest: unknown[]): boolean }
  sendFullState(client: Client): void
}

export const queuedBytes = ({ ref }: Client): number =>
  (ref as unknown as { bufferedAmount: number }).bufferedAmount

/** What is not yet sent to it would be old when it comes. */
export const isBehind = (client: Client): boolean => queuedBytes(client) > BEHIND_BYTES
export const isDrained = (client: Client): boolean => queuedBytes(client) <= DRAINED_BYTES

/**
 * Colyseus queues every patch for everybody, however slowly somebody reads (11.6 MB in a room of 400 things). A client
 * takes a whole state that comes later as the truth and removes what is not in it, so patches can be left out.
 */
export function healSlowClients(room: object): void {
  const { _serializer: serializer } = room as Internals
  const patch = serializer.applyPatches.bind(serializer)
  const behind = new WeakSet<Client>()
  serializer.applyPatches = (clients, ...rest) => {
    for (const client of clients) if (isBehind(client)) behind.add(client)
    const changed = patch(
      clients.filter((client) => !behind.has(client)),
      ...rest,
    )
    for (const client of clients) {
      if (!behind.has(client) || !isDrained(client)) continue
      behind.delete(client)
      ;(room as Internals).sendFullState(client)
    }
    return changed
  }
}
