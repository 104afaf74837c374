import { expect, test } from 'vitest'
import type { Api, Ticket } from '#client/net/api.ts'
import type { ApiResult } from '#client/problem.ts'
import { problem } from '#client/net/fake-room.fixture.ts'
import { edition } from './edition.fixture.ts'
import { openRun } from './open-run.ts'
import { readAddress, writeAddress } from './read-address.ts'

const no = (code: string, status: number): ApiResult<never> => ({
  ok: false,
  problem: { ...problem(code, false), status },
})
const yes = <T>(value: T): Promise<ApiResult<T>> => Promise.resolve({ ok: true, value })

const ticket: Ticket = {
  ticket: 't2',
  kind: 'participant',
  role: '',
  scenario: edition.id,
  version: '1.0.0',
  mode: 'guided',
}
const server = (overrides: Partial<Api> = {}) =>
  ({
    edition: async (id: string, version?: string) =>
      id === edition.id && (version ?? '1.0.0') === '1.0.0' ? yes(edition) : no('unknown', 404),
    scenarios: () => yes([]),
    startRun: () => yes({ session: 's', ticket: 't' }),
    ticket: () => yes(ticket),
    ...overrides,
  }) as Api
const at = (address: string) => {
  const { pathname, search } = new URL(address, 'http://x')
  return readAddress({ pathname, search })
}
const path = `/train/${edition.id}`

test('UI-1 says what exists instead of what does not', async () => {
  expect((await openRun(server(), at('/train/nowhere'))).kind).toBe('no-scenario')
  expect((await openRun(server(), at(`${path}?mode=nonsense`))).kind).toBe('no-mode')
  expect((await openRun(server(), at(`${path}?version=9.9.9`))).kind).toBe('no-version')
  expect((await openRun(server(), at(`${path}?mode=exam`))).kind).toBe('locked')
})

test('UI-2 begins a run, or goes on with the one that is named', async () => {
  expect(await openRun(server(), at(path))).toEqual({
    kind: 'ready',
    edition,
    session: 's',
    firstTicket: 't',
  })
  expect(await openRun(server(), at(`${path}?run=old`))).toEqual({
    kind: 'ready',
    edition,
    session: 'old',
    firstTicket: 't2',
  })
})

test('UI-2 an exam that was begun goes on though the mode is no longer open', async () => {
  expect((await openRun(server(), at(`${path}?mode=exam&run=old`))).kind).toBe('ready')
})

test('UI-2 a run that is over leads to its debrief; one that is gone says so', async () => {
  const over = server({ ticket: async () => no('ended', 409) })
  expect(await openRun(over, at(`${path}?run=old`))).toEqual({ kind: 'over', session: 'old' })
  expect((await openRun(server({ ticket: async () => no('unknown', 404) }), at(`${path}?run=x`))).kind).toBe(
    'gone',
  )
})

test('UI-2 the role in the address is the one that is asked for', async () => {
  const asked: unknown[] = []
  const api = server({
    startRun: (run) => (asked.push(run.role), yes({ session: 's', ticket: 't' })),
    ticket: (_session, coming) => (asked.push(coming), yes(ticket)),
  })
  await openRun(api, at(`${path}?role=lead`))
  await openRun(api, at(`${path}?run=old&role=watch`))
  await openRun(api, at(`${path}?run=old`))
  expect(asked).toEqual(['lead', { as: 'participant', role: 'watch' }, { as: 'participant' }])
})

test('UI-2 an address survives being written and read', () => {
  const address = { scenario: 'a b', mode: 'guided', version: '1.0.0', run: 'r', role: 'lead' }
  expect(at(writeAddress(address))).toEqual(address)
  expect(at('/train/%E0%A4%A')).toMatchObject({
    scenario: '%E0%A4%A',
    mode: 'guided',
    version: null,
    run: null,
    role: null,
  })
})
