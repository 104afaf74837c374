import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import type { MemberAnswer, Moderation } from '#shared/protocol/members.ts'
import type { Joined } from './room-world.fixture.ts'
import {
  answered,
  base,
  head,
  HOST,
  id,
  join,
  people,
  post,
  press,
  sessions,
  tick,
  tickets,
  until,
} from './room-world.fixture.ts'

type Shown = {
  members: Record<string, Record<string, unknown>>
  spectators: number
  locked: boolean
}
const shown = ({ room }: Joined): Shown => room.state.toJSON() as Shown
const closing = ({ room }: Joined): Promise<number> => new Promise((resolve) => room.onLeave(resolve))
const watch = (person: string = randomUUID()): Promise<Joined> => join(id, person, base, 'spectator')
const lead = (person: string = randomUUID()): Promise<Joined> => join(id, person, base, 'instructor')
const moderate = ({ room }: Joined, act: Moderation): Promise<MemberAnswer> =>
  answered(room.request('moderate', act))
const pose = encodePoseFrame([{ seq: 1, timeMs: 0, discontinuity: false, head, left: null, right: null }])

describe('who is here', () => {
  test('ROOM-33 the state names everybody but spectators, who are a number', async () => {
    const [person, leader] = [randomUUID(), randomUUID()]
    await people.setLabel({ person, text: 'Ada' })
    await people.setLabel({ person: leader, text: 'Ina' })
    const one = await join(id, person)
    await lead(leader)
    await watch()
    await watch()
    await tick()
    await until(() => shown(one).members[person]?.['name'] === 'Ada' && shown(one).spectators === 2)
    await until(() => shown(one).members[leader]?.['name'] === 'Ina')
    const rest = { away: false, bot: false, muted: false, ready: false, reaching: '', offering: '' }
    expect(shown(one).members).toEqual({
      [person]: {
        ...rest,
        name: 'Ada',
        kind: 'participant',
        role: 'trainee',
        slot: 1,
        connected: true,
        number: 1,
      },
      [leader]: { ...rest, name: 'Ina', kind: 'instructor', role: '', slot: 2, connected: true, number: 0 },
    })
    expect(JSON.stringify(sessions.get(id)?.rules.offered)).not.toMatch(/Ada|Ina/)
  })

  test('ROOM-35 a slot is kept for who comes back; nobody has one while away', async () => {
    const [one, other] = [await join(), await join()]
    await tick()
    await until(() => shown(one).members[other.person]?.['slot'] === 2)
    await other.room.leave()
    await until(() => shown(one).members[other.person]?.['slot'] === 0)
    await tick()
    await until(() => shown(one).members[other.person]?.['away'] === true)
    const third = await join()
    await join(id, other.person)
    await tick()
    await until(() => shown(one).members[other.person]?.['slot'] === 2)
    await until(() => shown(one).members[third.person]?.['slot'] === 3)
  })

  test('ROOM-34 a spectator’s poses and acts are refused and enter nothing', async () => {
    const [member, spectator] = [await join(), await watch()]
    await tick()
    const rules = sessions.get(id)?.rules
    const before = rules?.offered.length
    for (let n = 0; n < 3; n += 1) spectator.room.sendBytes(1, pose)
    expect(await press(spectator)).toEqual({ ok: false, reason: 'wrong-role' })
    await until(() => spectator.messages.refused.length > 0)
    expect(spectator.messages.refused[0]).toEqual({ reason: 'wrong-role', detail: 'spectators have no body' })
    await tick()
    expect(rules?.offered).toHaveLength(before ?? 0)
    await spectator.room.leave()
    await until(() => shown(member).spectators === 0)
    expect(await answered(press(member))).toMatchObject({ ok: true })
  })

  test('ROOM-38 who joins late gets everything with the first messages: no tick passes', async () => {
    const early = await join()
    await tick()
    const { rules } = sessions.get(id) ?? {}
    for (let n = 0; n < 100; n += 1)
      Object.assign(rules?.runner.state.entities ?? {}, {
        [`thing-${n}`]: { place: { kind: 'rest', position: [n, 0, 0], yaw: 0 } },
      })
    await tick()
    await until(() => early.room.state.entities.size === 100)
    const late = await watch()
    await until(() => late.room.state.entities?.size === 100)
    expect(late.room.state.toJSON()).toEqual({ ...early.room.state.toJSON(), spectators: 1 })
    expect(late.messages.view).toHaveLength(1)
  })
})

test('ROOM-39 ROOM-40 a crowd is told, and the room lives on', async () => {
  const member = await join()
  for (let n = 0; n < 40; n += 10) await Promise.all(Array.from({ length: 10 }, () => watch()))
  await until(() => shown(member).spectators === 40)
  await tick()
  const late = await watch()
  await until(() => shown(member).spectators === 41 && shown(late).spectators === 41)
  expect(await answered(press(member))).toMatchObject({ ok: true })
  await until(() => late.room.state.signals.get('presses.count') === 1)
})

describe('leading', () => {
  test('ROOM-37 removed: closed with 4006, refused at the door, also with a ticket from before; others go on', async () => {
    const [leader, rude, other] = [await lead(), await join(), await join()]
    await tick()
    const early = tickets.issue({ session: id, person: rude.person, kind: 'spectator', role: '' })
    const closed = closing(rude)
    expect(await moderate(leader, { act: 'remove', person: rude.person })).toEqual({ ok: true })
    expect(await closed).toBe(4006)
    const refused = await post(early, { session: id })
    expect([refused.status, await refused.json()]).toEqual([403, { code: 403, error: 'removed' }])
    await until(() => shown(other).members[rude.person] === undefined)
    expect(await answered(press(other))).toMatchObject({ ok: true })
  })

  test('ROOM-37 a promoted spectator is closed with 4007 and comes back in the role', async () => {
    const [leader, spectator] = [await lead(), await watch()]
    const closed = closing(spectator)
    expect(await moderate(leader, { act: 'promote', person: spectator.person, role: 'watch' })).toEqual({
      ok: true,
    })
    expect(await closed).toBe(4007)
    const back = await join(id, spectator.person)
    expect(back.messages.welcome[0]).toMatchObject({ kind: 'participant', role: 'watch' })
  })

  test('ROOM-37 locked and full are refused at the door by name', async () => {
    const leader = await lead()
    await join(id, randomUUID(), base, 'participant', 'watch')
    await tick()
    const knock = async (role: string): Promise<unknown> => {
      const ticket = tickets.issue({ session: id, person: randomUUID(), kind: 'participant', role })
      const response = await post(ticket, { session: id })
      return ((await response.json()) as { error?: string }).error
    }
    expect(await knock('watch')).toBe('role-full')
    await moderate(leader, { act: 'lock', on: true })
    expect(await knock('')).toBe('locked')
    await until(() => shown(leader).locked)
  })

  test('ROOM-32 moderation is for who leads, parsed, and limited', async () => {
    const [member, host] = [await join(), await join(id, HOST)]
    await tick()
    expect(await member.room.request('moderate', { act: 'begin' })).toEqual({
      ok: false,
      reason: 'wrong-role',
    })
    expect(await host.room.request('moderate', { act: 'remove', person: 'x' })).toMatchObject({
      ok: false,
      reason: 'malformed',
      detail: 'person',
    })
    const flood = await Promise.all(
      Array.from({ length: 60 }, () => member.room.request('moderate', { act: 'begin' })),
    )
    const refused = flood.filter(({ reason }: { reason?: string }) => reason === 'too-many')
    expect(refused.length).toBeGreaterThan(30)
    expect(await answered(press(member))).toMatchObject({ ok: true })
  })

  test('ROOM-36 who leads gets a roster of everybody, others get none; the clock answers', async () => {
    const [member, leader] = [await join(), await lead()]
    await people.setLabel({ person: member.person, text: 'Ada' })
    await tick()
    await until(() => leader.messages.roster.at(-1)?.people[0]?.rttMs !== undefined)
    await until(() => leader.messages.roster.some(({ people: [first] }) => typeof first?.rttMs === 'number'))
    expect(leader.messages.roster.at(-1)?.people).toMatchObject([
      {
        person: member.person,
        kind: 'participant',
        role: 'trainee',
        step: { en: 'The step of trainee' },
        connected: true,
        lossy: false,
      },
      { person: leader.person, kind: 'instructor', role: '', step: null },
    ])
    expect(member.messages.roster).toEqual([])
    expect(await member.room.request('clock', { t0: 7 })).toMatchObject({ t0: 7 })
  })

  test('ROOM-36 the roster is sent when it says something new', async () => {
    const leader = await lead()
    await until(() => leader.messages.roster.length > 0)
    const contents = leader.messages.roster.map((roster) => JSON.stringify(roster))
    expect(new Set(contents).size).toBe(contents.length)
    await watch()
    await until(() => leader.messages.roster.at(-1)?.spectators === 1)
  })
})
