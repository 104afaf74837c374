import { expect, test } from 'vitest'
import type { MembersClient } from '#client/net/members.ts'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import { writable } from '#client/runtime/readable.ts'
import type { Cue } from '#shared/protocol/views.ts'
import { member, room } from './member.fixture.ts'
import type { News } from './news.ts'
import { watchNews } from './watch-news.ts'

test('TOG-3 who was removed is told as removed, not as gone', () => {
  const me = member('Me')
  const cues = new Set<(cue: Cue) => void>()
  const members = writable<MembersClient>(room({ me, b: member('Bo'), c: member('Cem') }))
  const told: News[] = []
  const stop = watchNews(
    {
      me: { person: 'me', role: '', kind: 'participant', moderates: false, spawn: '' },
      members,
      world: writable({ entities: {} } as PublicWorldClient),
      onCue(listener) {
        cues.add(listener)
        return () => void cues.delete(listener)
      },
    },
    (news) => told.push(news),
  )
  for (const hear of cues) hear({ kind: 'removed', person: 'b' })
  members.set(room({ me, c: member('Cem') }))
  members.set(room({ me }))
  stop()
  members.set(room({ me, d: member('Dee') }))
  expect(told).toEqual([
    { kind: 'removed', name: 'Bo' },
    { kind: 'left', name: 'Cem' },
  ])
  expect(cues.size).toBe(0)
})
