import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { memoryPeople } from './adapters/memory-people.fixture.ts'
import { createTickets } from './tickets.ts'

const key = randomBytes(32).toString('base64url')
const admission = {
  session: randomUUID(),
  person: randomUUID(),
  kind: 'participant',
  role: 'trainee',
} as const

test('PPL-10 a ticket admits once, to its own session', async () => {
  const tickets = createTickets({ key, store: memoryPeople(), nowMs: () => 0 })
  const text = tickets.issue(admission)
  expect(await tickets.redeem(text, randomUUID())).toEqual({ ok: false, reason: 'wrong-ticket' })
  expect(await tickets.redeem(text, admission.session)).toEqual({ ok: true, admission })
  expect(await tickets.redeem(text, admission.session)).toEqual({ ok: false, reason: 'used-ticket' })
})

test('PPL-11 a ticket dies after 60 seconds', async () => {
  let now = 0
  const tickets = createTickets({ key, store: memoryPeople(), nowMs: () => now })
  const text = tickets.issue(admission)
  now = 60_000
  expect(await tickets.redeem(text, admission.session)).toEqual({ ok: false, reason: 'expired-ticket' })
})

test('PPL-12 a ticket of another key, a changed one and garbage are refused', async () => {
  const tickets = createTickets({ key, store: memoryPeople(), nowMs: () => 0 })
  const foreign = createTickets({
    key: randomBytes(32).toString('base64url'),
    store: memoryPeople(),
    nowMs: () => 0,
  }).issue(admission)
  const own = tickets.issue(admission)
  const texts = [
    foreign,
    `${own.startsWith('e') ? 'f' : 'e'}${own.slice(1)}`,
    own.slice(0, -2),
    'x',
    '.',
    '..',
    'a.b',
    'x'.repeat(5000),
  ]
  for (const text of texts)
    expect(await tickets.redeem(text, admission.session)).toEqual({ ok: false, reason: 'wrong-ticket' })
  expect(await tickets.redeem(undefined, admission.session)).toEqual({ ok: false, reason: 'no-ticket' })
})
