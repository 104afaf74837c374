import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawingChanges } from '#shared/live/drawing-changes.ts'
import { emptyLive } from '#shared/live/empty-live.ts'
import type { Annotation, LiveState } from '#shared/live/state.ts'
import type { LeadView, LiveView } from '#shared/live/view.ts'
import { drawOn } from './draw-on.ts'
import { linkInHand } from './fake-room.fixture.ts'
import type { Drawings } from './live.ts'

const annotation = (points: number[], more: Partial<Annotation> = {}): Annotation => ({
  n: 1,
  by: 'p',
  shape: 'stroke',
  anchor: '',
  points,
  color: 0,
  done: false,
  atMs: 0,
  ...more,
})
const leading = (leader: string | null): LiveView => ({ leader }) as LiveView
const lead = { steps: [] } as unknown as LeadView

test('NET-18 the live session is quiet before its first message; who leads no more has no lead', async () => {
  const { link, rooms, settle } = linkInHand()
  await settle()
  const [room] = rooms
  room?.welcome(1)
  expect(link.live.get()).toMatchObject({ leader: null, hands: [], watchers: {}, poll: null })
  expect([link.lead.get(), link.drawings.get().size]).toEqual([null, 0])
  room?.listener?.live(leading('p'))
  room?.listener?.lead(lead)
  expect([link.live.get().leader, link.lead.get()]).toEqual(['p', lead])
  room?.listener?.live(leading('other'))
  expect(link.lead.get()).toBe(null)
})

test('NET-18 who may moderate keeps lead, whoever leads', async () => {
  const { link, rooms, settle } = linkInHand()
  await settle()
  rooms[0]?.welcome(1, { kind: 'instructor', moderates: true })
  rooms[0]?.listener?.lead(lead)
  rooms[0]?.listener?.live(leading('other'))
  expect(link.lead.get()).toBe(lead)
})

test('NET-19 drawings that come before the code for them is there are not lost, nor their order', async () => {
  const { link, rooms, settle } = linkInHand()
  await settle()
  const told = new Promise<void>((resolve) => {
    link.drawings.subscribe((drawings) => drawings.get('p/b')?.done && resolve())
  })
  const listener = rooms[0]?.listener
  listener?.drawings([{ kind: 'reset', annotations: { 'p/a': annotation([1, 2, 3], { done: true }) } }])
  listener?.drawings([{ kind: 'begun', key: 'p/b', annotation: annotation([0, 0, 0]) }])
  listener?.drawings([{ kind: 'more', key: 'p/b', from: 3, points: [4, 5, 6], done: true }])
  await told
  expect([...link.drawings.get()].map(([key, { points, done }]) => [key, points, done])).toEqual([
    ['p/a', [1, 2, 3], true],
    ['p/b', [0, 0, 0, 4, 5, 6], true],
  ])
})

test('NET-19 whatever is drawn and erased, the changes make of the drawings before those after', () => {
  const points = fc.array(fc.integer(), { maxLength: 4 })
  const fate = fc.record({
    is: fc.constantFrom('kept', 'grown', 'gone', 'begun again', 'new'),
    points,
    more: points,
  })
  const of = (n: number, drawn: number[], done: boolean) => annotation(drawn, { n, done })
  const stateOf = (annotations: [string, Annotation][]): LiveState => ({
    ...emptyLive,
    annotations: Object.fromEntries(annotations),
  })
  const history = fc.array(fate, { maxLength: 8 }).map((fates): [LiveState, LiveState] => [
    stateOf(
      fates.flatMap(({ is, points: drawn }, n) =>
        is === 'new' ? [] : [[`p/${n}`, of(n, drawn, is === 'kept')]],
      ),
    ),
    stateOf(
      fates.flatMap(({ is, points: drawn, more }, n) => {
        if (is === 'gone') return []
        if (is === 'kept') return [[`p/${n}`, of(n, drawn, true)]]
        return [[`p/${n}`, is === 'grown' ? of(n, [...drawn, ...more], true) : of(n + 100, more, false)]]
      }),
    ),
  ])
  const mapOf = ({ annotations }: LiveState): Drawings => new Map(Object.entries(annotations))
  fc.assert(
    fc.property(history, ([before, after]) => {
      const made = drawOn(mapOf(before), drawingChanges(before, after))
      expect(Object.fromEntries(made)).toEqual(after.annotations)
      for (const [key, kept] of mapOf(before))
        if (JSON.stringify(kept) === JSON.stringify(after.annotations[key])) expect(made.get(key)).toBe(kept)
    }),
    { seed: 19, numRuns: 500 },
  )
})

test('NET-19 what changes nothing keeps the map', () => {
  const before: Drawings = new Map([['p/a', annotation([1, 2, 3])]])
  expect(drawOn(before, [])).toBe(before)
  expect(drawOn(before, [{ kind: 'gone', keys: ['p/b'] }])).toBe(before)
  expect(drawOn(before, [{ kind: 'more', key: 'p/b', from: 0, points: [], done: true }])).toBe(before)
  const none: Drawings = new Map()
  expect(drawOn(none, [{ kind: 'reset', annotations: {} }])).toBe(none)
})

test('NET-20 how one watches is told again to each new connection, the last way alone', async () => {
  const { link, rooms, settle, fireTimer } = linkInHand()
  await settle()
  rooms[0]?.welcome(1)
  await link.liveAct({ act: 'raise-hand', on: true })
  await link.liveAct({ act: 'watch', way: 'beside', of: 'q' })
  await link.liveAct({ act: 'watch', way: 'ghost', of: 'q' })
  rooms[0]?.drop()
  await fireTimer()
  rooms[1]?.welcome(2)
  expect(rooms[1]?.asked).toEqual([['live', { act: 'watch', way: 'ghost', of: 'q' }]])
})
