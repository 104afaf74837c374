import { Matrix4, Ray, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { erasableAt } from './eraser.ts'
import { nearestToPoint, nearestToRay } from './nearest.ts'
import type { Touchable } from './nearest.ts'
import { createSpot } from './spot.ts'

const raised = new Matrix4().makeTranslation(0, 1, 0)
const frame = (anchor: string) => (anchor === '' ? new Matrix4() : anchor === 'lift' ? raised : null)
const line = (key: string, mm: readonly number[], anchor = ''): Touchable => ({
  key,
  line: mm,
  anchor,
  isLabel: false,
})
const near = line('near', [-500, 0, -1000, 500, 0, -1000])
const far = line('far', [-500, 100, -5000, 500, 100, -5000])
const lifted = line('lifted', [0, 0, -1000], 'lift')
const unseen = line('unseen', [0, 0, -1000], 'ghost')
const label: Touchable = { key: 'label', line: [0, -200, -4000], anchor: '', isLabel: true }
const all = [near, far, lifted, unseen]
const towards = (x: number, y: number, z: number) => new Ray(new Vector3(), new Vector3(x, y, z).normalize())
const reach = { frame, most: Infinity, within: 0.022 }

test('DRAW-16 along a look the one that is passed nearest, as seen; a thing’s with the thing', () => {
  expect(nearestToRay(towards(0.2, 0.002, -1), all, reach)).toBe('near')
  expect(nearestToRay(towards(0.02, 0.15, -5), all, reach)).toBe('far')
  expect(nearestToRay(towards(0.01, 1, -1), all, reach)).toBe('lifted')
  expect(nearestToRay(towards(0, 0.5, -1), all, reach)).toBeNull()
})

test('DRAW-16 nothing behind what is looked at, and a label also at its words', () => {
  expect(nearestToRay(towards(0.02, 0.15, -5), all, { ...reach, most: 3 })).toBeNull()
  expect(nearestToRay(towards(0, 0, -4), [label], reach)).toBe('label')
})

test('DRAW-16 at a fingertip the nearest within reach', () => {
  expect(nearestToPoint(new Vector3(0.1, 0.05, -1), all, { frame, within: 0.07 })).toBe('near')
  expect(nearestToPoint(new Vector3(0.1, 0.08, -1), all, { frame, within: 0.07 })).toBeNull()
  expect(nearestToPoint(new Vector3(0, 0.96, -1), all, { frame, within: 0.07 })).toBe('lifted')
})

test('DRAW-16 only what this person may erase', () => {
  const shown = new Map([near, far].map((each) => [each.key, each]))
  const drawn = (mayErase: boolean) =>
    [...shown.keys()].map(
      (key) => ({ key, shape: 'stroke', by: 'bo', color: 0, own: false, mayErase }) as const,
    )
  const spot = createSpot()
  spot.point.set(0, 0, -1)
  const at = (mayErase: boolean) =>
    erasableAt({ frames: { matrix: frame }, shown } as never, drawn(mayErase), spot, towards(0, 0, -1), true)
  expect([at(true), at(false)]).toEqual(['near', null])
})
