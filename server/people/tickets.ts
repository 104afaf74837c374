import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { MemberKind } from '#shared/protocol/members.ts'
import type { PeopleStore } from './people-store.ts'
import { sign, verify } from './signed.ts'

z.config({ jitless: true })

const TICKET_LIFE_MS = 60_000

const ticket = z.strictObject({
  id: z.uuid(),
  session: z.uuid(),
  person: z.uuid(),
  kind: z.enum(['participant', 'instructor', 'spectator']),
  role: z.string().max(64),
  expiresAtMs: z.int(),
})

export type Admission = {
  readonly session: string
  readonly person: string
  readonly kind: MemberKind
  /** '' for none. */
  readonly role: string
}
export type TicketRefusal = 'no-ticket' | 'wrong-ticket' | 'expired-ticket' | 'used-ticket'

/** A ticket lets one person into one session as one kind of member in one role, once, within 60 s. */
export interface Tickets {
  issue(admission: Admission): string
  /** Uses the ticket up, so it answers yes once. A ticket for another session is not used up. */
  redeem(
    text: string | undefined,
    session: string,
  ): Promise<{ ok: true; admission: Admission } | { ok: false; reason: TicketRefusal }>
}

export function createTickets({
  key,
  store,
  nowMs,
}: {
  key: string
  store: Pick<PeopleStore, 'spendTicket'>
  nowMs: () => number
}): Tickets {
  return {
    issue({ session, person, kind, role }) {
      const payload = { id: randomUUID(), session, person, kind, role, expiresAtMs: nowMs() + TICKET_LIFE_MS }
      return sign(key, 'ticket', Buffer.from(JSON.stringify(payload)).toString('base64url'))
    },
    async redeem(text, session) {
      if (text === undefined || text === '') return { ok: false, reason: 'no-ticket' }
      const payload = text.length > 1024 ? undefined : verify(key, 'ticket', text)
      if (payload === undefined) return { ok: false, reason: 'wrong-ticket' }
      const { id, expiresAtMs, ...admission } = ticket.parse(
        JSON.parse(Buffer.from(payload, 'base64url').toString()),
      )
      if (admission.session !== session) return { ok: false, reason: 'wrong-ticket' }
      if (expiresAtMs <= nowMs()) return { ok: false, reason: 'expired-ticket' }
      const first = await store.spendTicket({ id, expiresAtMs, nowMs: nowMs() })
      return first ? { ok: true, admission } : { ok: false, reason: 'used-ticket' }
    },
  }
}
