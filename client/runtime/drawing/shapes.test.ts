import { ShaderMaterial } from 'three'
import { expect, test } from 'vitest'
import { addShape } from './add-shape.ts'
import { GROW_S, growBirths } from './births.ts'
import { formatLength } from './format-length.ts'
import { createLineBatch, marks } from './line-batch.ts'
import { EM_RAD, em, halfWidth } from './line-size.ts'
import { distance, outlineOf } from './outline.ts'
import { layOutPlate, TILE_EM } from './plate-layout.ts'

const batch = () => createLineBatch([new ShaderMaterial(), new ShaderMaterial()])
function records(lines: ReturnType<typeof batch>) {
  const array = lines.meshes[0].geometry.getAttribute('iFrom').array
  return Array.from({ length: lines.length }, (_, i) => ({
    from: Array.from(array.slice(i * 12, i * 12 + 3)),
    to: Array.from(array.slice(i * 12 + 4, i * 12 + 7)),
    mark: (array[i * 12 + 7] ?? 0) % 8,
    along: Array.from(array.slice(i * 12 + 8, i * 12 + 10)),
    born: Array.from(array.slice(i * 12 + 10, i * 12 + 12)),
  }))
}

test('DRAW-13 a stroke is a record for each stretch, its dashes going on; a single point is one', () => {
  const lines = batch()
  addShape(lines, 'stroke', [0, 0, 0, 3, 4, 0, 3, 4, 12], [0, 1, 2])
  expect(records(lines)).toEqual([
    { from: [0, 0, 0], to: [3, 4, 0], mark: marks.line, along: [0, 5], born: [0, 1] },
    { from: [3, 4, 0], to: [3, 4, 12], mark: marks.line, along: [5, 17], born: [1, 2] },
  ])
  lines.rewind(1)
  addShape(lines, 'stroke', [7, 7, 7], null)
  expect(records(lines)[1]).toMatchObject({ from: [7, 7, 7], to: [7, 7, 7], along: [0, 0] })
})

test('DRAW-13 arrows have a head at their end, measures a tick at both, labels a stem', () => {
  const marksOf = (...[shape, line]: [Parameters<typeof addShape>[1], readonly number[]]) => {
    const lines = batch()
    addShape(lines, shape, line, null)
    return records(lines).map(({ mark, from }) => [mark, from[0]])
  }
  const two = [0, 0, 0, 10, 0, 0]
  expect(marksOf('arrow', two)).toEqual([
    [marks.line, 0],
    [marks.head, 10],
  ])
  expect(marksOf('measure', two)).toEqual([
    [marks.line, 0],
    [marks.tick, 10],
    [marks.tick, 0],
  ])
  expect(marksOf('label', [5, 0, 0])).toEqual([
    [marks.stem, 5],
    [marks.dot, 5],
  ])
})

test('DRAW-13 room is made as records come; what is before stays, and only what changed is uploaded', () => {
  const lines = batch()
  for (let i = 0; i < 1000; i++) lines.add('line', [i, 0, 0], 0, [0, 0, i], 0)
  expect(records(lines).map(({ from }) => from[0])).toEqual(Array.from({ length: 1000 }, (_, i) => i))
  lines.flush()
  const buffer = () => {
    const attribute = lines.meshes[0].geometry.getAttribute('iFrom')
    return 'data' in attribute ? attribute.data : expect.fail()
  }
  const { version } = buffer()
  lines.flush()
  expect(buffer().version).toBe(version)
  lines.rewind(990)
  lines.add('line', [1, 1, 1], 0, [2, 2, 2], 0)
  lines.flush()
  expect([buffer().version, buffer().updateRanges]).toEqual([version + 1, [{ start: 990 * 12, count: 12 }]])
})

test('DRAW-9 a circle’s outline is as far from its middle as its half axes, and closed', () => {
  const outline = outlineOf('circle', [100, 0, 0, 150, 0, 0, 100, 0, 50])
  expect(outline.slice(0, 3)).toEqual([150, 0, 0])
  expect(distance(outline, 0, outline, outline.length / 3 - 1)).toBeLessThan(1e-9)
  for (let i = 0; i < outline.length / 3; i++) expect(distance([100, 0, 0], 0, outline, i)).toBeCloseTo(50, 9)
  expect(outlineOf('arrow', [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 4, 5, 6])
})

test('DRAW-9 a circle of a middle and a rim alone lies level, or upright where it has to', () => {
  const level = outlineOf('circle', [0, 0, 0, 40, 0, 30])
  for (let i = 0; i < level.length / 3; i++) {
    expect(level[i * 3 + 1]).toBe(0)
    expect(distance([0, 0, 0], 0, level, i)).toBeCloseTo(50, 6)
  }
  const upright = outlineOf('circle', [0, 0, 0, 0, 50, 0])
  for (let i = 0; i < upright.length / 3; i++) expect(distance([0, 0, 0], 0, upright, i)).toBeCloseTo(50, 6)
})

test('DRAW-14 new points are reached one after the other within the time of a message; old ones stay', () => {
  const births = growBirths([1, 2], 2, 6, 10)
  expect(births.slice(0, 2)).toEqual([1, 2])
  expect(births.at(-1)).toBeCloseTo(10 + GROW_S, 9)
  births.slice(3).forEach((birth, i) => expect(birth).toBeGreaterThan(births[i + 2] ?? 0))
  // Behind by more than one message: it catches up.
  expect(growBirths([1, 12], 2, 3, 10).at(-1)).toBeCloseTo(10 + 2 * GROW_S, 9)
})

test('DRAW-15 lengths as one says them, in the language’s numbers', () => {
  expect([46, 99.4, 99.6, 370, 994, 996, 1240, 9994, 12_400].map((mm) => formatLength(mm, 'en'))).toEqual([
    '4.6 cm',
    '9.9 cm',
    '10 cm',
    '37 cm',
    '99 cm',
    '1.00 m',
    '1.24 m',
    '9.99 m',
    '12.4 m',
  ])
  expect(formatLength(1240, 'es')).toBe('1,24 m')
})

test('DRAW-12 never under 2.5 px and 13 px; as angles they never grow with distance, and are at full size near by', () => {
  const distances = Array.from({ length: 200 }, (_, i) => 0.3 + i * 0.15)
  for (const pixel of [0.0002, 0.0012, 0.003]) {
    let [line, words] = [Infinity, Infinity]
    for (const d of distances) {
      expect((2 * halfWidth(d, pixel)) / d).toBeGreaterThanOrEqual(2.5 * pixel - 1e-9)
      expect(em(d, pixel) / d).toBeGreaterThanOrEqual(13 * pixel - 1e-9)
      expect(halfWidth(d, pixel) / d).toBeLessThanOrEqual(line + 1e-9)
      expect(em(d, pixel) / d).toBeLessThanOrEqual(words + 1e-9)
      line = halfWidth(d, pixel) / d
      words = em(d, pixel) / d
    }
  }
  expect(em(1.5, 0.0002) / 1.5).toBeCloseTo(EM_RAD, 9)
})

test('DRAW-12 words stand in one row, two, or two smaller ones, and always on their plate', () => {
  const measure = (text: string) => text.length * 0.5
  const of = (text: string, author = '') => layOutPlate({ text, author }, measure)
  expect(of('Open this first')).toMatchObject({ lines: ['Open this first'], share: 1 })
  expect(of('Open this valve first, then the other').lines).toHaveLength(2)
  const most = of('word '.repeat(16).trim(), 'A very long name of a person with titles and all')
  expect([most.lines.length, most.share < 1]).toEqual([2, true])
  for (const layout of [of('', 'Ana'), of('4.6 cm'), most]) {
    expect(layout.width).toBeLessThanOrEqual(TILE_EM.width)
    expect(layout.height).toBeLessThanOrEqual(TILE_EM.height)
  }
})
