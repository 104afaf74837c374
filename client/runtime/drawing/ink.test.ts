import { expect, test } from 'vitest'
import type { LiveRefusal } from '#shared/live/acts.ts'
import type { Annotation } from '#shared/live/state.ts'
import { createAuthority } from './authority.fixture.ts'
import { createInk } from './ink.ts'
import type { OwnDrawing } from './own-drawing.ts'
import { seededRandom } from './random.fixture.ts'

const me = 'me'
const line = { shape: 'stroke', anchor: '', color: 1, toleranceMm: 1 } as const
const arrow = { shape: 'arrow', anchor: 'valve', color: 2, toleranceMm: 0 } as const
const others: Annotation = {
  n: 0,
  by: 'bo',
  shape: 'measure',
  anchor: '',
  points: [0, 0, 0, 9, 9, 9],
  color: 0,
  done: true,
  atMs: 0,
}

function setUp() {
  const authority = createAuthority(me)
  const refusals: LiveRefusal[] = []
  const ink = createInk({
    me: () => me,
    drawings: authority.drawings,
    send: authority.send,
    onRefused: (reason) => refusals.push(reason),
    prefix: 'x',
  })
  let now = 0
  const pass = (ms: number) => ink.update((now += ms))
  /** There and back, as often as it takes. */
  async function settle() {
    for (let i = 0; i < 400; i++) {
      pass(200)
      authority.arrive()
      await authority.answer()
      authority.tell()
    }
    pass(4000)
  }
  function draw(points: readonly number[], draft: Parameters<typeof ink.begin>[0] = line) {
    const drawing = ink.begin(draft)
    for (let i = 0; i < points.length; i += 3)
      drawing.add(points[i] ?? 0, points[i + 1] ?? 0, points[i + 2] ?? 0)
    return drawing
  }
  return { authority, ink, refusals, pass, settle, draw }
}
const zigzag = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => [from + i * 20, (i % 2) * 30, 0]).flat()
const plain = (all: ReadonlyMap<string, Annotation>) =>
  Object.fromEntries([...all].map(([key, { n: _n, atMs: _at, ...rest }]) => [key, rest]))

test('DRAW-3 a long line goes in messages of at most 64 points, five a second, one after the other', async () => {
  const { authority, ink, pass, draw } = setUp()
  const points = zigzag(300)
  ink.finish(draw(points))
  const times: number[] = []
  for (let now = 0; now < 4000; now += 10) {
    const before = authority.acts.length
    pass(10)
    if (authority.acts.length > before) times.push(now)
    if (now % 50 === 0) {
      authority.arrive()
      await authority.answer()
    }
  }
  expect(authority.acts.map(({ act }) => act)).toEqual(['draw', 'draw-on', 'draw-on', 'draw-on', 'draw-on'])
  const sent = authority.acts.flatMap((act) => ('points' in act ? [act] : []))
  expect(sent.map((act) => act.points.length / 3)).toEqual([64, 64, 64, 64, 44])
  expect(sent.map(({ done }) => done)).toEqual([false, false, false, false, true])
  expect(sent.flatMap((act) => act.points)).toEqual(points)
  times.slice(1).forEach((time, i) => expect(time - (times[i] ?? 0)).toBeGreaterThanOrEqual(200))
})

test('DRAW-3 without an answer nothing more is said', () => {
  const { authority, ink, pass, draw } = setUp()
  ink.finish(draw(zigzag(200)))
  for (let i = 0; i < 50; i++) pass(200)
  expect(authority.acts).toHaveLength(1)
})

test('DRAW-5 a line is told while it is drawn, and seen once when it is finished', async () => {
  const { authority, ink, pass, draw, settle } = setUp()
  const drawing = draw(zigzag(5))
  pass(0)
  expect(authority.acts).toMatchObject([{ act: 'draw', done: false }])
  authority.arrive()
  await authority.answer()
  authority.tell()
  // While it is drawn the pen shows it.
  expect(ink.shown.get().size).toBe(0)
  ink.finish(drawing)
  expect([...ink.shown.get().keys()]).toEqual([drawing.key])
  expect(ink.shown.get().get(drawing.key)?.points).toEqual(zigzag(5))
  await settle()
  expect(plain(ink.shown.get())).toEqual(plain(authority.kept))
  expect(authority.kept.get(drawing.key)).toMatchObject({ points: zigzag(5), done: true })
})

test('DRAW-6 what is refused is gone again with its reason, whatever was drawn of it', async () => {
  const { authority, ink, refusals, pass, draw, settle } = setUp()
  authority.refuseWith('not-allowed')
  const drawing = draw(zigzag(3))
  pass(0)
  authority.arrive()
  await authority.answer()
  expect(drawing.gone).toBe(true)
  ink.finish(draw([1, 2, 3, 4, 5, 600], arrow))
  expect(ink.shown.get().size).toBe(1)
  await settle()
  expect(ink.shown.get().size).toBe(0)
  expect(refusals).toEqual(['not-allowed', 'not-allowed'])
})

test('DRAW-6 of a line that is refused in the middle, what got through stays and is finished', async () => {
  const { authority, ink, refusals, pass, draw } = setUp()
  const drawing = draw(zigzag(130))
  ink.finish(drawing)
  pass(0)
  authority.arrive()
  await authority.answer()
  authority.refuseWith('too-many')
  pass(200)
  authority.arrive()
  await authority.answer()
  authority.refuseWith(null)
  pass(200)
  authority.arrive()
  await authority.answer()
  authority.tell()
  expect(refusals).toEqual(['too-many'])
  expect(authority.kept.get(drawing.key)).toMatchObject({ points: zigzag(64), done: true })
  expect(plain(ink.shown.get())).toEqual(plain(authority.kept))
})

test('DRAW-6 what may not be erased is back', async () => {
  const { authority, ink, refusals, settle } = setUp()
  authority.put('bo/a', others)
  authority.tell()
  authority.refuseWith('not-allowed')
  ink.erase('bo/a')
  expect(ink.shown.get().size).toBe(0)
  await settle()
  expect([...ink.shown.get().keys()]).toEqual(['bo/a'])
  expect(refusals).toEqual(['not-allowed'])
})

test('DRAW-7 what was never told is taken back without a word; one by one, one’s own last first', async () => {
  const { authority, ink, draw, settle } = setUp()
  authority.put('bo/a', others)
  authority.tell()
  const keys = [zigzag(2), zigzag(3), zigzag(4)].map((points) => {
    const drawing = draw(points)
    ink.finish(drawing)
    return drawing.key
  })
  expect(ink.undo()).toBe(true)
  expect([...ink.shown.get().keys()]).toEqual(['bo/a', keys[0], keys[1]])
  await settle()
  expect(authority.acts.map(({ act }) => act)).toEqual(['draw', 'draw'])
  expect(ink.undo()).toBe(true)
  expect(ink.undo()).toBe(true)
  expect(ink.undo()).toBe(false)
  expect([...ink.shown.get().keys()]).toEqual(['bo/a'])
  await settle()
  expect(authority.acts.slice(2)).toEqual([
    { act: 'erase', key: keys[1] },
    { act: 'erase', key: keys[0] },
  ])
  expect(plain(ink.shown.get())).toEqual(plain(authority.kept))
})

test('DRAW-7 what is taken back while it is on its way is erased there', async () => {
  const { authority, ink, pass, draw, settle } = setUp()
  ink.finish(draw(zigzag(2)))
  pass(0)
  ink.undo()
  expect(ink.shown.get().size).toBe(0)
  await settle()
  expect(authority.acts.map(({ act }) => act)).toEqual(['draw', 'erase'])
  expect([authority.kept.size, ink.shown.get().size]).toEqual([0, 0])
})

test('DRAW-5 a line that somebody else erases while it is drawn is gone at once, and no refusal is told', async () => {
  const { authority, refusals, pass, draw, settle } = setUp()
  const drawing = draw(zigzag(4))
  pass(0)
  authority.arrive()
  await authority.answer()
  authority.tell()
  authority.remove(drawing.key)
  authority.tell()
  expect(drawing.gone).toBe(true)
  await settle()
  expect(authority.acts).toHaveLength(1)
  expect(refusals).toEqual([])
})

test('DRAW-5 what somebody draws again under a key that was erased is seen', async () => {
  const { authority, ink, pass } = setUp()
  authority.put('bo/a', others)
  authority.tell()
  ink.erase('bo/a')
  pass(0)
  authority.arrive()
  authority.put('bo/a', { ...others, color: 3 })
  await authority.answer()
  authority.tell()
  pass(3100)
  expect(ink.shown.get().get('bo/a')?.color).toBe(3)
})

test('DRAW-5 whatever happens in between, in the end one sees what the authority has', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed)
    const { authority, ink, pass, settle, draw } = setUp()
    const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
    let drawing: OwnDrawing | null = null
    const deeds: (() => unknown)[] = [
      () => (drawing ??= draw(zigzag(1 + Math.floor(random() * 90)))),
      () => drawing?.add(Math.floor(random() * 900), Math.floor(random() * 900), 0),
      () => {
        if (drawing) ink.finish(drawing)
        drawing = null
      },
      () => ink.finish(draw([0, 0, 0, 5, 5, Math.floor(random() * 900)], arrow)),
      () => ink.erase(pick([...ink.shown.get().keys()]) ?? 'nobody/nothing'),
      () => ink.undo(),
      () => random() < 0.3 && ink.eraseAll(),
      () => pass(Math.floor(random() * 300)),
      () => authority.arrive(),
      () => authority.answer(),
      () => authority.tell(),
      () => authority.put(`bo/${Math.floor(random() * 9)}`, { ...others, points: [0, 0, 0, 1, 1, 1] }),
      () => authority.remove(pick([...authority.kept.keys()]) ?? ''),
      () => authority.refuseWith(random() < 0.2 ? 'too-many' : null),
    ]
    for (let i = 0; i < 120; i++) await pick(deeds)?.()
    if (drawing) ink.finish(drawing)
    authority.refuseWith(null)
    await settle()
    expect(authority.waiting).toBe(0)
    const shown = plain(ink.shown.get())
    expect(shown, `seed ${seed}`).toEqual(plain(authority.kept))
  }
})
