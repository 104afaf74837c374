import { expect, test } from 'vitest'
import { StorageError } from '#server/database/storage-error.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { AppendOutcome } from './journal.ts'
import { setUp, settle, upright } from './session-world.fixture.ts'

test('HOST-10 an acknowledgement, its view, cue and world wait for the disk', async () => {
  const world = setUp()
  const { told, press } = world.join()
  await world.session.advanceTo(1)
  let commit: (outcome: AppendOutcome) => void = () => {}
  world.disk.answer = () => new Promise((resolve) => (commit = resolve))
  let answer: IntentAnswer | undefined
  void press(1).then((got) => (answer = got))
  world.session.tick()
  await settle()
  expect([answer, told.cues, world.session.world.signals['presses.count']]).toEqual([undefined, 0, 0])
  commit({ ok: true })
  await settle()
  expect([answer, told.cues, world.session.world.signals['presses.count']]).toEqual([
    { ok: true, tick: 2 },
    1,
    1,
  ])
})

test('HOST-11 time goes on while the disk is slow, and waits when it is two seconds behind', async () => {
  const world = setUp()
  world.join()
  world.disk.answer = () => new Promise(() => {})
  for (let n = 0; n < 100; n += 1) world.session.tick()
  // Forty ticks, the first of them before the run began.
  expect(world.session.tickNumber).toBe(39)
})

test('HOST-12 a full disk pauses, refuses new intents, and loses nothing when it has room again', async () => {
  const world = setUp()
  const { told, press } = world.join()
  await world.session.advanceTo(1)
  world.disk.answer = () => Promise.reject(new StorageError('storage-full'))
  const inHand = press(1)
  world.session.tick()
  await settle()
  expect(told.views.at(-1)?.paused?.reason).toBe('storage')
  expect(await press(2)).toEqual({ ok: false, reason: 'storage-unavailable' })
  world.disk.answer = async () => ({ ok: true })
  world.clock.advance(1000)
  await settle()
  await world.session.advanceTo(world.session.tickNumber + 1)
  expect(await inHand).toEqual({ ok: true, tick: 2 })
  expect(told.views.at(-1)?.phase).toBe('running')
  const stored = world.appends.at(-1)?.entries.map(({ n }) => n) ?? []
  expect(new Set(world.appends.flatMap(({ entries }) => entries.map(({ n }) => n)))).toEqual(
    new Set(Array.from({ length: (stored.at(-1) ?? 0) + 1 }, (_, n) => n)),
  )
})

test('HOST-17 a view is sent whole when it changes, not with every tick', async () => {
  const world = setUp()
  const { told } = world.join()
  await world.session.advanceTo(20)
  expect(told.views.map(({ phase }) => phase)).toEqual(['waiting', 'running'])
})

test('HOST-18 a journal that contradicts ends the session and answers who waits', async () => {
  const world = setUp()
  const { press } = world.join()
  await world.session.advanceTo(1)
  world.disk.answer = async () => ({ ok: false, reason: 'conflict', n: 1 })
  const answer = press(1)
  world.session.tick()
  expect(await answer).toEqual({ ok: false, reason: 'storage-unavailable' })
  expect(await press(2)).toEqual({ ok: false, reason: 'storage-unavailable' })
})

test('HOST-24 a fault in the rules ends this object alone: who waits is answered, members are told to join again', async () => {
  const world = setUp()
  const { press, told } = world.join()
  await world.session.advanceTo(1)
  const answer = press(1)
  Object.assign(world.rules.runner, {
    tick() {
      throw new Error('on purpose')
    },
  })
  world.session.tick()
  expect(await answer).toEqual({ ok: false, reason: 'storage-unavailable' })
  expect([told.closed, world.ended]).toEqual([['broken'], 1])
  world.session.tick()
})

test('HOST-24 a fault while telling what is durable ends this object alone', async () => {
  const world = setUp()
  const { told } = world.join()
  world.session.onWorld(() => {
    throw new Error('on purpose')
  })
  await world.session.advanceTo(1)
  await settle()
  expect(told.closed).toEqual(['broken'])
})

test('HOST-24 a fault while the store is stalled ends this object alone', async () => {
  const world = setUp()
  const { told } = world.join()
  await world.session.advanceTo(1)
  world.disk.answer = () => Promise.reject(new StorageError('storage-full'))
  const { tick } = world.rules.runner
  world.rules.runner.offer({ kind: 'observe', actor: 'p', sensor: 'height', value: 1 })
  world.session.tick()
  Object.assign(world.rules.runner, {
    tick() {
      throw new Error('on purpose')
    },
  })
  await settle()
  Object.assign(world.rules.runner, { tick })
  expect([told.closed, world.ended]).toEqual([['broken'], 1])
})

test('HOST-26 a broken session stores nothing more, and is given up only when its last append is answered', async () => {
  const world = setUp()
  const { press, told } = world.join()
  await world.session.advanceTo(1)
  let commit: (outcome: AppendOutcome) => void = () => {}
  world.disk.answer = () => new Promise((resolve) => (commit = resolve))
  const answer = press(1)
  world.session.tick()
  void press(2)
  world.session.tick()
  const appends = world.appends.length
  world.rules.runner.tick = () => {
    throw new Error('on purpose')
  }
  world.session.tick()
  expect(await answer).toEqual({ ok: false, reason: 'storage-unavailable' })
  await settle()
  expect([told.closed, world.ended]).toEqual([[], 0])
  commit({ ok: true })
  await settle()
  expect([told.closed, world.ended, told.cues, world.appends.length]).toEqual([['broken'], 1, 0, appends])
})

test('HOST-26 a broken session does not wait for a full disk', async () => {
  const world = setUp()
  const { member, told } = world.join()
  await world.session.advanceTo(1)
  world.disk.answer = () => Promise.reject(new StorageError('storage-full'))
  member.pose(upright)
  world.session.tick()
  await settle()
  world.rules.runner.tick = () => {
    throw new Error('on purpose')
  }
  member.leave()
  await settle()
  expect([told.closed, world.ended]).toEqual([[], 1])
})

test('HOST-27 a session that is broken or closed lets nobody in', async () => {
  const [closed, broken] = [setUp(), setUp()]
  await closed.session.close()
  expect(() => closed.join()).toThrow('Not let in: session-closed')
  expect(closed.rules.offered).toEqual([])
  broken.rules.runner.tick = () => {
    throw new Error('on purpose')
  }
  broken.session.tick()
  expect(() => broken.join()).toThrow('Not let in: session-closed')
})

test('HOST-32 poses are observed while the run runs: not before, not in a pause, not after the end', async () => {
  const world = setUp()
  const { member, act, told } = world.join('p')
  const observed = (): number => world.rules.offered.filter(({ kind }) => kind === 'observe').length
  member.pose(upright)
  world.session.tick()
  expect(observed()).toBe(0)
  world.session.tick()
  expect(observed()).toBe(1)
  const answer = act('end', 1)
  world.session.tick()
  expect(await answer).toMatchObject({ ok: true })
  world.disk.answer = async () => ({ ok: false, reason: 'ended' })
  member.pose({ ...upright, seq: 2 })
  for (let n = 0; n < 3; n += 1) world.session.tick()
  world.join('p').member.leave()
  await settle()
  expect([observed(), told.closed]).toEqual([2, ['replaced']])
})
