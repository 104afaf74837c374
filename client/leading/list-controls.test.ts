import { expect, test } from 'vitest'
import type { LiveAsker } from '#shared/live/permissions.ts'
import type { LiveView } from '#shared/live/view.ts'
import { leadControls } from './list-controls.ts'
import { live } from './live-view.fixture.ts'
import { offersFor } from './offers.ts'

const trainee: LiveAsker = { person: 'me', kind: 'participant', moderates: false }
const host: LiveAsker = { ...trainee, moderates: true }
const spectator: LiveAsker = { person: 'me', kind: 'spectator', moderates: false }
const labels = (view: LiveView, asker: LiveAsker, inScene = true) =>
  leadControls(view, 'me', offersFor(view, asker), inScene).map(({ label }) => label)

test('COCK-9 who hosts is offered to lead; who leads the whole set; a trainee may point; a spectator nothing', () => {
  expect(labels(live(), host)).toEqual(['lead.take', 'lead.summonAll', 'lead.halt', 'lead.ping', 'lead.look'])
  expect(labels(live({ leader: 'me' }), trainee)).toEqual([
    'lead.letGo',
    'lead.followMe',
    'lead.summonAll',
    'lead.halt',
    'lead.ping',
    'lead.look',
  ])
  expect(labels(live({ leader: 'ana' }), trainee)).toEqual(['lead.ping'])
  expect(labels(live({ leader: 'ana', passedBy: 'me' }), trainee)).toEqual(['lead.takeBack', 'lead.ping'])
  expect(labels(live(), spectator)).toEqual([])
})

test('COCK-9 who hosts can take the lead from whoever has it, or end it', () => {
  expect(labels(live({ leader: 'ana' }), host).slice(0, 3)).toEqual([
    'lead.take',
    'lead.end',
    'lead.followMe',
  ])
})

test('COCK-9 what is on is offered to be ended; without a scene nothing that needs a place', () => {
  const on = live({
    leader: 'me',
    followMe: true,
    haltedBy: 'me',
    lookHere: { by: 'me', anchor: '', at: [0, 0, 0] },
  })
  expect(labels(on, host, false)).toEqual(['lead.letGo', 'lead.followMe', 'lead.goOn', 'lead.lookOver'])
  expect(leadControls(on, 'me', offersFor(on, host), false).map(({ act }) => act)).toEqual([
    { act: 'let-go' },
    { act: 'follow-me', on: false },
    { act: 'pause-all', on: false },
    { act: 'look-here', anchor: '', at: null },
  ])
  expect(labels(live(), host, false)).toEqual(['lead.take', 'lead.halt'])
})
