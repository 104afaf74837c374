import { setTimeout as sleep } from 'node:timers/promises'
import type { SeatReservation } from 'colyseus.js'
import { ROOM_NAME } from '#shared/protocol/messages.ts'
import { Trainee } from '../../support/run/trainee.ts'
import { answerLines } from '../poses/bench-process.ts'
import { openClient } from '../poses/load-client.ts'
import type { LoadClient } from '../poses/load-client.ts'

// A process of its own: so many spectators of one run, who take what comes and read nothing of it.

export type Following = {
  readonly http: string
  readonly session: string
  readonly code: string
  readonly followers: number
}
export type Followed = { readonly open: number; readonly bytesEach: number }

const AT_ONCE = 5
/** What one address may ask for. */
const ASKS_PER_SECOND = 80
const ASKS_EACH = 3

const clients: LoadClient[] = []

answerLines(async (question: Following | { followers?: undefined }): Promise<Followed> => {
  if (question.followers !== undefined) await come(question)
  const open = clients.filter((client) => client.open)
  const bytes = open.reduce((sum, client) => sum + client.bytesIn(), 0)
  return { open: open.length, bytesEach: open.length === 0 ? 0 : bytes / open.length }
})

async function come({ http, session, code, followers }: Following): Promise<void> {
  const { port } = new URL(http)
  while (clients.length < followers) {
    const batch = Array.from({ length: Math.min(AT_ONCE, followers - clients.length) }, async () => {
      const guest = new Trainee(http)
      await guest.call('POST', '/api/join', { code })
      const { body } = await guest.call<{ ticket: string }>('POST', `/api/runs/${session}/ticket`, {
        as: 'spectator',
      })
      const seat = await fetch(`${http}/matchmake/joinOrCreate/${ROOM_NAME}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${body.ticket}` },
        body: JSON.stringify({ session }),
      })
      if (!seat.ok) throw new Error(`No seat: ${seat.status} ${await seat.text()}`)
      const { processId, roomId, sessionId } = (await seat.json()) as SeatReservation
      return openClient('ours', Number(port), {
        path: `/${processId}/${roomId}?sessionId=${sessionId}`,
        slot: 0,
      })
    })
    clients.push(...(await Promise.all(batch)))
    await sleep((1000 * AT_ONCE * ASKS_EACH) / ASKS_PER_SECOND)
  }
}
