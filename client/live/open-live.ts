import type { ClientEdition } from '#shared/protocol/views.ts'
import type { Api, Me, Ticket } from '#client/net/api.ts'
import type { ApiResult, Problem } from '#client/problem.ts'

/** As what one may come in to a running session without a role, or why not. */
export type OpenedLive =
  | { kind: 'ready'; edition: ClientEdition; session: string; as: 'instructor' | 'spectator'; ticket: Ticket }
  | { kind: 'over'; session: string }
  | { kind: 'refused'; problem: Problem }

/** Who may lead leads; everybody else watches. */
export async function openLive(
  api: Pick<Api, 'me' | 'ticket' | 'edition'>,
  session: string,
): Promise<OpenedLive> {
  const me = await api.me()
  if (!me.ok) return { kind: 'refused', problem: me.problem }
  const granted = await ticketFor(api, session, me.value)
  if (!granted.ok)
    return granted.problem.code === 'ended'
      ? { kind: 'over', session }
      : { kind: 'refused', problem: granted.problem }
  const { scenario, version, kind } = granted.value
  const edition = await api.edition(scenario, version)
  if (!edition.ok) return { kind: 'refused', problem: edition.problem }
  const as = kind === 'instructor' ? 'instructor' : 'spectator'
  return { kind: 'ready', edition: edition.value, session, as, ticket: granted.value }
}

async function ticketFor(
  api: Pick<Api, 'ticket'>,
  session: string,
  { grants }: Me,
): Promise<ApiResult<Ticket>> {
  if (!grants.some(({ kind }) => kind === 'instructor')) return api.ticket(session, { as: 'spectator' })
  const leading = await api.ticket(session, { as: 'instructor' })
  const elsewhereOnly = !leading.ok && leading.problem.code === 'needs-grant'
  return elsewhereOnly ? api.ticket(session, { as: 'spectator' }) : leading
}
