import type { Client } from '@colyseus/core'
import { expect, test } from 'vitest'
import { send } from './send.ts'

test('ROOM-39 the very same message is encoded once, another one anew', () => {
  const got: unknown[] = []
  const client = { enqueueRaw: (bytes: unknown) => void got.push(bytes) } as Partial<Client> as Client
  const refused = { reason: 'malformed', detail: 'x' } as const
  send(client, 'refused', refused)
  send(client, 'refused', refused)
  send(client, 'refused', { ...refused })
  expect([got[1] === got[0], got[2] === got[0], got[2]]).toEqual([true, false, got[0]])
})
