import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { LiveAct, LiveAnswer } from '#shared/live/acts.ts'
import type { Joined } from './room-world.fixture.ts'
import { answered, base, id, join, people, sessions, tick, until } from './room-world.fixture.ts'

const watch = (person: string = randomUUID()): Promise<Joined> => join(id, person, base, 'spectator')
const instruct = (person: string = randomUUID()): Promise<Joined> => join(id, person, base, 'instructor')
const ask = ({ room }: Joined, act: unknown): Promise<LiveAnswer> => room.request('live', act)
const done = (one: Joined, act: LiveAct): Promise<LiveAnswer> => answered(ask(one, act))
const asking = ({ room }: Joined): Record<string, string> =>
  (room.state.toJSON() as { asking: Record<string, string> }).asking
const stroke = {
  act: 'draw',
  id: 'a',
  shape: 'stroke',
  anchor: '',
  points: [1, 2, 3],
  color: 0,
  done: true,
} as const

describe('acts', () => {
  test('ROOM-50 ROOM-51 what is malformed, or may not be, is answered at once; what may be when it is durable', async () => {
    const [member, spectator] = [await join(), await watch()]
    await tick()
    expect(await ask(member, { act: 'pass', to: 'me' })).toEqual({
      ok: false,
      reason: 'malformed',
      detail: 'to',
    })
    expect(await ask(member, { act: 'fly' })).toMatchObject({ ok: false, reason: 'malformed' })
    expect(await ask(spectator, { act: 'lead' })).toEqual({ ok: false, reason: 'not-allowed' })
    let isAnswered = false
    const answer = ask(member, { act: 'lead' }).finally(() => (isAnswered = true))
    await member.room.request('clock', { t0: 1 })
    expect(isAnswered).toBe(false)
    await tick()
    expect(await answer).toEqual({ ok: true })
    expect(sessions.get(id)?.rules.offered.at(-1)).toEqual({
      kind: 'live',
      by: member.person,
      as: 'participant',
      act: { act: 'lead' },
    })
  })

  test('ROOM-51 floods are refused, pings and ways of watching sooner; the person stays', async () => {
    const member = await join()
    await tick()
    const flood = async (act: LiveAct, count: number): Promise<number> => {
      const all = Array.from({ length: count }, () => ask(member, act))
      await member.room.request('clock', { t0: 1 })
      await tick()
      return (await Promise.all(all)).filter((answer) => !answer.ok && answer.reason === 'too-many').length
    }
    expect(await flood({ act: 'ping', anchor: '', at: [0, 0, 0] }, 12)).toBeGreaterThanOrEqual(7)
    expect(await flood({ act: 'watch', way: 'window', of: randomUUID() }, 12)).toBeGreaterThanOrEqual(6)
    expect(await flood({ act: 'raise-hand', on: true }, 16)).toBeGreaterThanOrEqual(5)
    expect(await flood({ act: 'undo' }, 60)).toBeGreaterThan(30)
    expect(await member.room.request('clock', { t0: 7 })).toMatchObject({ t0: 7 })
  })

  test('ROOM-52 spectators ask like anybody; with no member there time stands still', async () => {
    const [member, spectator] = [await join(), await watch()]
    await tick()
    expect(await done(spectator, { act: 'raise-hand', on: true })).toEqual({ ok: true })
    await member.room.leave()
    await until(() => sessions.get(id)?.session.alone === true)
    expect(await ask(spectator, { act: 'raise-hand', on: false })).toEqual({ ok: false, reason: 'not-now' })
  })
})

describe('what is told', () => {
  test('ROOM-53 ROOM-55 who leads is told at once to everybody; a late joiner gets it, and all that is drawn', async () => {
    const [leader, spectator] = [await join(), await watch()]
    await tick()
    expect(spectator.messages.live).toEqual([])
    expect(await done(leader, { act: 'lead' })).toEqual({ ok: true })
    await until(() => spectator.messages.live.at(-1)?.leader === leader.person)
    expect(await done(leader, stroke)).toEqual({ ok: true })
    await until(() => spectator.messages.drawings.flat().some(({ kind }) => kind === 'begun'))
    const late = await watch()
    await until(() => late.messages.drawings.length > 0)
    expect(late.messages.live.at(-1)?.leader).toBe(leader.person)
    const all = { [`${leader.person}/a`]: expect.objectContaining({ points: [1, 2, 3] }) }
    expect(late.messages.drawings).toEqual([[{ kind: 'reset', annotations: all }]])
    await done(leader, { act: 'erase-all' })
    await until(() => late.messages.drawings.at(-1)?.[0]?.kind === 'gone')
    expect(leader.messages.drawings.at(-1)).toEqual(late.messages.drawings.at(-1))
  })

  test('ROOM-54 lead goes to who leads and may moderate, and to nobody else', async () => {
    const [leader, other, instructor] = [await join(), await join(), await instruct()]
    await tick()
    await until(() => instructor.messages.lead.length > 0)
    expect(leader.messages.lead).toEqual([])
    await done(leader, { act: 'lead' })
    await until(() => leader.messages.lead.length > 0)
    expect(other.messages.lead).toEqual([])
    const contents = instructor.messages.lead.map((lead) => JSON.stringify(lead))
    expect(new Set(contents).size).toBe(contents.length)
  })

  test('ROOM-57 a raised hand is shown with its name until it is lowered or its person goes', async () => {
    const [member, spectator] = [await join(), await watch()]
    await people.setLabel({ person: spectator.person, text: 'Olga' })
    await tick()
    await done(spectator, { act: 'raise-hand', on: true })
    await until(() => asking(member)[spectator.person] === 'Olga')
    await done(spectator, { act: 'raise-hand', on: false })
    await until(() => Object.keys(asking(member)).length === 0)
    await done(spectator, { act: 'raise-hand', on: true })
    await until(() => Object.keys(asking(member)).length === 1)
    await spectator.room.leave()
    await until(() => sessions.get(id)?.session.spectators === 0)
    await tick()
    await until(() => Object.keys(asking(member)).length === 0)
    expect(JSON.stringify(sessions.get(id)?.rules.offered)).not.toContain('Olga')
  })

  test('ROOM-59 a private hint reaches the one it is for, a spectator too', async () => {
    const [leader, other, spectator, another] = [await join(), await join(), await watch(), await watch()]
    await tick()
    await done(leader, { act: 'hint', to: spectator.person, text: 'look left' })
    await until(() => spectator.messages.cues.length > 0)
    await done(leader, { act: 'hint', to: other.person, text: 'look right' })
    await until(() => other.messages.cues.length > 0)
    const heard = ({ messages }: Joined): unknown[] => messages.cues.flatMap(({ cues }) => cues)
    expect(heard(spectator)).toEqual([{ kind: 'privateHint', by: leader.person, text: 'look left' }])
    expect(heard(other)).toEqual([{ kind: 'privateHint', by: leader.person, text: 'look right' }])
    await another.room.request('clock', { t0: 1 })
    expect([heard(another), heard(leader)]).toEqual([[], []])
  })
})
