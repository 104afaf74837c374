import { expect, test } from 'vitest'
import { setUp, settle, upright } from './session-world.fixture.ts'
import type { World } from './session-world.fixture.ts'

const kinds = (world: World): string[] => world.rules.offered.map(({ kind }) => kind)
const tick = (world: World): Promise<void> => world.session.advanceTo(world.session.tickNumber + 1)
const admits = (world: World, person: string, kind: 'participant' | 'instructor' | 'spectator', role = '') =>
  world.session.admits({ person, kind, role })

test('HOST-40 neither spectators nor instructors without a role enter the log, whatever they do', async () => {
  const world = setUp()
  world.join('p')
  await tick(world)
  const before = world.rules.offered.length
  const [watching, leading] = [
    world.join('s', { kind: 'spectator' }),
    world.join('i', { kind: 'instructor' }),
  ]
  for (const { member, press } of [watching, leading]) {
    member.pose(upright)
    expect(await press(1)).toEqual({ ok: false, reason: 'wrong-role' })
    await tick(world)
    member.leave()
  }
  await tick(world)
  expect(world.rules.offered).toHaveLength(before)
  expect(Object.keys(world.session.people)).toEqual(['p'])
})

test('HOST-40 the welcome says as what one came in', () => {
  const world = setUp()
  const came = [
    world.join('p'),
    world.join('host', { role: 'watch' }),
    world.join('i', { kind: 'instructor' }),
    world.join('s', { kind: 'spectator' }),
  ].map(({ told: { welcome } }) => welcome[0])
  expect(came.map((one) => [one?.kind, one?.role, one?.moderates, one?.spawn])).toEqual([
    ['participant', 'trainee', false, 'door'],
    ['participant', 'watch', true, 'exit'],
    ['instructor', '', true, 'door'],
    ['spectator', '', false, 'door'],
  ])
})

test('HOST-41 places go to the role that is short of people; a full one is refused, also to two who come at once', () => {
  const name = { en: 'x' }
  const role = { name, fill: 'human', spawn: 'door', bot: false } as const
  const world = setUp({
    roles: [
      { ...role, id: 'first', min: 1, max: 2 },
      { ...role, id: 'second', min: 1, max: 1 },
    ],
  })
  const roles = ['a', 'b', 'c'].map((person) => world.join(person).told.welcome[0]?.role)
  expect(roles).toEqual(['first', 'second', 'first'])
  expect(admits(world, 'd', 'participant')).toEqual({ ok: false, reason: 'role-full' })
  expect(admits(world, 'd', 'participant', 'second')).toEqual({ ok: false, reason: 'role-full' })
  expect(admits(world, 'd', 'participant', 'third')).toEqual({ ok: false, reason: 'unknown-role' })
  expect(admits(world, 'd', 'spectator')).toEqual({ ok: true, role: '' })
})

test('HOST-41 a role is one’s own to choose until the run goes', async () => {
  const world = setUp()
  world.join('p', { role: 'trainee' })
  expect(admits(world, 'p', 'participant', 'watch')).toEqual({ ok: true, role: 'watch' })
  await tick(world)
  expect(admits(world, 'p', 'participant', 'watch')).toEqual({ ok: true, role: 'trainee' })
})

test('HOST-42 who is cut off keeps the place, who leaves on purpose gives it back', async () => {
  const world = setUp()
  world.join('p')
  const cut = world.join('w', { role: 'watch' })
  await tick(world)
  cut.member.leave()
  await tick(world)
  expect(admits(world, 'x', 'participant', 'watch')).toEqual({ ok: false, reason: 'role-full' })
  expect(world.session.people['w']).toMatchObject({ connected: false, away: true, role: 'watch' })
  const back = world.join('w')
  await tick(world)
  expect([back.told.welcome[0]?.role, world.session.people['w']?.away]).toEqual(['watch', false])
  void back.act('leave', 1)
  await tick(world)
  await settle()
  expect(admits(world, 'x', 'participant', 'watch')).toEqual({ ok: true, role: 'watch' })
  expect(Object.keys(world.session.people)).toEqual(['p'])
})

test('HOST-43 a lock keeps newcomers out; who was in comes back as what they were', async () => {
  const world = setUp()
  world.join('p').member.leave()
  world.join('s', { kind: 'spectator' }).member.leave()
  world.rules.runner.offer({ kind: 'lock', on: true, by: 'host' })
  await tick(world)
  const outcomes = [
    admits(world, 'new', 'participant'),
    admits(world, 'new', 'spectator'),
    admits(world, 's', 'participant'),
    admits(world, 's', 'spectator'),
    admits(world, 'p', 'participant'),
    admits(world, 'p', 'spectator'),
    admits(world, 'host', 'participant'),
    admits(world, 'i', 'instructor'),
  ]
  expect(outcomes.map((outcome) => (outcome.ok ? 'in' : outcome.reason))).toEqual([
    'locked',
    'locked',
    'locked',
    'in',
    'in',
    'in',
    'in',
    'in',
  ])
})

test('HOST-44 sixty-four people and a thousand spectators fit in', () => {
  const world = setUp()
  for (let n = 0; n < 64; n += 1) world.join(`p${n}`)
  for (let n = 0; n < 1000; n += 1) world.join(`s${n}`, { kind: 'spectator' })
  expect([admits(world, 'i', 'instructor'), admits(world, 'x', 'spectator')]).toEqual([
    { ok: false, reason: 'session-full' },
    { ok: false, reason: 'session-full' },
  ])
  expect(admits(world, 's1', 'spectator').ok && admits(world, 'p1', 'participant').ok).toBe(true)
})

test('HOST-44 who comes under ever new names cannot fill the log', async () => {
  const world = setUp()
  for (let n = 0; n < 256; n += 1) world.rules.runner.offer({ kind: 'join', actor: `p${n}`, role: 'trainee' })
  for (let n = 0; n < 256; n += 1) world.rules.runner.offer({ kind: 'leave', actor: `p${n}` })
  world.rules.runner.tick()
  expect(admits(world, 'x', 'participant')).toEqual({ ok: false, reason: 'session-full' })
  expect([admits(world, 'p1', 'participant').ok, admits(world, 'x', 'instructor').ok]).toEqual([true, true])
})

test('HOST-45 the same person on another device takes over with what is in their hands', async () => {
  const world = setUp()
  const headset = world.join('p')
  await tick(world)
  const grabbed = headset.member.intend({
    epoch: headset.told.welcome[0]?.epoch ?? 0,
    seq: 1,
    action: 'grab',
    target: 'lock-1',
    clientTime: 1,
  })
  await tick(world)
  expect(await grabbed).toMatchObject({ ok: true })
  const heard = world.rules.offered.length
  const phone = world.join('p')
  await tick(world)
  expect(headset.told.closed).toEqual(['replaced'])
  expect(world.rules.offered).toHaveLength(heard)
  expect(world.rules.runner.state.participants['p']?.holding).toEqual({ right: 'lock-1' })
  headset.member.leave()
  const answer = phone.press(1)
  await tick(world)
  expect(await answer).toMatchObject({ ok: true })
})

test('HOST-45 who goes on as spectator is away as participant, and back when they return', async () => {
  const world = setUp()
  world.join('q')
  world.join('p')
  await tick(world)
  world.join('p', { kind: 'spectator' })
  await tick(world)
  expect(world.session.people['p']).toMatchObject({ connected: false, away: true })
  expect(world.session.spectators).toBe(1)
  world.join('p')
  await tick(world)
  expect(world.session.people['p']).toMatchObject({ connected: true, away: false })
  expect(world.session.spectators).toBe(0)
})

test('HOST-46 spectators see one view, the same object; alone they keep no run going', async () => {
  const world = setUp()
  const watching = ['s', 't', 'u'].map((person) => world.join(person, { kind: 'spectator' }))
  expect(world.session.alone).toBe(true)
  const { member } = world.join('p')
  await world.session.advanceTo(5)
  const views = watching.map(({ told }) => told.views)
  expect(views.map((shown) => shown.map(({ phase }) => phase))).toEqual([
    ['waiting', 'running'],
    ['waiting', 'running'],
    ['waiting', 'running'],
  ])
  expect(new Set(views.map((shown) => shown[1])).size).toBe(1)
  member.leave()
  await settle()
  world.clock.advance(600_000)
  await settle()
  expect(world.ended).toBe(1)
})

test('HOST-47 a member who cannot be told is put out alone, and may come back', async () => {
  const world = setUp()
  const well = world.join('p')
  const faulty = world.join('q')
  await tick(world)
  faulty.told.views.push = () => {
    throw new Error('on purpose')
  }
  faulty.member.pose(upright)
  world.rules.runner.offer({ kind: 'pause', actor: 'p', reason: 'asked' })
  world.rules.runner.offer({ kind: 'pause', actor: 'q', reason: 'asked' })
  await tick(world)
  await settle()
  expect([faulty.told.closed, well.told.closed, world.ended]).toEqual([['fault'], [], 0])
  world.join('q')
  await tick(world)
  expect(world.session.people['q']?.connected).toBe(true)
})

test('HOST-47 a body that no sensor can read puts out its owner alone', async () => {
  const world = setUp()
  const [well, faulty] = [world.join('p'), world.join('q')]
  await tick(world)
  well.member.pose(upright)
  faulty.member.pose({ ...upright, head: undefined as never })
  await tick(world)
  await settle()
  expect([faulty.told.closed, well.told.closed]).toEqual([['fault'], []])
  expect(world.rules.runner.state.sensors['p/height']).toBe(1600)
})

test('HOST-48 coming and going in company adds no time, and who returns within the same tick is in', async () => {
  const world = setUp()
  world.join('p')
  world.join('q')
  await tick(world)
  const before = world.session.tickNumber
  for (let n = 0; n < 20; n += 1) world.join('q').member.leave()
  world.join('q')
  expect(world.session.tickNumber).toBe(before)
  await tick(world)
  expect(world.session.people['q']).toMatchObject({ connected: true, away: false })
  expect(kinds(world).filter((kind) => kind === 'leave').length).toBe(20)
})
