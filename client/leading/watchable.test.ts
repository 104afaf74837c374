import { expect, test } from 'vitest'
import { member, room } from '#client/together/member.fixture.ts'
import { live } from './live-view.fixture.ts'
import { watchable } from './watchable.ts'

test('COCK-3 who may be watched: whoever is there, shares the view and is somebody; who is shown to all first, then who leads', () => {
  const people = {
    me: member('Me'),
    ana: member('Ana'),
    bot: member('', { bot: true }),
    gone: member('Gone', { connected: false, slot: 0 }),
    shy: member('Shy'),
    dee: member('Dee', { kind: 'instructor' }),
    bo: member('Bo'),
    cem: member('Cem'),
  }
  const view = live({ leader: 'cem', spotlight: 'bo', unshared: ['shy'] })
  expect(watchable(room(people), view, 'me')).toEqual(['bo', 'cem', 'ana'])
})
