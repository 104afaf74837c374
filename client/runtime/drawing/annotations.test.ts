import { DataArrayTexture, Object3D } from 'three'
import type { Mesh } from 'three'
import { expect, test } from 'vitest'
import type { Annotation } from '#shared/live/state.ts'
import { markOf } from '../avatars/mark-of.ts'
import { createAnnotations } from './annotations.ts'
import { GROW_S } from './births.ts'
import { formatLength } from './format-length.ts'
import { reportAnnotations } from './report-annotations.ts'

const stroke = (by: string, points: readonly number[], more: Partial<Annotation> = {}): Annotation => ({
  n: 0,
  by,
  shape: 'stroke',
  anchor: '',
  points,
  color: 2,
  done: true,
  atMs: 0,
  ...more,
})
function setUp() {
  const valve = new Object3D()
  const written: string[] = []
  const annotations = createAnnotations({
    thing: (anchor) => (anchor === 'valve' ? valve : undefined),
    author: (person) => ({ name: person, mark: markOf(1) }),
    length: (mm) => formatLength(mm, 'en'),
    isOwn: (person) => person === 'me',
    still: () => false,
    openTiles: () => ({
      texture: () => new DataArrayTexture(),
      begin: () => written.splice(0),
      tile({ text, author }) {
        written.push(`${text}|${author}`)
        return { layer: 0, width: 2, height: 1 }
      },
      dispose() {},
    }),
  })
  const [lines, plates] = [annotations.root.children[0], annotations.root.children[2]] as [Mesh, Mesh]
  const recordsOf = ({ geometry }: Mesh, name: string) => {
    const attribute = geometry.getAttribute(name)
    const data = 'data' in attribute ? attribute.data : expect.fail()
    const count = (geometry as never as { instanceCount: number }).instanceCount
    return {
      data,
      all: Array.from({ length: count }, (_, i) => Array.from(data.array.slice(i * 12, i * 12 + 12))),
    }
  }
  return {
    annotations,
    valve,
    written,
    lines: () => recordsOf(lines, 'iFrom'),
    plates: () => recordsOf(plates, 'iAt'),
    births: () =>
      recordsOf(lines, 'iFrom').all.map((record) => record.slice(10).map((s) => Math.round(s * 1000))),
  }
}
const map = (...all: [string, Annotation][]) => new Map(all)

test('DRAW-13 everything takes four draw calls, and a frame in which nothing changes writes nothing', () => {
  const { annotations, lines, valve } = setUp()
  const many = Array.from({ length: 200 }, (_, i): [string, Annotation] => [
    `bo/${i}`,
    stroke('bo', [i, 0, 0, i, 9, 0, i, 9, 9], { anchor: i % 2 ? 'valve' : '' }),
  ])
  annotations.show(new Map(many))
  annotations.update(1000, null)
  expect(annotations.root.children).toHaveLength(4)
  expect(lines().all).toHaveLength(400)
  const { version } = lines().data
  valve.position.set(1, 2, 3)
  annotations.update(1010, null)
  annotations.show(new Map(many))
  annotations.update(1020, null)
  expect(lines().data.version).toBe(version)
})

test('DRAW-13 what changed is written from there on, what is before it is not', () => {
  const { annotations, lines } = setUp()
  const [a, b, c] = [
    stroke('bo', [1, 0, 0, 2, 0, 0]),
    stroke('bo', [3, 0, 0, 4, 0, 0]),
    stroke('bo', [5, 0, 0, 6, 0, 0]),
  ]
  annotations.show(map(['a', a], ['b', b], ['c', c]))
  annotations.update(0, null)
  annotations.show(map(['a', a], ['c', c]))
  annotations.update(10, null)
  expect(lines().all.map(([x]) => x)).toEqual([1, 5])
  expect(lines().data.updateRanges).toEqual([{ start: 12, count: 12 }])
  annotations.show(map(['a', a], ['c', c], ['d', b]))
  annotations.update(20, null)
  expect(lines().data.updateRanges).toEqual([{ start: 24, count: 12 }])
  annotations.show(new Map())
  annotations.update(30, null)
  expect(lines().all).toEqual([])
})

test('DRAW-14 what others draw grows; what was there before, and one’s own, is there at once', () => {
  const { annotations, births } = setUp()
  const early = stroke('bo', [0, 0, 0, 1, 0, 0])
  annotations.show(map(['bo/1', early]), true)
  annotations.update(5000, null)
  annotations.show(
    map(
      ['bo/1', early],
      ['me/1', stroke('me', [0, 0, 0, 1, 0, 0])],
      ['bo/2', stroke('bo', [0, 0, 0, 1, 0, 0])],
    ),
  )
  annotations.update(5000, null)
  const end = 5000 + GROW_S * 1000
  expect(births()).toEqual([
    [0, 0],
    [0, 0],
    [5000 + (GROW_S * 1000) / 2, end],
  ])
  const more = stroke('bo', [0, 0, 0, 1, 0, 0, 2, 0, 0])
  annotations.show(map(['bo/2', more]))
  expect(annotations.shown.get('bo/2')?.births.map((s) => Math.round(s * 1000))).toEqual([5110, 5220, 5440])
})

test('DRAW-12 words have a plate with their author, lengths one, and so has who draws just now', () => {
  const { annotations, written, plates } = setUp()
  annotations.show(
    map(
      ['bo/1', stroke('bo', [10, 20, 30], { shape: 'label', text: 'Here' })],
      ['bo/2', stroke('bo', [0, 0, 0, 400, 0, 0], { shape: 'measure' })],
      ['bo/3', stroke('bo', [0, 0, 0, 7, 0, 0], { done: false })],
      ['bo/4', stroke('bo', [0, 0, 0, 7, 0, 0])],
    ),
  )
  annotations.update(0, null)
  expect(written).toEqual(['Here|bo', '40 cm|', '|bo'])
  expect(plates().all.map((record) => record.slice(0, 3))).toEqual([
    [10, 20, 30],
    [200, 0, 0],
    [7, 0, 0],
  ])
})

test('DRAW-5 what is being drawn is seen behind all else, and is gone with the pen', () => {
  const { annotations, lines, plates } = setUp()
  annotations.show(map(['bo/1', stroke('bo', [1, 0, 0, 2, 0, 0])]))
  const growing = {
    shape: 'stroke',
    anchor: 'valve',
    color: 1,
    points: [0, 0, 0, 9, 0, 0],
    tail: [9, 9, 0, 9, 9, 9],
  } as const
  annotations.update(0, growing)
  expect(lines().all.map((record) => [record[3], record.slice(0, 3), record.slice(4, 7)])).toEqual([
    [0, [1, 0, 0], [2, 0, 0]],
    [1, [0, 0, 0], [9, 0, 0]],
    [1, [9, 0, 0], [9, 9, 0]],
    [1, [9, 9, 0], [9, 9, 9]],
  ])
  annotations.update(0, { ...growing, shape: 'measure', tail: [] })
  expect(plates().all).toHaveLength(1)
  annotations.update(0, null)
  expect([lines().all.length, plates().all.length]).toEqual([1, 0])
})

test('DRAW-2 the report tells where the first point is, with its thing; not while there is nothing to be seen of it', () => {
  const { annotations, valve } = setUp()
  annotations.show(
    map(
      ['a', stroke('bo', [1000, 0, 0], { anchor: 'valve' })],
      ['b', stroke('bo', [1000, 0, 0], { anchor: 'ghost' })],
    ),
  )
  valve.position.set(0.5, 2, 0)
  annotations.update(0, null)
  expect(
    reportAnnotations(annotations).map(({ key, anchor, points, first }) => [key, anchor, points, first]),
  ).toEqual([
    ['a', 'valve', 1, [1.5, 2, 0]],
    ['b', 'ghost', 1, null],
  ])
  valve.visible = false
  annotations.update(0, null)
  expect(reportAnnotations(annotations)[0]?.first).toBeNull()
})
