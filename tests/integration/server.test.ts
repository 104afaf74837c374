import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { extinguisherScript } from '../support/run/extinguisher-script.ts'
import { playScript } from '../support/run/play-script.ts'
import { readRecords } from '../support/run/read-records.ts'
import { Trainee } from '../support/run/trainee.ts'
import type { RunningServer, ServerOptions } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'

const entry = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url))
const adminToken = 'the-operator-token-of-this-test'
const MINUTE = 60_000
const undo: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function folder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'sightline-server-'))
  undo.push(() => rm(data, { recursive: true, force: true }))
  return data
}

async function start(options: ServerOptions): Promise<RunningServer> {
  const server = await startServer({ clock: 'manual', entry, ...options })
  undo.push(() => server.kill9())
  return server
}

async function arrive(server: RunningServer, cookie = ''): Promise<Trainee> {
  const trainee = new Trainee(server.http, cookie)
  await trainee.call('GET', '/api/me')
  return trainee
}

test('HOST-22 a run that nobody returns to after a crash ends as abandoned, with debrief and records', async () => {
  const data = await folder()
  const doomed = await start({ data })
  const trainee = await arrive(doomed)
  const session = await trainee.begin('portable-extinguisher', 'guided')
  await playScript({ script: extinguisherScript.slice(0, 4), server: doomed, trainee, session })
  await doomed.kill9()

  const server = await start({ data })
  const again = await arrive(server, trainee.cookie)
  await server.advance({ advanceMs: 10 * MINUTE })
  await until(
    async () => (await again.call<{ status: string }[]>('GET', '/api/runs')).body[0]?.status === 'ended',
  )
  expect((await again.call('GET', `/api/runs/${session}/debrief`)).body).toMatchObject({
    session,
    abandoned: true,
  })
  expect((await again.call('POST', `/api/runs/${session}/ticket`, {})).body).toMatchObject({ error: 'ended' })
  expect(await server.stop()).toBe(0)
  const { undelivered, statements, intact } = readRecords(data, session)
  expect([intact, undelivered, statements.some((statement) => statement.includes('abandoned'))]).toEqual([
    true,
    0,
    true,
  ])
})

test('SRV-52 a stop with a trainee inside is clean; the run waits paused and goes on to its pass', async () => {
  const data = await folder()
  const first = await start({ data })
  const trainee = await arrive(first)
  const session = await trainee.begin('portable-extinguisher', 'guided')
  await playScript({ script: extinguisherScript.slice(0, 4), server: first, trainee, session })
  const stood = trainee.room.state.tick as number
  expect(await first.stop()).toBe(0)

  const second = await start({ data })
  const back = await arrive(second, trainee.cookie)
  await back.comeBack(session)
  expect(back.messages.view[0]?.paused?.reason).toBe('disconnected')
  await playScript({ script: extinguisherScript, server: second, trainee: back, session, from: stood })
  await until(() => back.messages.view.at(-1)?.phase === 'ended')
  expect(back.messages.view.at(-1)?.ended).toMatchObject({ outcome: 'extinguished', passed: true })
})

test('SRV-60 an exam: the wire carries no step, hint, mistake or verdict until it is over', async () => {
  const server = await start({ env: { SIGHTLINE_ADMIN_TOKEN: adminToken } })
  const trainee = await arrive(server)
  expect(
    (await trainee.call('POST', '/api/runs', { scenario: 'portable-extinguisher', mode: 'exam' })).status,
  ).toBe(403)
  await trainee.call('POST', '/api/invites/redeem', { token: adminToken })
  const session = await trainee.begin('portable-extinguisher', 'exam')
  const answers = await playScript({ script: extinguisherScript.slice(0, -1), server, trainee, session })

  const edition = JSON.stringify((await trainee.call('GET', '/api/scenarios/portable-extinguisher')).body)
  for (const word of [
    'transitions',
    'rules',
    'scoring',
    'tests',
    'instruction',
    'hints',
    'remedy',
    'expectedMs',
  ])
    expect(edition).not.toContain(`"${word}"`)
  expect(
    trainee.messages.view.map(({ step, hints, mistakes, highlight, hintAvailable, ended }) => ({
      step,
      hints,
      mistakes,
      highlight,
      hintAvailable,
      ended,
    })),
  ).toEqual(
    trainee.messages.view.map(() => ({
      step: null,
      hints: [],
      mistakes: [],
      highlight: [],
      hintAvailable: false,
      ended: null,
    })),
  )
  expect(JSON.stringify(trainee.room.state.toJSON())).not.toMatch(/step|hint|mistake|score/)
  expect(
    [...answers.values()].every((answer) => JSON.stringify(Object.keys(answer)) === '["ok","tick"]'),
  ).toBe(true)
  expect((await trainee.call('GET', `/api/runs/${session}/debrief`)).status).toBe(409)
  expect(JSON.stringify((await trainee.call('GET', '/api/runs')).body)).not.toMatch(/score|outcome|step/)
})

test('SRV-61 what one person may not see of another: run, ticket, debrief, record store', async () => {
  const server = await start({})
  const [owner, other] = [await arrive(server), await arrive(server)]
  const session = await owner.begin('portable-extinguisher', 'practice')
  expect((await other.call('POST', `/api/runs/${session}/ticket`, {})).status).toBe(404)
  expect((await other.call('GET', `/api/runs/${session}/debrief`)).status).toBe(404)
  expect((await other.call('GET', '/api/runs')).body).toEqual([])
  expect(
    (
      await fetch(new URL('/xapi/statements', server.http), {
        headers: { 'x-experience-api-version': '1.0.3', cookie: other.cookie },
      })
    ).status,
  ).toBe(401)
})

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(setImmediate)
}
