import type { Client } from '@colyseus/core'
import { expect, test } from 'vitest'
import type { Member } from '#server/sessions/seat.ts'
import type { TrainingSession } from '#server/sessions/training-session.ts'
import { createManualClock } from '#server/sessions/clock.ts'
import { silentLog } from '#server/telemetry/log.ts'
import { Company } from './company.ts'
import { PoseRelay } from './pose-relay/pose-relay.ts'

test('ROOM-36 a roster goes out when it says something new to whom it is sent', () => {
  const session = { people: {}, spectators: 0, locked: false, live: { state: undefined } }
  const company = new Company({
    session: session as unknown as TrainingSession,
    people: { label: async () => undefined },
    poses: new PoseRelay({ clock: createManualClock(0), log: silentLog }),
    log: silentLog,
    onChanged() {},
  })
  const enter = (person: string, moderates: boolean): unknown[] => {
    const got: unknown[] = []
    const client = { ref: { on() {} }, enqueueRaw: (bytes: unknown) => got.push(bytes) }
    const member = { moderates } as Partial<Member> as Member
    company.enter(client as unknown as Client, { person, kind: 'instructor', role: '' }, member)
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
