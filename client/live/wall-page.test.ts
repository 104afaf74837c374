import { expect, test } from 'vitest'
import { live } from '#client/leading/live-view.fixture.ts'
import type { RosterPerson } from '#shared/protocol/members.ts'
import { wallPage } from './wall-page.ts'

const person = (id: string): RosterPerson => ({
  person: id,
  name: id,
  kind: 'participant',
  role: '',
  step: null,
  connected: true,
  away: false,
  rttMs: null,
  lossy: false,
  muted: false,
})
const everybody = Array.from({ length: 10 }, (_, n) => person(`p${n}`))

test('COCK-14 who leads comes first, then who is shown to all or wants something, the others as they came, oneself last', () => {
  const view = live({
    leader: 'p5',
    spotlight: 'p4',
    hands: ['p9'],
    help: [
      { person: 'p7', helper: null },
      { person: 'p6', helper: 'p5' },
    ],
  })
  const { people } = wallPage(everybody, view, 'p0', 0)
  expect(people.map((each) => each.person)).toEqual(['p5', 'p4', 'p7', 'p9', 'p1', 'p2', 'p3', 'p6'])
})

test('COCK-14 eight on a page; a page that is gone gives the last one', () => {
  expect(wallPage(everybody, live(), '', 1)).toMatchObject({ page: 1, pages: 2, from: 9, to: 10, count: 10 })
  expect(wallPage(everybody.slice(0, 3), live(), '', 1)).toMatchObject({ page: 0, pages: 1, from: 1, to: 3 })
  expect(wallPage([], live(), '', 0)).toMatchObject({ people: [], page: 0, pages: 1 })
})
