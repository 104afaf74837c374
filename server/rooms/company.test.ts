import type { Client } from '@colyseus/core'
import { expect, test } from 'vitest'
import type { Member } from '#server/sessions/seat.ts'
import type { TrainingSession } from '#server/sessions/training-session.ts'
import { createManualClock } from '#server/sessions/clock.ts'
import { silentLog } from '#server/telemetry/log.ts'
import { Company } from './company.ts'
import { PoseRelay } from './pose-relay/pose-relay.ts'

const companyOf = (session: object): Company =>
  new Company({
    session: session as TrainingSession,
    people: { label: async () => undefined },
    poses: new PoseRelay({ clock: createManualClock(0), log: silentLog }),
    log: silentLog,
    onChanged() {},
  })
const clientOf = (got: unknown[]): Client =>
  ({ ref: { on() {} }, enqueueRaw: (bytes: unknown) => got.push(bytes) }) as unknown as Client

test('ROOM-36 a roster goes out when it says something new to whom it is sent', () => {
  const session = { people: {}, spectators: 0, locked: false, live: { state: undefined } }
  const company = companyOf(session)
  const enter = (person: string, moderates: boolean): unknown[] => {
    const got: unknown[] = []
    const member = { moderates } as Partial<Member> as Member
    company.enter(clientOf(got), { person, kind: 'instructor', role: '' }, member)
    return got
  }
  const [leader, other] = [enter('i', true), enter('p', false)]
  for (let n = 0; n < 3; n += 1) company.sendRosters()
  expect([leader.length, other.length]).toEqual([1, 0])
  session.spectators = 1
  const late = enter('j', true)
  for (let n = 0; n < 3; n += 1) company.sendRosters()
  expect([leader.length, late.length, other.length]).toEqual([2, 1, 0])
})

test('ROOM-42 who comes anew may not send more for it', () => {
  const company = companyOf({})
  const member = {} as Member
  const sent = (person: string): number => {
    const client = clientOf([])
    const connection = company.enter(client, { person, kind: 'participant', role: '' }, member)
    let count = 0
    while (count < 500 && connection.may('liveActs')) count += 1
    company.exit(client)
    return count
  }
  const [first, again, other] = [sent('p'), sent('p'), sent('q')]
  expect([first > 30, again < 10, other > 30]).toEqual([true, true, true])
})
