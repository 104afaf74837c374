import { Hono } from 'hono'
import { z } from 'zod'
import { hashSecret, normaliseCode, runCode } from '#server/people/codes.ts'
import type { Guests } from '#server/people/guests.ts'
import type { PeopleStore } from '#server/people/people-store.ts'
import type { Journal } from '#server/sessions/journal.ts'
import type { TrainingSession } from '#server/sessions/training-session.ts'
import type { TrainingSessions } from '#server/sessions/training-sessions.ts'
import { doorRefusals } from './door-refusals.ts'
import type { Limits } from './guard.ts'
import { limitRate } from './guard.ts'
import type { HttpEnv } from './http-env.ts'
import { addressOf } from './http-env.ts'
import { readJson } from './read-json.ts'
import { refusals, refuse } from './refuse.ts'
import { runGuests } from './run-guests.ts'

/** A code is for the day on which it is shown. */
const CODE_LIFE_MS = 86_400_000

const code = z.strictObject({ code: z.string().max(32) })

export type JoinApiDeps = {
  readonly people: PeopleStore
  readonly guests: Guests
  readonly sessions: TrainingSessions
  readonly journal: Journal
  readonly codeKey: string
  readonly nowMs: () => number
  /** Guesses at codes. */
  readonly guesses: Limits
  /** Where another device reaches this server. */
  readonly baseUrl: () => string
}

/** How others find into a run: who leads it shows a code, and whoever types that may ask for a ticket. */
export function joinApi(deps: JoinApiDeps): Hono<HttpEnv> {
  const { people, guests, sessions, journal, codeKey, nowMs, guesses, baseUrl } = deps
  const { find, leads } = runGuests(deps)
  const api = new Hono<HttpEnv>()

  api.post('/runs/:session/code', async (context) => {
    const person = context.get('person')
    const row = await find(context.req.param('session'), person)
    if (row === undefined || !(await leads(row, person)))
      return refuse(refusals.unknown('run', 'The code of a run is shown to who began or leads it.'))
    if (row.status === 'ended') return refuse(doorRefusals.ended)
    const plain = runCode(codeKey, row.id)
    const expiresAtMs = nowMs() + CODE_LIFE_MS
    await guests.share({ codeHash: hashSecret(plain), session: row.id, expiresAtMs, nowMs: nowMs() })
    return context.json({ code: plain, url: `${baseUrl()}/join/${plain}`, expiresAt: expiresAtMs }, 201)
  })

  api.post('/join', limitRate(guesses), async (context) => {
    const body = await readJson(context, code)
    if (!body.ok) return body.response
    const person = context.get('person')
    const plain = normaliseCode(body.value.code)
    const id =
      plain === undefined
        ? undefined
        : await guests.sharedRun({ codeHash: hashSecret(plain), nowMs: nowMs() })
    const row = id === undefined ? undefined : await journal.session(id)
    if (row === undefined)
      return refuse(refusals.unknown('run code', 'Codes end with the run. Ask for the one it has now.'))
    // A right code is no guess: a whole hall may come in through one router.
    guesses.byAddress.giveBack(addressOf(context))
    guesses.byPerson.giveBack(person)
    const session = row.status === 'ended' ? undefined : await sessions.open(row.id)
    if (session === undefined) return refuse(doorRefusals.ended)
    const admitted = session.admits({ person, kind: 'spectator', role: '' })
    if (!admitted.ok && admitted.reason !== 'session-full') return refuse(doorRefusals[admitted.reason])
    await people.addPerson({ id: person, nowMs: nowMs() })
    await guests.invite({ session: row.id, person, nowMs: nowMs() })
    return context.json({
      session: row.id,
      scenario: row.scenario.id,
      mode: row.mode,
      title: session.title,
      roles: session.places,
      people: await peopleIn(session),
      locked: session.locked,
    })
  })

  async function peopleIn({ people: inside }: TrainingSession): Promise<object[]> {
    return Promise.all(
      Object.entries(inside).map(async ([person, { role, kind, bot }]) => ({
        name: bot ? '' : ((await people.label(person)) ?? ''),
        role,
        kind,
      })),
    )
  }

  return api
}
