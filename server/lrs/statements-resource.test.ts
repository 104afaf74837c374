import { beforeEach, expect, test } from 'vitest'

import { agent, id, startLrs, statement } from './lrs.fixture.ts'

let { clock, ask, post, put, list, idsOf } = startLrs()
beforeEach(() => void ({ clock, ask, post, put, list, idsOf } = startLrs()))

test('LRS-10 PUT and POST keep statements and name them', async () => {
  expect((await put(id(1), statement(1))).status).toBe(204)
  expect((await put(id(2).toUpperCase(), { ...statement(2), id: undefined })).status).toBe(204)
  expect((await post([statement(4), statement(3)])).json).toEqual([id(4), id(3)])
  expect((await post({ ...statement(0), id: undefined })).json).toEqual([
    expect.stringMatching(/^[0-9a-f-]{36}$/),
  ])
  expect((await put(id(5), statement(6))).status).toBe(400)
  expect((await put('5', statement(5))).status).toBe(400)
  expect((await put(id(5), [statement(5)])).status).toBe(400)
  expect((await ask('/statements', { method: 'PUT', body: statement(5) })).status).toBe(400)
})

test('LRS-11 one bad statement refuses the batch and says where', async () => {
  const answer = await post([statement(1), statement(2, { result: { success: 'yes' } })])
  expect(answer).toMatchObject({
    status: 400,
    json: { error: expect.stringMatching(/^Statement 1 is refused\. result\.success: /) },
  })
  expect(await list()).toEqual([])
})

test('LRS-12 known ids', async () => {
  const timed = statement(1, { timestamp: '2025-05-05T10:00:00Z' })
  expect((await post(timed)).status).toBe(200)
  clock.nowMs += 1000
  expect((await post({ ...timed, timestamp: '2025-05-05T12:00:00+02:00' })).status).toBe(200)
  expect((await put(id(1), timed)).status).toBe(204)
  expect((await put(id(1).toUpperCase(), { ...timed, id: id(1).toUpperCase() })).status).toBe(204)
  expect((await post({ ...timed, actor: agent('eve') })).status).toBe(409)
  expect((await post([statement(2), { ...timed, actor: agent('eve') }])).status).toBe(409)
  expect((await post([statement(3), statement(3)])).status).toBe(400)
  expect(await list()).toEqual([1])
  expect((await ask(`/statements?statementId=${id(1)}`)).json.stored).toBe('2026-01-01T00:00:00.000Z')
})

test('LRS-13 the store completes a statement', async () => {
  await post(
    statement(1, {
      stored: '1999-01-01T00:00:00Z',
      authority: agent('eve'),
      context: { contextActivities: { parent: { id: 'x:p' } } },
    }),
  )
  await post(statement(2, { timestamp: '2025-05-05T12:00:00.123456+02:00', version: '1.0.3' }), {
    version: '2.0.0',
  })
  expect((await ask(`/statements?statementId=${id(1)}`)).json).toEqual({
    ...statement(1),
    context: { contextActivities: { parent: [{ id: 'x:p' }] } },
    timestamp: '2026-01-01T00:00:00.000Z',
    stored: '2026-01-01T00:00:00.000Z',
    authority: { objectType: 'Agent', account: { homePage: 'https://lrs.example', name: 'sightline' } },
    version: '1.0.0',
  })
  expect((await ask(`/statements?statementId=${id(2)}`)).json).toMatchObject({
    timestamp: '2025-05-05T10:00:00.123Z',
    version: '1.0.3',
  })
  clock.nowMs -= 60_000
  await post(statement(3))
  expect((await ask(`/statements?statementId=${id(3)}`)).json.stored).toBe('2026-01-01T00:00:00.000Z')
})

test('LRS-14 by id, voided or not', async () => {
  await post(statement(1))
  const found = await ask(`/statements?statementId=${id(1).toUpperCase()}`)
  expect([found.status, found.headers.get('Last-Modified')]).toEqual([200, 'Thu, 01 Jan 2026 00:00:00 GMT'])
  expect((await ask(`/statements?statementId=${id(1)}`, { method: 'HEAD' })).text).toBe('')
  await post(
    statement(2, {
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: id(1) },
    }),
  )
  const statusOf = async (query: string) => (await ask(`/statements?${query}`)).status
  expect(await statusOf(`statementId=${id(1)}`)).toBe(404)
  expect(await statusOf(`voidedStatementId=${id(1)}`)).toBe(200)
  expect(await statusOf(`voidedStatementId=${id(2)}`)).toBe(404)
  expect(await list()).toEqual([2])
  expect(await statusOf(`statementId=${id(1)}&voidedStatementId=${id(1)}`)).toBe(400)
  expect(await statusOf(`statementId=${id(1)}&limit=1`)).toBe(400)
  expect(await statusOf(`statementId=${id(2)}&format=ids&attachments=false`)).toBe(200)
})

test('LRS-15 filters', async () => {
  const registration = '0b9e1f6a-92b8-4a8f-9b0e-0000000000bb'
  await post(statement(1))
  clock.nowMs += 1000
  await post(
    statement(2, {
      actor: agent('bob'),
      verb: { id: 'x:undid' },
      context: { registration, instructor: agent('ada') },
    }),
  )
  clock.nowMs += 1000
  const parent = { contextActivities: { parent: [{ id: 'x:thing' }] } }
  await post(
    statement(3, {
      actor: { objectType: 'Group', member: [agent('bob')] },
      object: { id: 'x:other' },
      context: parent,
    }),
  )
  const by = (params: Record<string, string>) => list(`?${new URLSearchParams(params).toString()}`)
  const ada = JSON.stringify(agent('ada'))
  const bob = JSON.stringify(agent('bob'))
  expect(await by({})).toEqual([3, 2, 1])
  expect(await by({ ascending: 'true', limit: '2' })).toEqual([1, 2])
  expect(await by({ agent: ada })).toEqual([1])
  expect(await by({ agent: ada, related_agents: 'true' })).toEqual([2, 1])
  expect(await by({ agent: bob })).toEqual([3, 2])
  expect(await by({ activity: 'x:thing' })).toEqual([2, 1])
  expect(await by({ activity: 'x:thing', related_activities: 'true' })).toEqual([3, 2, 1])
  expect(await by({ verb: 'x:undid', registration: registration.toUpperCase() })).toEqual([2])
  expect(await by({ since: '2026-01-01T00:00:00Z', until: '2026-01-01T00:00:01Z' })).toEqual([2])
})

test.each([
  'colour=red',
  'StatementId=x',
  'Verb=x:did',
  'limit=-1',
  'limit=ten',
  'ascending=yes',
  'since=today',
  'verb=did',
  'activity=thing',
  'registration=1',
  'agent=ada',
  'agent=%7B%7D',
  'agent=%7B%22objectType%22%3A%22Group%22%2C%22member%22%3A%5B%5D%7D',
  'format=short',
  'verb=x:a&verb=x:b',
])('LRS-15 refuses ?%s', async (query) => expect((await ask(`/statements?${query}`)).status).toBe(400))

test('LRS-16 more leads through all pages, whatever arrives meanwhile', async () => {
  await post(Array.from({ length: 7 }, (_, n) => statement(n)))
  const agentParam = encodeURIComponent(JSON.stringify(agent('ada')))
  const seen: number[] = []
  let next = `/statements?limit=3&agent=${agentParam}`
  for (let arrival = 100; next !== ''; arrival++) {
    const { json } = await ask(next)
    seen.push(...idsOf(json))
    expect(json.more === '' || json.more.startsWith('/xapi/statements?')).toBe(true)
    next = json.more.replace('/xapi', '')
    await post(statement(arrival))
  }
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0])
})

test('LRS-17 formats', async () => {
  const group = { objectType: 'Group', name: 'crew', member: [{ ...agent('bob'), name: 'Bob' }] }
  await post(
    statement(1, {
      actor: group,
      context: { contextActivities: { parent: [{ id: 'x:p', definition: { name: { en: 'P' } } }] } },
    }),
  )
  const ids = (await ask(`/statements?statementId=${id(1)}&format=ids`)).json
  expect([ids.actor, ids.verb, ids.object, ids.context.contextActivities.parent]).toEqual([
    { objectType: 'Group', member: [agent('bob')] },
    { id: 'x:did' },
    { id: 'x:thing' },
    [{ id: 'x:p' }],
  ])
  const canonical = (
    await ask(`/statements?statementId=${id(1)}&format=canonical`, {
      headers: { 'Accept-Language': 'fr, en;q=0.3, de-AT;q=0.9' },
    })
  ).json
  expect([canonical.verb.display, canonical.object.definition.name]).toEqual([{ de: 'tat' }, { de: 'Ding' }])
  expect((await ask('/statements?format=canonical')).json.statements[0].verb.display).toEqual({ en: 'did' })
})
