import { expect, test } from 'vitest'
import type { MemberAnswer, Moderation } from '#shared/protocol/members.ts'
import type { AppendOutcome } from './journal.ts'
import { setUp, settle, upright } from './session-world.fixture.ts'
import type { World } from './session-world.fixture.ts'

const tick = (world: World): Promise<void> => world.session.advanceTo(world.session.tickNumber + 1)
const newest = (world: World): unknown => world.rules.offered.at(-1)

/** Asks, lets a tick pass, and gives the answer. */
async function lead(
  world: World,
  { member }: ReturnType<World['join']>,
  act: Moderation,
): Promise<MemberAnswer> {
  const answer = member.moderate(act)
  world.session.tick()
  const given = await answer
  await settle()
  return given
}

async function company() {
  const world = setUp()
  const leader = world.join('i', { kind: 'instructor' })
  const [p, q] = [world.join('p'), world.join('q')]
  const s = world.join('s', { kind: 'spectator' })
  await tick(world)
  return { world, leader, p, q, s }
}

test('HOST-50 instructors and the host who takes part may lead, others not', async () => {
  const { world, leader, p, s } = await company()
  const host = world.join('host')
  await tick(world)
  for (const member of [p, s])
    expect(await lead(world, member, { act: 'lock', on: true })).toEqual({ ok: false, reason: 'wrong-role' })
  expect(world.session.locked).toBe(false)
  for (const [member, on] of [
    [leader, true],
    [host, false],
  ] as const) {
    expect(await lead(world, member, { act: 'lock', on })).toEqual({ ok: true })
    expect(world.session.locked).toBe(on)
  }
  const watching = world.join('host', { kind: 'spectator' })
  expect(await lead(world, watching, { act: 'lock', on: true })).toEqual({ ok: false, reason: 'wrong-role' })
})

test('HOST-51 the answer, and the end of the connection, wait for the disk', async () => {
  const { world, leader, p } = await company()
  let commit: (outcome: AppendOutcome) => void = () => {}
  world.disk.answer = () => new Promise((resolve) => (commit = resolve))
  let answer: MemberAnswer | undefined
  void leader.member.moderate({ act: 'remove', person: 'p' }).then((given) => (answer = given))
  world.session.tick()
  await settle()
  expect([answer, p.told.closed]).toEqual([undefined, []])
  commit({ ok: true })
  await settle()
  expect([answer, p.told.closed]).toEqual([{ ok: true }, ['removed']])
})

test('HOST-51 what a broken session took in hand is answered with a no', async () => {
  const { world, leader } = await company()
  const answer = leader.member.moderate({ act: 'lock', on: true })
  world.rules.runner.tick = () => {
    throw new Error('on purpose')
  }
  world.session.tick()
  expect(await answer).toEqual({ ok: false, reason: 'storage-unavailable' })
  expect(await leader.member.moderate({ act: 'lock', on: true })).toMatchObject({ ok: false })
})

test('HOST-52 removed: hands are emptied, the line is cut, and nothing lets them in again', async () => {
  const { world, leader, p, s } = await company()
  p.member.pose(upright)
  const grabbed = p.member.intend({
    epoch: p.told.welcome[0]?.epoch ?? 0,
    seq: 1,
    action: 'grab',
    target: 'lock-1',
    clientTime: 1,
  })
  await tick(world)
  await grabbed
  expect(await lead(world, leader, { act: 'remove', person: 'p' })).toEqual({ ok: true })
  expect(world.rules.offered.filter(({ kind }) => kind === 'layDown' || kind === 'remove')).toEqual([
    {
      kind: 'layDown',
      actor: 'p',
      entity: 'lock-1',
      place: { kind: 'rest', position: [1000, 0, 0], yaw: 0 },
    },
    { kind: 'remove', actor: 'p', by: 'i' },
  ])
  expect([p.told.closed, await p.press(2)]).toEqual([['removed'], { ok: false, reason: 'stale-epoch' }])
  expect(await lead(world, leader, { act: 'remove', person: 's' })).toEqual({ ok: true })
  expect(s.told.closed).toEqual(['removed'])
  for (const person of ['p', 's'])
    for (const kind of ['participant', 'spectator', 'instructor'] as const)
      expect(world.session.admits({ person, kind, role: '' })).toEqual({ ok: false, reason: 'removed' })
  expect(Object.keys(world.session.people)).toEqual(['q', 'i'])
})

test('HOST-53 a spectator who is given a role is asked to come back, and has it, also under a lock', async () => {
  const { world, leader, s } = await company()
  await lead(world, leader, { act: 'lock', on: true })
  expect(await lead(world, leader, { act: 'promote', person: 's', role: 'watch' })).toEqual({ ok: true })
  expect([newest(world), s.told.closed]).toEqual([
    { kind: 'assign', actor: 's', role: 'watch', by: 'i' },
    ['come-back'],
  ])
  const back = world.join('s')
  await tick(world)
  expect([back.told.welcome[0]?.role, world.session.people['s']?.connected]).toEqual(['watch', true])
})

test('HOST-53 an assigned role must exist and have room; what cannot be is refused by name', async () => {
  const { world, leader } = await company()
  const refused = async (act: Moderation): Promise<unknown> => {
    const answer = await lead(world, leader, act)
    return answer.ok ? 'done' : answer.reason
  }
  expect(await refused({ act: 'assign', person: 'q', role: 'watch' })).toBe('done')
  expect(await refused({ act: 'assign', person: 'p', role: 'watch' })).toBe('role-full')
  expect(await refused({ act: 'assign', person: 'p', role: 'cook' })).toBe('unknown-role')
  expect(await refused({ act: 'assign', person: 'nobody', role: 'watch' })).toBe('unknown-person')
  expect(await refused({ act: 'mute', person: 's', on: true })).toBe('unknown-person')
  expect(await refused({ act: 'begin' })).toBe('not-now')
  expect(await refused({ act: 'assign', person: 'q', role: '' })).toBe('done')
  expect(await refused({ act: 'assign', person: 'p', role: 'watch' })).toBe('done')
  expect(await refused({ act: 'mute', person: 'q', on: true })).toBe('done')
  expect(world.session.people).toMatchObject({
    p: { role: 'watch', muted: false },
    q: { role: '', muted: true },
  })
})

test('HOST-53 an instructor who is given a role takes part from then on, and acts', async () => {
  const { world, leader } = await company()
  expect(await leader.press(1)).toEqual({ ok: false, reason: 'wrong-role' })
  expect(await lead(world, leader, { act: 'assign', person: 'i', role: 'watch' })).toEqual({ ok: true })
  const answer = leader.press(2)
  await tick(world)
  expect(await answer).toMatchObject({ ok: true })
  expect(world.session.people['i']).toMatchObject({ kind: 'instructor', role: 'watch', connected: true })
  leader.member.leave()
  await tick(world)
  expect(world.session.people['i']).toMatchObject({ away: true })
})

test('HOST-54 nobody removes themselves; who only hosts acts on no instructor', async () => {
  const { world, leader } = await company()
  const host = world.join('host')
  await tick(world)
  expect(await lead(world, leader, { act: 'remove', person: 'i' })).toEqual({
    ok: false,
    reason: 'not-possible',
  })
  for (const act of [
    { act: 'remove', person: 'i' },
    { act: 'assign', person: 'i', role: 'watch' },
  ] as const)
    expect(await lead(world, host, act)).toEqual({ ok: false, reason: 'wrong-role' })
  leader.member.leave()
  expect(await lead(world, host, { act: 'remove', person: 'i' })).toEqual({ ok: false, reason: 'wrong-role' })
  world.join('i', { kind: 'instructor' })
  expect(await lead(world, leader, { act: 'lock', on: true })).toEqual({ ok: false, reason: 'not-now' })
})

test('HOST-54 nor after the server was down, when nobody knows yet who leads', async () => {
  const before = await company()
  await lead(before.world, before.leader, { act: 'assign', person: 'i', role: 'watch' })
  const world = setUp({ from: before.world.rules.runner.state })
  const host = world.join('host')
  await tick(world)
  expect(await lead(world, host, { act: 'remove', person: 'i' })).toEqual({ ok: false, reason: 'not-now' })
  world.join('q')
  expect(await lead(world, host, { act: 'remove', person: 'q' })).toEqual({ ok: true })
  const leader = world.join('i', { kind: 'instructor' })
  expect(await lead(world, leader, { act: 'remove', person: 'p' })).toEqual({ ok: true })
})

test('HOST-55 after half a minute away what is still in hand is put down, once; who is back in time keeps it', async () => {
  const { world, p } = await company()
  const grab = async (person: typeof p, seq: number): Promise<void> => {
    const epoch = person.told.welcome[0]?.epoch ?? 0
    const answer = person.member.intend({ epoch, seq, action: 'grab', target: 'lock-1', clientTime: 1 })
    await tick(world)
    await answer
  }
  const putDown = (): number => world.rules.offered.filter(({ kind }) => kind === 'layDown').length
  p.member.pose(upright)
  await grab(p, 1)
  p.member.leave()
  await tick(world)
  await world.session.advanceTo(world.session.tickNumber + 590)
  const back = world.join('p')
  await world.session.advanceTo(world.session.tickNumber + 600)
  expect(putDown()).toBe(0)
  back.member.pose(upright)
  back.member.leave()
  await tick(world)
  await world.session.advanceTo(world.session.tickNumber + 598)
  expect(putDown()).toBe(0)
  await world.session.advanceTo(world.session.tickNumber + 1200)
  expect(putDown()).toBe(1)
  expect(world.rules.runner.state.participants['p']?.holding).toEqual({})
})

test('HOST-56 a bot fills a role and plays it; one that no bot knows is refused', async () => {
  const { world, leader } = await company()
  expect(await lead(world, leader, { act: 'fill', role: 'trainee' })).toEqual({ ok: false, reason: 'no-bot' })
  expect(await lead(world, leader, { act: 'fill', role: 'watch' })).toEqual({ ok: true })
  await world.session.advanceTo(world.session.tickNumber + 3)
  const [bot] = Object.entries(world.session.people).filter(([, person]) => person.bot)
  expect(bot).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.objectContaining({ role: 'watch' })])
  expect(world.session.world.signals['presses.count']).toBe(1)
  expect(await lead(world, leader, { act: 'fill', role: 'watch' })).toEqual({
    ok: false,
    reason: 'role-full',
  })
  // A person has precedence.
  expect(world.session.admits({ person: 'x', kind: 'participant', role: 'watch' })).toEqual({
    ok: true,
    role: 'watch',
  })
})

test('HOST-56 bots are in the roles that the document gives them, as many as it asks for', async () => {
  const role = { name: { en: 'x' }, spawn: 'door', max: 4 }
  const world = setUp({
    roles: [
      { ...role, id: 'trainee', min: 1, fill: 'human', bot: false },
      { ...role, id: 'patient', min: 2, fill: 'bot', bot: true },
    ],
  })
  world.join('p')
  await tick(world)
  expect(Object.values(world.session.people).map(({ role: id, bot }) => [id, bot])).toEqual([
    ['patient', true],
    ['patient', true],
    ['trainee', false],
  ])
  expect(world.appends.flatMap(({ joined = [] }) => joined)).toEqual(['p'])
})

test('HOST-57 the step somebody is at is told to who leads, in an exam to instructors alone', async () => {
  for (const [showsSteps, told] of [
    [true, { en: 'The step of trainee' }],
    [false, null],
  ] as const) {
    const world = setUp({ showsSteps })
    world.join('p')
    await tick(world)
    expect(world.session.stepOf('p', { kind: 'participant' })).toEqual(told)
    expect(world.session.stepOf('p', { kind: 'instructor' })).toEqual({ en: 'The step of trainee' })
  }
})
