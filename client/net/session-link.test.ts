import { expect, test } from 'vitest'
import { linkInHand, problem } from './fake-room.fixture.ts'

test('NET-7 comes back with a fresh ticket and resends what was not answered', async () => {
  const { link, rooms, joins, settle, fireTimer } = linkInHand()
  await settle()
  rooms[0]?.welcome(11)
  expect(link.status.get()).toBe('online')
  if (rooms[0]) rooms[0].answer = () => new Promise(() => {})
  const answered = link.act('press', 'call-point')
  rooms[0]?.drop()
  expect(link.status.get()).toBe('reconnecting')
  expect(link.waiting.get()).toBe(1)
  await fireTimer()
  rooms[1]?.welcome(12)
  expect(await answered).toEqual({ ok: true, tick: 1 })
  expect(joins).toEqual(['t1', 't2'])
  expect(rooms[1]?.requests.map(({ epoch, seq, action, target }) => [epoch, seq, action, target])).toEqual([
    [11, 0, 'press', 'call-point'],
  ])
  expect(link.status.get()).toBe('online')
})

test('NET-7 waits longer each time, up to five seconds, through a server that is away for minutes', async () => {
  const { link, rooms, server, settle, fireTimer } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  server.ticket = async () => ({ ok: false, problem: problem('offline', true) })
  rooms[0]?.drop()
  const delays: (number | undefined)[] = []
  for (let round = 0; round < 40; round += 1) delays.push(await fireTimer())
  expect(delays.slice(0, 7)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000])
  expect(delays.at(-1)).toBe(5000)
  expect(link.status.get()).toBe('reconnecting')
  server.ticket = async () => ({ ok: true, value: { ticket: 'late' } })
  await fireTimer()
  rooms[1]?.welcome(2)
  expect(link.status.get()).toBe('online')
})

test('NET-8 a run that is over ends the trying', async () => {
  const { link, rooms, server, settle, fireTimer, timers } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  server.ticket = async () => ({ ok: false, problem: problem('ended', false, 409) })
  rooms[0]?.drop()
  const waiting = link.act('press')
  await fireTimer()
  expect(link.status.get()).toBe('ended')
  expect(await waiting).toEqual({ ok: false, reason: 'not-now' })
  expect(timers).toEqual([])
})

test('NET-8 a definite no at the ticket is told', async () => {
  const { link, rooms, server, settle, fireTimer } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  server.ticket = async () => ({ ok: false, problem: problem('unknown', false) })
  rooms[0]?.drop()
  await fireTimer()
  expect(link.status.get()).toBe('refused')
  expect(link.problem.get()?.code).toBe('unknown')
})

test('NET-8 a refused join is tried with two more fresh tickets', async () => {
  const { link, joins, server, settle, fireTimer } = linkInHand()
  server.join = async () => ({ ok: false, problem: problem('expired-ticket', false, 401) })
  await settle()
  expect(link.status.get()).toBe('connecting')
  await fireTimer()
  await fireTimer()
  expect(link.status.get()).toBe('refused')
  expect(joins).toEqual(['t1', 't2', 't3'])
})

test('NET-10 poses without a connection are dropped', async () => {
  const { link, rooms, settle, fireTimer } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  rooms[0]?.drop()
  expect(link.sendPose(new Uint8Array([1]))).toBe(false)
  await fireTimer()
  rooms[1]?.welcome(2)
  expect(link.sendPose(new Uint8Array([2]))).toBe(true)
  expect(rooms.map(({ poses }) => poses.map((bytes) => [...bytes]))).toEqual([[], [[2]]])
})

test('NET-11 after the end nobody reconnects', async () => {
  const { link, rooms, timers, settle } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  rooms[0]?.view('ended')
  rooms[0]?.drop()
  expect(link.status.get()).toBe('ended')
  expect(timers).toEqual([])
})

test('NET-6 closing leaves the room and refuses what waits', async () => {
  const { link, rooms, timers, settle } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  if (rooms[0]) rooms[0].answer = () => new Promise(() => {})
  const waiting = link.act('press')
  link.close()
  rooms[0]?.drop()
  expect(await waiting).toEqual({ ok: false, reason: 'not-now' })
  expect(rooms[0]?.leftByUs).toBe(true)
  expect(timers).toEqual([])
})

test.each([
  ['elsewhere', 'elsewhere'],
  ['done', 'left'],
] as const)('NET-8a a connection that closed as %s is not tried again', async (why, code) => {
  const { link, rooms, settle, timers } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  rooms[0]?.drop(why)
  expect(link.status.get()).toBe('refused')
  expect(link.problem.get()).toMatchObject({ code, transient: false })
  expect(timers).toEqual([])
  expect(await link.act('press')).toEqual({ ok: false, reason: 'not-now' })
})

test('NET-14 who was removed is not tried again; who is to come back joins again', async () => {
  const { link, rooms, joins, settle, timers, fireTimer } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  rooms[0]?.drop('come-back')
  expect(await fireTimer()).toBe(250)
  rooms[1]?.welcome(2)
  expect([link.status.get(), joins]).toEqual(['online', ['t1', 't2']])
  rooms[1]?.drop('removed')
  expect([link.status.get(), link.problem.get()?.code, timers]).toEqual(['refused', 'removed', []])
})

test('NET-14 a page of its own for another kind of member is told instead', async () => {
  const moved: string[] = []
  const { rooms, settle, timers } = linkInHand({ comeBack: () => moved.push('moved') })
  await settle()
  rooms[0]?.welcome(1)
  rooms[0]?.drop('come-back')
  expect([moved, timers]).toEqual([['moved'], []])
})

test('NET-15 what is asked of the room is answered once, and without a connection with a no', async () => {
  const { link, rooms, settle } = linkInHand()
  expect(await link.moderate({ act: 'begin' })).toEqual({ ok: false, reason: 'not-now' })
  expect(await link.requestClock(5)).toBe(null)
  await settle()
  if (rooms[0]) rooms[0].answers = { moderate: { ok: true }, clock: { t0: 5, session: 900 } }
  expect(await link.moderate({ act: 'mute', person: 'x', on: true })).toEqual({ ok: true })
  expect(await link.requestClock(5)).toEqual({ t0: 5, session: 900 })
  expect(await link.liveAct({ act: 'raise-hand', on: true })).toEqual({ ok: false, reason: 'not-now' })
  expect(rooms[0]?.asked).toEqual([
    ['moderate', { act: 'mute', person: 'x', on: true }],
    ['clock', { t0: 5 }],
    ['live', { act: 'raise-hand', on: true }],
  ])
})

test('NET-16 shared pose frames reach everybody who listens, until they stop', async () => {
  const { link, rooms, settle } = linkInHand()
  await settle()
  const heard: number[][] = []
  const stop = link.onPoses((bytes) => heard.push([...bytes]))
  rooms[0]?.listener?.poses(new Uint8Array([1, 2]))
  stop()
  rooms[0]?.listener?.poses(new Uint8Array([3]))
  expect(heard).toEqual([[1, 2]])
})

test('NET-16 pose frames that came before anybody listened are told first, those of an older connection are not', async () => {
  const { link, rooms, settle, fireTimer } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  rooms[0]?.listener?.poses(new Uint8Array([1]))
  rooms[0]?.drop()
  await fireTimer()
  rooms[1]?.listener?.poses(new Uint8Array([2]))
  rooms[1]?.listener?.poses(new Uint8Array([3]))
  const heard: number[][] = []
  link.onPoses((bytes) => heard.push([...bytes]))
  rooms[1]?.listener?.poses(new Uint8Array([4]))
  expect(heard).toEqual([[2], [3], [4]])
})
