import { expect, test } from 'vitest'
import { emptyLive } from '#shared/live/empty-live.ts'
import type { Annotation } from '#shared/live/state.ts'
import { drawnList, nextLabel } from './drawn-list.ts'

const annotation = (by: string, more: Partial<Annotation>): Annotation => ({
  n: 0,
  by,
  shape: 'stroke',
  anchor: '',
  points: [0, 0, 0, 0, 0, 1240],
  color: 1,
  done: true,
  atMs: 0,
  ...more,
})
const shown = new Map([
  ['me/1', annotation('me', { shape: 'measure' })],
  ['bo/1', annotation('bo', { shape: 'label', text: 'Here' })],
])
const list = (person: string, leader: string | null, kind: 'participant' | 'spectator' = 'participant') =>
  drawnList(shown, { person, kind, moderates: false }, { ...emptyLive, leader }, (mm) => `${mm} mm`)

test('DRAW-6 DRAW-16 the list says what is there, whose it is, and whether one may delete it', () => {
  expect(list('me', null)).toEqual([
    { key: 'me/1', shape: 'measure', by: 'me', color: 1, own: true, mayErase: true, length: '1240 mm' },
    { key: 'bo/1', shape: 'label', by: 'bo', color: 1, own: false, mayErase: false, text: 'Here' },
  ])
  expect(list('me', 'me').map(({ mayErase }) => mayErase)).toEqual([true, true])
  expect(list('cy', 'me', 'spectator').map(({ mayErase }) => mayErase)).toEqual([false, false])
})

test('DRAW-21 a label without words bears one more than the highest of one’s own numbers', () => {
  const label = (text: string, own = true) =>
    ({ key: text, shape: 'label', by: 'me', color: 0, own, mayErase: true, text }) as const
  expect(nextLabel([])).toBe('1')
  expect(nextLabel([label('2'), label('Here'), label('10'), label('40', false)])).toBe('11')
})
