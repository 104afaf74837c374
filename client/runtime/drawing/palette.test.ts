import { Color, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { LIVE_COLORS } from '#shared/live/limits.ts'
import { palette } from './palette.ts'

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const visions: Record<string, readonly (readonly [number, number, number])[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const toXyz = [
  [0.4339, 0.3762, 0.1899],
  [0.2127, 0.7152, 0.0722],
  [0.0178, 0.1095, 0.8727],
] as const
const colours = palette.map(({ colour }) => new Color(colour))
const times = (rows: readonly (readonly [number, number, number])[], [r, g, b]: readonly number[]) =>
  rows.map((row) => Math.max(0, row[0] * (r ?? 0) + row[1] * (g ?? 0) + row[2] * (b ?? 0)))

/** CIE L*a*b* of linear RGB, D65. */
function lab(rgb: readonly number[]): Vector3 {
  const [x = 0, y = 0, z = 0] = times(toXyz, rgb).map((value) =>
    value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116,
  )
  return new Vector3(116 * y - 16, 500 * (x - y), 200 * (y - z))
}

test.each(Object.keys(visions))('DRAW-11 colours stay apart for %s vision', (vision) => {
  const seen = colours.map((colour) => lab(times(visions[vision] ?? [], colour.toArray())))
  for (const [i, a] of seen.entries())
    for (const b of seen.slice(i + 1)) expect(a.distanceTo(b)).toBeGreaterThan(20)
})

test('DRAW-11 each has a pattern of its own, and the authority takes them all', () => {
  const patterns = palette.map(({ dash, split }) => `${dash.join(' ')} ${split > 0}`)
  expect(new Set(patterns).size).toBe(palette.length)
  expect(palette.length).toBeLessThanOrEqual(LIVE_COLORS)
})

test('DRAW-11 all are readable on the lines’ dark edge', () => {
  const luminance = (colour: Color) => times(toXyz, colour.toArray())[1] ?? 0
  for (const colour of colours) expect((luminance(colour) + 0.05) / (0.011 + 0.05)).toBeGreaterThan(4.5)
})
