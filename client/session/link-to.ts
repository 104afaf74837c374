import type { ClientEdition } from '#shared/protocol/views.ts'
import { colyseusRooms } from '#client/net/colyseus-room.ts'
import { createSessionLink } from '#client/net/session-link.ts'
import type { SessionLink, SessionLinkOptions } from '#client/net/session-link.ts'

interface Line extends Pick<SessionLinkOptions, 'ticket' | 'comeBack'> {
  edition: ClientEdition
  session: string
  /** The one that came with the answer that led here. */
  firstTicket: string | null
}

/** A session's line in a browser: lost connections are tried again at once when the network is back. */
export function linkTo({ firstTicket, ticket, ...line }: Line): SessionLink {
  let unused = firstTicket
  return createSessionLink({
    ...line,
    async ticket() {
      const first = unused
      unused = null
      return first === null ? ticket() : { ok: true, value: { ticket: first } }
    },
    connect: colyseusRooms(location.origin),
    nowMs: () => performance.now(),
    setTimer(callback, delayMs) {
      const cancel = () => {
        clearTimeout(timer)
        removeEventListener('online', fire)
      }
      const fire = () => {
        cancel()
        callback()
      }
      const timer = setTimeout(fire, delayMs)
      addEventListener('online', fire)
      return cancel
    },
    random: Math.random,
  })
}
