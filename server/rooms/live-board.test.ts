import type { Client } from '@colyseus/core'
import { expect, test } from 'vitest'
import { LiveShown } from '#server/sessions/live-shown.ts'
import { fakeLiveRules } from '#server/sessions/fake-live.fixture.ts'
import { createManualClock } from '#server/sessions/clock.ts'
import { emptyLive } from '#shared/live/empty-live.ts'
import type { Annotation, LiveState } from '#shared/live/state.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { Connection } from './connection.ts'
import { LiveBoard } from './live-board.ts'

type Reader = { connection: Connection; sent: Buffer[]; names(): string[]; queue(bytes: number): void }

function setUp({ receivers = 3 } = {}) {
  let state = { tick: 0 } as EngineState
  const clock = createManualClock(0)
  const rules = { live: fakeLiveRules(() => state.live), showsSteps: false }
  const readers: Reader[] = []
  const board = new LiveBoard({
    live: new LiveShown(rules, () => state),
    connections: () => readers.map(({ connection }) => connection),
    receivers: () => receivers,
    nowMs: () => clock.nowMs(),
    after: (ms, callback) => void clock.after(ms, callback),
  })
  function enter(who: { person?: string; kind?: string; moderates?: boolean } = {}): Reader {
    const sent: Buffer[] = []
    const ref = { bufferedAmount: 0 }
    const client = { ref, enqueueRaw: (bytes: Buffer) => sent.push(bytes) } as unknown as Client
    const { person = 'p', kind = 'participant', moderates = false } = who
    const connection = { client, who: { person, kind, role: '' }, member: { moderates } }
    const reader = {
      connection: connection as unknown as Connection,
      sent,
      names: () =>
        sent.splice(0).map((bytes) => /live|lead|drawings/.exec(bytes.toString('latin1'))?.[0] ?? ''),
      queue: (bytes: number) => void (ref.bufferedAmount = bytes),
    }
    readers.push(reader)
    board.enter(reader.connection)
    return reader
  }
  return {
    board,
    clock,
    enter,
    change(live: Partial<LiveState>, tick = state.tick + 1) {
      state = { ...state, tick, live: { ...(state.live ?? emptyLive), ...live } }
      board.changed()
    },
  }
}

const annotation = (n: number): Annotation => ({
  n,
  by: 'p',
  shape: 'stroke',
  anchor: '',
  points: [n, n, n],
  color: 0,
  done: true,
  atMs: 0,
})
const drawn = (count: number): Pick<LiveState, 'annotations'> => ({
  annotations: Object.fromEntries(Array.from({ length: count }, (_, n) => [`p/${n}`, annotation(n)])),
})

test('ROOM-53 what is urgent goes at once, the rest four times a second, nothing twice; everybody gets the same bytes', () => {
  const { change, clock, enter } = setUp()
  const [one, other] = [enter(), enter()]
  change({})
  expect(one.sent[0]).toBe(other.sent[0])
  expect(one.names()).toEqual(['live'])
  for (let n = 1; n <= 10; n += 1) change({ hands: Array.from({ length: n }, (_, hand) => `${hand}`) })
  expect(one.names()).toEqual([])
  change({ leader: 'p' })
  expect(one.names()).toEqual(['live'])
  for (let n = 0; n < 100; n += 1) {
    change({ hands: [`${n}`] })
    clock.advance(50)
  }
  const told = one.names().length
  expect([told >= 19, told <= 21]).toEqual([true, true])
  clock.advance(1000)
  one.names()
  // The same again says nothing.
  change({ hands: ['99'] })
  clock.advance(1000)
  expect(one.names()).toEqual([])
})

test('ROOM-53 something urgent in between does not let the rest go out sooner', () => {
  const { change, clock, enter } = setUp()
  const one = enter()
  change({})
  clock.advance(10)
  change({ hands: ['a'] })
  clock.advance(200)
  change({ leader: 'p' })
  change({ hands: ['a', 'b'] })
  expect(one.names()).toEqual(['live', 'live'])
  clock.advance(200)
  expect(one.names()).toEqual([])
  clock.advance(100)
  expect(one.names()).toEqual(['live'])
})

test('ROOM-54 lead is told by kind and standing, when it says something new; steps only to instructors where the mode hides them', () => {
  const { change, board, enter } = setUp()
  const instructor = enter({ person: 'i', kind: 'instructor', moderates: true })
  const host = enter({ person: 'h', moderates: true })
  const leader = enter({ person: 'l' })
  const other = enter({ person: 'o' })
  board.pulse()
  expect([instructor, host, leader, other].map((reader) => reader.names())).toEqual([['lead'], [], [], []])
  change({ leader: 'l' })
  for (const reader of [instructor, host, leader, other]) reader.names()
  board.pulse()
  expect(host.sent[0]?.toString('latin1')).not.toContain('One')
  expect([instructor, host, leader, other].map((reader) => reader.names())).toEqual([
    [],
    ['lead'],
    ['lead'],
    [],
  ])
  change({}, 9)
  board.pulse()
  expect([instructor, host, leader, other].map((reader) => reader.names())).toEqual([['lead'], [], [], []])
})

test('ROOM-55 drawings go at once among few and ten times a second before a crowd; who comes in meanwhile misses nothing', () => {
  const few = setUp()
  const one = few.enter()
  few.change(drawn(1))
  few.change(drawn(2))
  expect(one.names()).toEqual(['live', 'drawings', 'drawings'])
  const crowd = setUp({ receivers: 500 })
  const early = crowd.enter()
  for (let n = 1; n <= 40; n += 1) {
    crowd.change(drawn(n))
    crowd.clock.advance(50)
  }
  const strokes = early.names().filter((name) => name === 'drawings').length
  expect([strokes >= 19, strokes <= 21]).toEqual([true, true])
  crowd.change(drawn(41))
  crowd.clock.advance(1000)
  crowd.change(drawn(42))
  crowd.change(drawn(43))
  const late = crowd.enter()
  expect(late.sent.at(-1)?.toString('latin1')).toContain('p/41')
  expect(late.sent.at(-1)?.toString('latin1')).not.toContain('p/42')
  crowd.clock.advance(1000)
  expect(late.sent.at(-1)?.toString('latin1')).toContain('p/42')
  expect(late.names()).toEqual(['live', 'drawings', 'drawings'])
})

test('ROOM-56 who is behind gets nothing until there is room again, then the whole; others notice nothing', () => {
  const { change, board, enter } = setUp()
  const [slow, quick] = [enter(), enter()]
  change(drawn(1))
  slow.names()
  slow.queue(100_000)
  change({ ...drawn(2), leader: 'x' })
  slow.queue(50_000)
  change(drawn(3))
  board.pulse()
  expect(slow.names()).toEqual([])
  expect(quick.names()).toEqual(['live', 'drawings', 'live', 'drawings', 'drawings'])
  slow.queue(0)
  board.pulse()
  expect(slow.sent.at(-1)?.toString('latin1')).toMatch(/reset.*p\/2/s)
  expect(slow.names()).toEqual(['live', 'drawings'])
  change(drawn(4))
  expect(slow.names()).toEqual(['drawings'])
})
