import { expect, test } from 'vitest'
import type { LiveAct } from '#shared/live/acts.ts'
import { emptyLive } from '#shared/live/empty-live.ts'
import type { Comer } from './seat.ts'
import { setUp, settle } from './session-world.fixture.ts'

const instructor = { kind: 'instructor' } as const
const spectator = { kind: 'spectator' } as const
const watch: LiveAct = { act: 'watch', way: 'window', of: 'ada' }

function liveWorld() {
  const world = setUp()
  const { rules, session, clock } = world
  return {
    ...world,
    async tick() {
      session.tick()
      await settle()
    },
    come: (person: string, as: Partial<Comer> = {}) => world.join(person, as),
    offered: () => rules.offered.filter(({ kind }) => kind === 'live' || kind === 'gone'),
    wait: (ms: number) => clock.advance(ms),
  }
}

test('HOST-60 a no comes at once, a yes when it is durable; the log says who asked as what', async () => {
  const { come, tick, disk, offered } = liveWorld()
  const [ada, ina, olga] = [come('ada'), come('ina', instructor), come('olga', spectator)]
  await tick()
  expect(await olga.member.live({ act: 'lead' })).toEqual({ ok: false, reason: 'not-allowed' })
  let written = (): void => {}
  disk.answer = () => new Promise((resolve) => (written = () => resolve({ ok: true })))
  const told: string[] = []
  void ina.member.live({ act: 'lead' }).then(({ ok }) => told.push(`ina ${ok}`))
  void olga.member.live({ act: 'raise-hand', on: true }).then(({ ok }) => told.push(`olga ${ok}`))
  await tick()
  expect(told).toEqual([])
  written()
  await settle()
  expect(told).toEqual(['ina true', 'olga true'])
  expect(offered()).toEqual([
    { kind: 'live', by: 'ina', as: 'instructor', moderates: true, act: { act: 'lead' } },
    { kind: 'live', by: 'olga', as: 'spectator', act: { act: 'raise-hand', on: true } },
  ])
  ada.member.leave()
  expect(await ada.member.live({ act: 'lead' })).toEqual({ ok: false, reason: 'not-now' })
})

test('HOST-60 of two in one tick the later one hears what the earlier one made of it', async () => {
  const { come, tick, rules } = liveWorld()
  const ada = come('ada')
  await tick()
  const [first, second] = [ada.member.live({ act: 'lead' }), ada.member.live({ act: 'lead' })]
  await tick()
  expect([await first, await second]).toEqual([{ ok: true }, { ok: false, reason: 'already-so' }])
  expect(rules.runner.state.live?.leader).toBe('ada')
})

test('HOST-60 while the store is stuck, and after the end, nothing is taken', async () => {
  const { come, tick, rules } = liveWorld()
  const ada = come('ada')
  await tick()
  rules.runner.offer({ kind: 'abandon' })
  await tick()
  expect(await ada.member.live({ act: 'lead' })).toEqual({ ok: false, reason: 'not-now' })
})

test('HOST-61 a spectator with a part in the live session is gone at once; without one nothing enters the log', async () => {
  const { come, tick, offered } = liveWorld()
  come('ada')
  const [olga, quiet] = [come('olga', spectator), come('quiet', spectator)]
  await tick()
  void olga.member.live({ act: 'raise-hand', on: true })
  // Before the rules have heard of it.
  olga.member.leave()
  quiet.member.leave()
  await tick()
  expect(offered().filter(({ kind }) => kind === 'gone')).toEqual([{ kind: 'gone', person: 'olga' }])
})

test('HOST-61 an instructor is expected back for half a minute; who takes part is the rules’ own matter', async () => {
  const { come, tick, offered, wait } = liveWorld()
  const ada = come('ada')
  const ina = come('ina', instructor)
  await tick()
  for (const { member } of [ada, ina]) void member.live({ act: 'lead' })
  await tick()
  ina.member.leave()
  wait(29_000)
  const back = come('ina', instructor)
  wait(2000)
  expect(offered().filter(({ kind }) => kind === 'gone')).toEqual([])
  back.member.leave()
  ada.member.leave()
  wait(30_000)
  expect(offered().filter(({ kind }) => kind === 'gone')).toEqual([{ kind: 'gone', person: 'ina' }])
})

test('HOST-61 an instructor who comes back only to watch leads no more', async () => {
  const { come, tick, offered } = liveWorld()
  come('ada')
  const ina = come('ina', instructor)
  await tick()
  void ina.member.live({ act: 'lead' })
  await tick()
  come('ina', spectator)
  expect(offered().filter(({ kind }) => kind === 'gone')).toEqual([{ kind: 'gone', person: 'ina' }])
})

test('HOST-36 who stopped everybody and is cut off is gone after half a minute, for then no time passes', async () => {
  const { come, tick, offered, wait, rules } = liveWorld()
  const [ada] = [come('ada'), come('ben')]
  await tick()
  const { state } = rules.runner
  Object.assign(state, { live: { ...emptyLive, haltedBy: 'ada' } })
  ada.member.leave()
  wait(29_000)
  const back = come('ada')
  wait(2000)
  back.member.leave()
  wait(29_999)
  expect(offered().filter(({ kind }) => kind === 'gone')).toEqual([])
  wait(1)
  expect(offered().filter(({ kind }) => kind === 'gone')).toEqual([{ kind: 'gone', person: 'ada' }])
})

test('HOST-62 after the server was down nobody watches, and who does not come back is gone after half a minute', async () => {
  const before = liveWorld()
  before.come('ada')
  const [olga, ina] = [before.come('olga', spectator), before.come('ina', instructor)]
  await before.tick()
  void olga.member.live(watch)
  void olga.member.live({ act: 'raise-hand', on: true })
  void ina.member.live({ act: 'lead' })
  await before.tick()
  const { state } = before.rules.runner
  const { clock, rules } = setUp({ from: state })
  expect(rules.offered).toEqual([
    { kind: 'live', by: 'olga', as: 'spectator', act: { act: 'watch', way: 'free', of: '' } },
  ])
  rules.offered.length = 0
  clock.advance(30_000)
  expect(rules.offered).toEqual([
    { kind: 'gone', person: 'ina' },
    { kind: 'gone', person: 'olga' },
  ])
})

test('HOST-63 a private hint reaches the one it is for; other spectators share one and the same list', async () => {
  const { come, tick, rules } = liveWorld()
  const ina = come('ina', instructor)
  const [olga, otto, owen] = [come('olga', spectator), come('otto', spectator), come('owen', spectator)]
  await tick()
  const asked: string[] = []
  const { cues } = rules
  rules.cues = (viewer, ...rest) => (asked.push(viewer.person), cues(viewer, ...rest))
  void ina.member.live({ act: 'hint', to: 'olga', text: 'left' })
  await tick()
  expect([olga, otto, owen, ina].map(({ told }) => told.cues)).toEqual([1, 0, 0, 0])
  expect(asked).toEqual(['ina', expect.any(String), 'olga'])
})
