import { Hono } from 'hono'
import { z } from 'zod'
import type { PeopleStore } from '#server/people/people-store.ts'
import type { Tickets } from '#server/people/tickets.ts'
import type { Journal, SessionRow } from '#server/sessions/journal.ts'
import { BROKEN } from '#server/sessions/journal.ts'
import type { TrainingSessions } from '#server/sessions/training-sessions.ts'
import { KeyedBuckets } from '#server/token-bucket.ts'
import { documentId, semver } from '#shared/scenario/common.ts'
import type { Debrief } from '#shared/session/debrief.ts'
import { modeName } from '#shared/scenario/scenario.ts'
import type { HttpEnv } from './http-env.ts'
import { addressOf } from './http-env.ts'
import { mayLead, mayStart } from './may.ts'
import { readJson } from './read-json.ts'
import { refusals, refuse, type HttpRefusal } from './refuse.ts'

const run = z.strictObject({ scenario: documentId, mode: modeName, version: semver.optional() })
const MOST_RUNS_LISTED = 100
/** Who sends no cookie is a new person each time, so the address counts too: a class, then whoever comes late. */
const beginningsByAddress = { perSecond: 2, burst: 60 } as const
/** Each ends by itself ten minutes after it was left. */
const MOST_OPEN_RUNS = 20

export type RunsApiDeps = {
  readonly people: PeopleStore
  readonly tickets: Tickets
  readonly sessions: TrainingSessions
  readonly journal: Journal
  /** Of an ended session, read from its log. */
  readonly debrief: (row: SessionRow) => Promise<Debrief>
  readonly nowMs: () => number
}

/** Begin, continue and look back at runs. */
export function runsApi({ people, tickets, sessions, journal, debrief, nowMs }: RunsApiDeps): Hono<HttpEnv> {
  const api = new Hono<HttpEnv>()
  const beginnings = new KeyedBuckets(beginningsByAddress)

  api.post('/', async (context) => {
    if (!beginnings.take(addressOf(context), nowMs())) return refuse(refusals.tooMany, { 'retry-after': '5' })
    const body = await readJson(context, run)
    if (!body.ok) return body.response
    const person = context.get('person')
    const { scenario, mode, version } = body.value
    if (!mayStart(mode, scenario, await people.grants(person)))
      return refuse(refusals.needsGrant(`Mode "${mode}"`))
    await people.addPerson({ id: person, nowMs: nowMs() })
    const open = (await journal.listByPerson(person)).filter(({ status }) => status === 'open').length
    if (open >= MOST_OPEN_RUNS) return refuse(tooManyOpen)
    const started = await sessions.start({
      scenario,
      mode,
      person,
      ...(version === undefined ? {} : { version }),
    })
    if (!started.ok && started.reason === 'full') return refuse(full, { 'retry-after': '60' })
    if (!started.ok) {
      const what =
        started.reason === 'unknown-mode'
          ? `mode "${mode}" in this scenario`
          : `scenario "${scenario}"${version === undefined ? '' : ` in version ${version}`}`
      return refuse(refusals.unknown(what, 'The lobby lists what there is.'))
    }
    const { session, role } = started
    return context.json({ session, ticket: tickets.issue({ session, person, role }) }, 201)
  })

  api.get('/', async (context) => {
    const rows = (await journal.listByPerson(context.get('person'))).slice(0, MOST_RUNS_LISTED)
    return context.json(rows.map(summary))
  })

  api.post('/:session/ticket', async (context) => {
    const person = context.get('person')
    const row = await ownRow(context.req.param('session'), person)
    if (row === undefined) return refuse(noRun)
    if (row.status === 'ended')
      return refuse({
        status: 409,
        error: 'ended',
        message: 'This run is over.',
        hint: 'Its debrief is ready; begin a new run from the lobby.',
      })
    return context.json({
      ticket: tickets.issue({ session: row.id, person, role: await sessions.roleIn(row) }),
    })
  })

  api.get('/:session/debrief', async (context) => {
    const person = context.get('person')
    const row = await journal.session(context.req.param('session'))
    const mine = row?.persons.includes(person) === true
    if (row === undefined || (!mine && !mayLead(await people.grants(person), row.scenario.id)))
      return refuse(noRun)
    if (row.status !== 'ended')
      return refuse({
        status: 409,
        error: 'running',
        message: 'This run is not over yet.',
        hint: 'Finish it, or let it end by itself ten minutes after everybody has left.',
      })
    if (row.ended.outcome === BROKEN) return refuse(broken)
    return context.json(await debrief(row))
  })

  /** A run of others and a run that never was look the same. */
  async function ownRow(id: string, person: string): Promise<SessionRow | undefined> {
    const row = await journal.session(id)
    return row?.persons.includes(person) === true ? row : undefined
  }

  return api
}

const tooManyOpen: HttpRefusal = {
  status: 429,
  error: 'too-many',
  message: `There are ${MOST_OPEN_RUNS} unfinished runs already.`,
  hint: 'Continue one of them from the lobby; runs left alone end by themselves after ten minutes.',
}
const full: HttpRefusal = {
  status: 503,
  error: 'full',
  message: 'This server runs as many sessions as it can.',
  hint: 'Try again in a few minutes; runs left alone end by themselves after ten.',
}
const broken: HttpRefusal = {
  status: 410,
  error: 'broken',
  message: 'This run could not be continued: its record is damaged or the documents it began with are gone.',
  hint: 'Begin a new run from the lobby; operators: the server log says what is wrong with it.',
}
const noRun = refusals.unknown('run', 'It may belong to somebody else; your own runs are in the lobby.')

function summary(row: SessionRow): object {
  return {
    session: row.id,
    scenario: row.scenario.id,
    version: row.scenario.version,
    mode: row.mode,
    status: row.status,
    startedAt: row.createdAt,
    ...(row.status === 'ended' ? { outcome: row.ended.outcome, endedAt: row.ended.at } : {}),
  }
}
