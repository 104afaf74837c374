import { expect, test } from 'vitest'
import { live } from './live-view.fixture.ts'
import { situationOf } from './situation.ts'

const me = { person: 'me', kind: 'participant' } as const

test('COCK-1 everybody knows who leads, whether their own view is shared, with how many, and whether all are shown it', () => {
  expect(situationOf(live(), me)).toEqual({
    leader: null,
    leads: false,
    shared: true,
    spotlit: false,
    watchers: 0,
  })
  const view = live({ leader: 'me', spotlight: 'me', watchers: { me: 3, ana: 1 } })
  expect(situationOf(view, me)).toEqual({
    leader: 'me',
    leads: true,
    shared: true,
    spotlit: true,
    watchers: 3,
  })
  expect(situationOf(live({ unshared: ['me'] }), me).shared).toBe(false)
})

test('COCK-1 who only watches has no view to share; before the welcome nobody is anybody', () => {
  expect(situationOf(live(), { person: 'me', kind: 'spectator' }).shared).toBeNull()
  expect(situationOf(live(), { person: '', kind: 'participant' })).toMatchObject({
    leads: false,
    spotlit: false,
  })
})
