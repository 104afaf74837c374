import { expect, test } from 'vitest'
import type { Api, Coming, Ticket } from '#client/net/api.ts'
import { problem } from '#client/net/fake-room.fixture.ts'
import type { ClientEdition } from '#shared/protocol/views.ts'
import { openLive } from './open-live.ts'

const edition = { id: 'pump', version: '1.2.0' } as ClientEdition

function server(grants: { kind: string }[], refuses: (coming: Coming) => string | null) {
  const asked: unknown[] = []
  const api: Pick<Api, 'me' | 'ticket' | 'edition'> = {
    me: async () => ({ ok: true, value: { person: 'p', name: '', grants } }),
    async ticket(_session, coming = {}) {
      asked.push(coming.as)
      const code = refuses(coming)
      if (code !== null) return { ok: false, problem: problem(code, false) }
      const ticket: Ticket = {
        ticket: 't',
        kind: coming.as ?? 'participant',
        role: '',
        scenario: 'pump',
        version: '1.2.0',
        mode: 'guided',
      }
      return { ok: true, value: ticket }
    },
    async edition(...which) {
      asked.push(which)
      return { ok: true, value: edition }
    },
  }
  return { api, asked }
}

test('LIVE-1 who may lead leads, everybody else watches, in the version that runs', async () => {
  const leader = server([{ kind: 'instructor' }], () => null)
  expect(await openLive(leader.api, 's')).toMatchObject({
    kind: 'ready',
    as: 'instructor',
    session: 's',
    edition,
  })
  expect(leader.asked).toEqual(['instructor', ['pump', '1.2.0']])
  const guest = server([{ kind: 'exam' }], () => null)
  expect(await openLive(guest.api, 's')).toMatchObject({ kind: 'ready', as: 'spectator' })
  expect(guest.asked).toEqual(['spectator', ['pump', '1.2.0']])
})

test('LIVE-1 who leads elsewhere only watches here', async () => {
  const { api, asked } = server([{ kind: 'instructor' }], ({ as }) =>
    as === 'instructor' ? 'needs-grant' : null,
  )
  expect(await openLive(api, 's')).toMatchObject({ as: 'spectator' })
  expect(asked.slice(0, 2)).toEqual(['instructor', 'spectator'])
})

test('LIVE-2 a run that is over leads to its debrief; any other no is told', async () => {
  expect(await openLive(server([], () => 'ended').api, 's')).toEqual({ kind: 'over', session: 's' })
  for (const code of ['locked', 'removed', 'unknown'])
    expect(await openLive(server([], () => code).api, 's')).toMatchObject({
      kind: 'refused',
      problem: { code },
    })
})
