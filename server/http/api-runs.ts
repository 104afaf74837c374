import { Hono } from 'hono'
import { z } from 'zod'
import type { Guests } from '#server/people/guests.ts'
import type { PeopleStore } from '#server/people/people-store.ts'
import type { Tickets } from '#server/people/tickets.ts'
import type { Journal, SessionRow } from '#server/sessions/journal.ts'
import { BROKEN } from '#server/sessions/journal.ts'
import type { TrainingSessions } from '#server/sessions/training-sessions.ts'
import { KeyedBuckets } from '#server/token-bucket.ts'
import { documentId, semver } from '#shared/scenario/common.ts'
import type { Debrief } from '#shared/session/debrief.ts'
import { modeName } from '#shared/scenario/scenario.ts'
import { doorRefusals } from './door-refusals.ts'
import { debriefFor } from './debrief-for.ts'
import type { HttpEnv } from './http-env.ts'
import { addressOf } from './http-env.ts'
import { mayLead, mayStart } from './may.ts'
import { readJson } from './read-json.ts'
import { refusals, refuse, type HttpRefusal } from './refuse.ts'
import { runGuests } from './run-guests.ts'

const role = documentId.optional()
const run = z.strictObject({
  scenario: documentId,
  mode: modeName,
  version: semver.optional(),
  role,
  as: z.enum(['participant', 'instructor']).default('participant'),
})
const coming = z.strictObject({
  role,
  as: z.enum(['participant', 'instructor', 'spectator']).default('participant'),
})
const MOST_RUNS_LISTED = 100
/** Who sends no cookie is a new person each time, so the address counts too: a class, then whoever comes late. */
const beginningsByAddress = { perSecond: 2, burst: 60 } as const
/** Each ends by itself ten minutes after it was left. */
const MOST_OPEN_RUNS = 20

export type RunsApiDeps = {
  readonly people: PeopleStore
  readonly guests: Guests
  readonly tickets: Tickets
  readonly sessions: TrainingSessions
  readonly journal: Journal
  /** Of an ended session, read from its log. */
  readonly debrief: (row: SessionRow) => Promise<Debrief>
  readonly nowMs: () => number
}

/** Begin, continue and look back at runs. */
export function runsApi(deps: RunsApiDeps): Hono<HttpEnv> {
  const { people, tickets, sessions, journal, debrief, nowMs } = deps
  const { find, leads, mayTakePart } = runGuests(deps)
  const api = new Hono<HttpEnv>()
  const beginnings = new KeyedBuckets(beginningsByAddress)

  api.post('/', async (context) => {
    if (!beginnings.take(addressOf(context), nowMs())) return refuse(refusals.tooMany, { 'retry-after': '5' })
    const body = await readJson(context, run)
    if (!body.ok) return body.response
    const person = context.get('person')
    const { scenario, mode, version, as: kind, role: wanted = '' } = body.value
    const grants = await people.grants(person)
    if (!mayStart(mode, scenario, grants)) return refuse(refusals.needsGrant(`Mode "${mode}"`))
    if (kind === 'instructor' && !mayLead(grants, scenario))
      return refuse(refusals.needsGrant('Leading others'))
    await people.addPerson({ id: person, nowMs: nowMs() })
    const open = (await journal.listByPerson(person)).filter(
      ({ status, host }) => status === 'open' && host === person,
    )
    if (open.length >= MOST_OPEN_RUNS) return refuse(tooManyOpen)
    const started = await sessions.start({
      scenario,
      mode,
      person,
      kind,
      role: wanted,
      ...(version === undefined ? {} : { version }),
    })
    if (started.ok)
      return context.json(
        {
          session: started.session,
          ticket: tickets.issue({ session: started.session, person, kind, role: started.role }),
        },
        201,
      )
    switch (started.reason) {
      case 'full':
        return refuse(full, { 'retry-after': '60' })
      case 'unknown-role':
        return refuse(doorRefusals['unknown-role'])
      case 'unknown-mode':
        return refuse(unknown(`mode "${mode}" in this scenario`))
      case 'unknown-scenario':
        return refuse(
          unknown(`scenario "${scenario}"${version === undefined ? '' : ` in version ${version}`}`),
        )
    }
  })

  api.get('/', async (context) => {
    const rows = (await journal.listByPerson(context.get('person'))).slice(0, MOST_RUNS_LISTED)
    return context.json(rows.map(summary))
  })

  api.post('/:session/ticket', async (context) => {
    const person = context.get('person')
    const body = await readJson(context, coming)
    if (!body.ok) return body.response
    const row = await find(context.req.param('session'), person)
    if (row === undefined) return refuse(noRun)
    const { as: kind, role: wanted = '' } = body.value
    if (kind === 'instructor' && !mayLead(await people.grants(person), row.scenario.id))
      return refuse(refusals.needsGrant('Leading others'))
    if (kind === 'participant' && !(await mayTakePart(row, person)))
      return refuse(refusals.needsGrant(`Mode "${row.mode}"`))
    const session = row.status === 'ended' ? undefined : await sessions.open(row.id)
    if (session === undefined) return refuse(doorRefusals.ended)
    const admitted = session.admits({ person, kind, role: wanted })
    if (!admitted.ok) return refuse(doorRefusals[admitted.reason])
    return context.json({
      ticket: tickets.issue({ session: row.id, person, kind, role: admitted.role }),
      kind,
      role: admitted.role,
      scenario: row.scenario.id,
      version: row.scenario.version,
      mode: row.mode,
    })
  })

  api.get('/:session/debrief', async (context) => {
    const person = context.get('person')
    const row = await find(context.req.param('session'), person)
    if (row === undefined) return refuse(noRun)
    const reader = { person, leads: await leads(row, person) }
    // Who only watched an exam does not read how others did in it.
    if (row.mode === 'exam' && !row.persons.includes(person) && !reader.leads) return refuse(noRun)
    if (row.status !== 'ended')
      return refuse({
        status: 409,
        error: 'running',
        message: 'This run is not over yet.',
        hint: 'Finish it, or let it end by itself ten minutes after everybody has left.',
      })
    if (row.ended.outcome === BROKEN) return refuse(broken)
    return context.json(await debriefFor(await debrief(row), row.persons, reader, (id) => people.label(id)))
  })

  return api
}

const unknown = (what: string): HttpRefusal => refusals.unknown(what, 'The lobby lists what there is.')
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
