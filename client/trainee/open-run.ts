import type { ModeName } from '#shared/scenario/scenario.ts'
import type { ClientEdition } from '#shared/protocol/views.ts'
import type { Api, ScenarioSummary } from '#client/net/api.ts'
import type { Problem } from '#client/problem.ts'
import type { TrainAddress } from './read-address.ts'

/** Either a run to enter, or why there is none together with what there is instead. */
export type OpenedRun =
  | { kind: 'ready'; edition: ClientEdition; session: string; firstTicket: string | null }
  | { kind: 'no-scenario'; existing: ScenarioSummary[] }
  | { kind: 'no-mode'; edition: ClientEdition }
  | { kind: 'no-version'; edition: ClientEdition }
  | { kind: 'locked'; edition: ClientEdition }
  | { kind: 'over'; session: string }
  | { kind: 'gone'; session: string; problem: Problem }
  | { kind: 'failed'; problem: Problem }

/** Checks an address against what the server has, then goes on with the named run or begins a new one. */
export async function openRun(api: Api, address: TrainAddress): Promise<OpenedRun> {
  const found = await api.edition(address.scenario, address.version ?? undefined)
  if (!found.ok)
    return found.problem.status === 404 ? missing(api, address) : { kind: 'failed', problem: found.problem }
  const edition = found.value
  if (address.version !== null && address.version !== edition.version) return { kind: 'no-version', edition }
  const mode = edition.modes.find(({ name }) => name === address.mode)
  if (!mode) return { kind: 'no-mode', edition }
  const coming = address.role === null ? {} : { role: address.role }
  if (address.run !== null) return continueRun(api, edition, address.run, coming)
  if (!mode.open) return { kind: 'locked', edition }
  return beginRun(api, edition, mode.name, coming)
}

async function missing(api: Api, address: TrainAddress): Promise<OpenedRun> {
  const present = address.version === null ? null : await api.edition(address.scenario)
  if (present?.ok) return { kind: 'no-version', edition: present.value }
  const existing = await api.scenarios()
  return existing.ok
    ? { kind: 'no-scenario', existing: existing.value }
    : { kind: 'failed', problem: existing.problem }
}

async function continueRun(
  api: Api,
  edition: ClientEdition,
  session: string,
  coming: { role?: string },
): Promise<OpenedRun> {
  const ticket = await api.ticket(session, { as: 'participant', ...coming })
  if (ticket.ok) return { kind: 'ready', edition, session, firstTicket: ticket.value.ticket }
  if (ticket.problem.code === 'ended') return { kind: 'over', session }
  return ticket.problem.transient
    ? { kind: 'failed', problem: ticket.problem }
    : { kind: 'gone', session, problem: ticket.problem }
}

async function beginRun(
  api: Api,
  edition: ClientEdition,
  mode: ModeName,
  coming: { role?: string },
): Promise<OpenedRun> {
  const begun = await api.startRun({ scenario: edition.id, mode, version: edition.version, ...coming })
  if (!begun.ok) return { kind: 'failed', problem: begun.problem }
  return { kind: 'ready', edition, session: begun.value.session, firstTicket: begun.value.ticket }
}
