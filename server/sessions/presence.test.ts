import { expect, test } from 'vitest'
import { StorageError } from '#server/database/storage-error.ts'
import type { AppendOutcome } from './journal.ts'
import { MINUTE, setUp, settle, upright } from './session-world.fixture.ts'

test('HOST-13 a lost connection pauses at once and durably; the return resumes', async () => {
  const world = setUp()
  const { member, told } = world.join('p')
  await world.session.advanceTo(1)
  member.leave()
  await settle()
  expect(world.rules.runner.state.phase).toBe('paused')
  expect(world.appends.at(-1)?.entries).toHaveLength(1)
  const back = world.join('p')
  await world.session.advanceTo(world.session.tickNumber + 1)
  expect(world.rules.runner.state.phase).toBe('running')
  expect(back.told.welcome[0]?.epoch).not.toBe(told.welcome[0]?.epoch)
})

test('HOST-14 after ten minutes alone the run ends as abandoned, once', async () => {
  const world = setUp()
  const { member } = world.join()
  await world.session.advanceTo(1)
  member.leave()
  world.clock.advance(10 * MINUTE - 1)
  await settle()
  expect(world.ended).toBe(0)
  world.clock.advance(1)
  await settle()
  expect([
    world.ended,
    world.appends.at(-1)?.ended?.outcome,
    world.rules.runner.state.result?.abandoned,
  ]).toEqual([1, 'done', true])
  world.clock.advance(60 * MINUTE)
  await settle()
  expect(world.ended).toBe(1)
})

test('HOST-15 who returns in time is not abandoned; a session nobody ever joined is', async () => {
  const returned = setUp()
  returned.join('p').member.leave()
  returned.clock.advance(9 * MINUTE)
  returned.join('p')
  returned.clock.advance(60 * MINUTE)
  await settle()
  expect(returned.ended).toBe(0)
  const never = setUp()
  never.clock.advance(10 * MINUTE)
  await settle()
  expect(never.ended).toBe(1)
})

test('HOST-16 who was connected when the server was killed returns without a trace in the log', async () => {
  const world = setUp()
  world.rules.runner.offer({ kind: 'join', actor: 'p', role: 'trainee' })
  world.rules.runner.tick()
  world.rules.offered.length = 0
  world.join('p')
  expect(world.rules.offered).toEqual([])
})

test('HOST-33 who leaves and returns while the store is stalled goes on when it has recovered', async () => {
  const world = setUp()
  const first = world.join('p')
  await world.session.advanceTo(1)
  world.disk.answer = () => Promise.reject(new StorageError('storage-full'))
  first.member.pose(upright)
  world.session.tick()
  await settle()
  first.member.leave()
  expect(world.rules.runner.state.participants['p']?.connected).toBe(false)
  const back = world.join('p')
  world.disk.answer = async () => ({ ok: true })
  world.clock.advance(1000)
  await settle()
  await world.session.advanceTo(world.session.tickNumber + 1)
  const answer = back.press(1)
  world.session.tick()
  expect(await answer).toMatchObject({ ok: true })
  expect(world.rules.runner.state.participants['p']).toMatchObject({ connected: true, pausedBy: null })
})

test('HOST-33 who returns only after the store has recovered goes on too', async () => {
  const world = setUp()
  const { member } = world.join('p')
  await world.session.advanceTo(1)
  world.disk.answer = () => Promise.reject(new StorageError('storage-full'))
  member.pose(upright)
  world.session.tick()
  await settle()
  member.leave()
  world.disk.answer = async () => ({ ok: true })
  world.clock.advance(1000)
  await settle()
  expect(world.rules.runner.state.phase).toBe('paused')
  world.join('p')
  world.session.tick()
  expect(world.rules.runner.state.participants['p']).toMatchObject({ connected: true, pausedBy: null })
})

test('HOST-34 who asks to leave is let go when that is durable, and is alone no longer here', async () => {
  const world = setUp()
  const { act, told } = world.join('p')
  await world.session.advanceTo(1)
  const answer = act('leave', 1)
  expect([told.closed, world.session.alone]).toEqual([[], false])
  world.session.tick()
  expect(await answer).toMatchObject({ ok: true })
  await settle()
  expect([told.closed, world.session.alone]).toEqual([['left'], true])
  expect(world.rules.offered.filter(({ kind }) => kind === 'leave')).toEqual([])
  world.clock.advance(10 * MINUTE)
  await settle()
  expect(world.ended).toBe(1)
})

test('HOST-34 who joins again between asking to leave and being let go is in', async () => {
  const world = setUp()
  const { act } = world.join('p')
  await world.session.advanceTo(1)
  void act('leave', 1)
  let commit: (outcome: AppendOutcome) => void = () => {}
  world.disk.answer = () => new Promise((resolve) => (commit = resolve))
  world.session.tick()
  const back = world.join('p')
  world.disk.answer = async () => ({ ok: true })
  commit({ ok: true })
  await settle()
  await world.session.advanceTo(world.session.tickNumber + 1)
  expect([back.told.closed, world.rules.runner.state.participants['p']?.connected]).toEqual([[], true])
})

test('HOST-36 who does not come back after the server was killed is away, once somebody else is here for half a minute', async () => {
  const before = setUp()
  for (const person of ['p', 'q', 'r']) before.join(person)
  await before.session.advanceTo(1)
  const { session, rules, clock, join } = setUp({ from: before.rules.runner.state })
  clock.advance(MINUTE)
  expect(rules.offered).toEqual([])
  join('p')
  clock.advance(29_000)
  join('q')
  // Watching is not being back.
  join('r', { kind: 'spectator' })
  clock.advance(MINUTE)
  session.tick()
  await settle()
  expect(rules.offered).toEqual([
    { kind: 'pause', actor: 'r', reason: 'disconnected' },
    { kind: 'leave', actor: 'r' },
  ])
  expect(session.people).toMatchObject({ p: { away: false }, q: { away: false }, r: { away: true } })
})
