import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { serve } from '@hono/node-server'
import { default as XAPI } from '@xapi/xapi'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { context, NOW } from '#shared/xapi/record-context.fixture.ts'
import { statementsOf } from '#shared/xapi/statements-of.ts'

import { memoryStatements } from './adapters/memory-statements.ts'
import { createLrs } from './lrs.ts'

const nowMs = () => NOW
const lrs = createLrs({
  store: memoryStatements(nowMs),
  credentials: { key: 'k', secret: 's' },
  homePage: 'https://lrs.example',
  nowMs,
})
const server = serve({ fetch: lrs.fetch, port: 0, hostname: '127.0.0.1' })
let client: XAPI

beforeAll(async () => {
  if (!server.listening) await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  client = new XAPI({
    endpoint: `http://127.0.0.1:${port}/xapi/`,
    auth: XAPI.toBasicAuth('k', 's'),
    adapter: 'fetch',
  })
})
afterAll(() => void server.close())

const run = statementsOf(
  [
    { n: 0, atMs: 0, type: 'sessionStarted' },
    {
      n: 1,
      atMs: 900,
      type: 'mistake',
      rule: 'aim',
      actor: context.learner,
      category: 'unsafe',
      severity: 'critical',
      step: 'aim',
    },
    {
      n: 2,
      atMs: 1000,
      type: 'stepEnded',
      step: 'aim',
      how: 'correct',
      durationMs: 1000,
      attempt: 1,
      mistakes: 1,
      hints: 0,
      measured: true,
    },
    {
      n: 3,
      atMs: 1000,
      type: 'ended',
      outcome: 'out',
      success: true,
      durationMs: 1000,
      abandoned: false,
      score: { scaled: 0.8, passed: true, passMark: 0.7, criteria: [] },
    },
  ],
  context,
  NOW,
).map(({ bytes }) => JSON.parse(bytes))

test('XAPI-14 a client that is not ours sends a run and reads the same statements back', async () => {
  const sent = await client.sendStatements({ statements: run })
  expect(sent.data).toEqual(run.map(({ id }) => id))
  const read = await client.getStatements({ registration: context.registration, ascending: true })
  const { statements } = read.data as { statements: object[] }
  expect(statements).toMatchObject(run)
  const agent = {
    objectType: 'Agent',
    account: { homePage: context.homePage, name: context.learner },
  } as const
  const passed = await client.getStatements({ agent, verb: 'http://adlnet.gov/expapi/verbs/passed' })
  expect(passed.data).toMatchObject({ statements: [{ result: { score: { scaled: 0.8 } } }], more: '' })
})

test('LRS-14 LRS-16 that client voids, reads what was voided, and follows more', async () => {
  const [first] = run
  await client.voidStatement({ actor: first.actor, statementId: first.id })
  await expect(client.getStatement({ statementId: first.id })).rejects.toBeDefined()
  expect((await client.getVoidedStatement({ voidedStatementId: first.id })).data).toMatchObject({
    id: first.id,
  })
  const page = await client.getStatements({ limit: 2 })
  const { more } = page.data as { more: string }
  const next = await client.getMoreStatements({ more })
  expect((next.data as { statements: object[] }).statements.length).toBeGreaterThan(0)
  expect((await client.getAbout()).data).toMatchObject({ version: ['1.0.3', '2.0.0'] })
})
