import { Matrix4, Plane, Quaternion, Ray, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { LIVE_LIMITS } from '#shared/live/limits.ts'
import { createAuthority } from './authority.fixture.ts'
import { createInk } from './ink.ts'
import { distance } from './outline.ts'
import { createPen } from './pen.ts'
import { createSpot } from './spot.ts'

const turned = new Matrix4().compose(
  new Vector3(1, 2, 3),
  new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), 0.5),
  new Vector3(1, 1, 1),
)

function setUp(words: string | null = 'here') {
  const authority = createAuthority('me')
  const ink = createInk({
    me: () => 'me',
    drawings: authority.drawings,
    send: authority.send,
    onRefused() {},
    prefix: 'x',
  })
  const frames = new Map([
    ['', new Matrix4()],
    ['valve', turned],
  ])
  const pen = createPen({
    ink,
    frame: (anchor) => frames.get(anchor) ?? null,
    ask: () => Promise.resolve(words),
  })
  const drawn = () => [...ink.shown.get().values()]
  return { authority, ink, pen, drawn }
}
function spot(
  x: number,
  y: number,
  z: number,
  anchor = '',
  normal: readonly [number, number, number] = [0, 0, 1],
) {
  const made = createSpot()
  made.point.set(x, y, z)
  made.normal.set(...normal).normalize()
  made.anchor = anchor
  made.touches = true
  made.distance = 2
  return made
}

test('DRAW-8 a line is of the thing it was begun on, wherever it goes', () => {
  const { pen, drawn } = setUp()
  pen.down('stroke', 3, spot(1, 2, 3, 'valve'))
  expect([pen.busy.get(), drawn().length]).toEqual([true, 0])
  pen.move(spot(1.2, 2.1, 3, ''), null)
  expect(pen.growing).toMatchObject({ shape: 'stroke', anchor: 'valve', color: 3, points: [0, 0, 0] })
  pen.up()
  expect(pen.growing).toBeNull()
  expect(drawn()).toMatchObject([{ shape: 'stroke', anchor: 'valve', color: 3, by: 'me' }])
  const [x = 0, y = 0, z = 0] = drawn()[0]?.points.slice(3) ?? []
  expect(
    new Vector3(x, y, z)
      .multiplyScalar(0.001)
      .applyMatrix4(turned)
      .distanceTo(new Vector3(1.2, 2.1, 3)),
  ).toBeLessThan(0.001)
})

test('DRAW-8 on what is not to be seen nothing is begun', () => {
  const { pen } = setUp()
  pen.down('stroke', 0, spot(0, 0, 0, 'ghost'))
  expect([pen.busy.get(), pen.growing]).toEqual([false, null])
})

test('DRAW-4 a very long line goes on in another one, from the very point', () => {
  const { pen, drawn, ink, authority } = setUp()
  pen.down('stroke', 0, spot(0, 0, 0))
  for (let i = 1; i < 1200; i++) {
    pen.move(spot(i * 0.01, (i % 2) * 0.2, 0), null)
    ink.update(i * 20)
    authority.arrive()
  }
  pen.up()
  const lines = drawn().map(({ points }) => points)
  expect(lines.length).toBeGreaterThan(2)
  for (const points of lines) expect(points.length / 3).toBeLessThanOrEqual(LIVE_LIMITS.pointsOfOne)
  lines.slice(1).forEach((points, i) => expect(points.slice(0, 3)).toEqual(lines[i]?.slice(-3)))
  expect(lines.at(-1)?.slice(-3)).toEqual([11990, 200, 0])
})

test('DRAW-18 an arrow is dragged, or made of two taps; a tap alone is not one yet', () => {
  for (const drags of [true, false]) {
    const { pen, drawn } = setUp()
    pen.down('arrow', 1, spot(0, 0, 0))
    if (!drags) {
      pen.up()
      expect([pen.busy.get(), drawn().length]).toEqual([true, 0])
    }
    pen.move(spot(0.4, 0, 0, 'valve'), new Ray())
    expect(pen.growing?.points).toEqual([0, 0, 0, 400, 0, 0])
    if (!drags) pen.down('arrow', 1, spot(0.5, 0, 0))
    pen.up()
    expect(drawn().map(({ points }) => points)).toEqual([[0, 0, 0, drags ? 400 : 500, 0, 0]])
  }
})

test('DRAW-18 by keys each point is set: a line of straight stretches until it is ended, a measure of two', () => {
  const { pen, drawn } = setUp()
  pen.set('measure', 0, spot(0, 0, 0))
  pen.set('measure', 0, spot(0, 1, 0))
  expect(drawn()).toMatchObject([{ shape: 'measure', points: [0, 0, 0, 0, 1000, 0] }])
  for (const x of [0, 1, 2]) pen.set('stroke', 0, spot(x, x % 2, 0))
  pen.stop()
  expect(drawn()[1]?.points).toEqual([0, 0, 0, 1000, 1000, 0, 2000, 0, 0])
})

test('DRAW-18 what was begun can be given up', () => {
  const { pen, drawn, ink, authority } = setUp()
  pen.down('circle', 0, spot(0, 0, 0))
  pen.cancel()
  pen.down('stroke', 0, spot(0, 0, 0))
  pen.cancel()
  ink.update(0)
  expect([pen.busy.get(), drawn().length, authority.acts.length]).toEqual([false, 0, 0])
})

test('DRAW-9 a circle is round and lies flat on what it was begun on, whatever its rim was pulled over', () => {
  const { pen, drawn } = setUp()
  const normal = [1, 2, 3] as const
  pen.down('circle', 0, spot(1, 2, 3, 'valve', normal))
  const look = new Ray(new Vector3(2, 4, 6), new Vector3(-0.7, -1.8, -3.1).normalize())
  pen.move(spot(7, 0, -5, ''), look)
  pen.up()
  const points = drawn()[0]?.points ?? []
  const corner = (i: number) =>
    new Vector3()
      .fromArray(points, i * 3)
      .multiplyScalar(0.001)
      .applyMatrix4(turned)
  const [middle, a, b] = [corner(0), corner(1), corner(2)]
  const flat = new Vector3(...normal).normalize()
  expect(middle.distanceTo(new Vector3(1, 2, 3))).toBeLessThan(0.001)
  for (const rim of [a, b]) expect(Math.abs(rim.clone().sub(middle).dot(flat))).toBeLessThan(0.002)
  expect(distance(points, 0, points, 1)).toBeCloseTo(distance(points, 0, points, 2), -1)
  expect(a.sub(middle).dot(b.sub(middle))).toBeCloseTo(0, 2)
  // Where the look meets the plane.
  expect(
    corner(1).distanceTo(look.intersectPlane(planeAt(middle, flat), new Vector3()) ?? middle),
  ).toBeLessThan(0.004)
})

test('DRAW-21 a label is asked for its words, cut to what is allowed; without words there is none', async () => {
  const long = setUp(` ${'x'.repeat(200)} `)
  long.pen.down('label', 4, spot(0, 1, 0))
  long.pen.move(spot(0, 2, 0), new Ray())
  long.pen.up()
  expect(long.pen.busy.get()).toBe(false)
  await Promise.resolve()
  await Promise.resolve()
  expect(long.drawn()).toMatchObject([
    { shape: 'label', points: [0, 2000, 0], text: 'x'.repeat(LIVE_LIMITS.labelChars) },
  ])
  const none = setUp(null)
  none.pen.set('label', 4, spot(0, 1, 0))
  await Promise.resolve()
  await Promise.resolve()
  expect(none.drawn()).toEqual([])
})

function planeAt(point: Vector3, normal: Vector3) {
  return new Plane().setFromNormalAndCoplanarPoint(normal, point)
}
