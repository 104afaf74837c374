import { describe, expect, test } from 'vitest'
import { clock, browser } from './http-world.fixture.ts'

describe('people', () => {
  test('PPL-20 a browser gets a pseudonym in a signed cookie that scripts cannot read, and keeps it', async () => {
    const trainee = browser()
    const first = await trainee.call('GET', '/api/me')
    expect(first.headers.getSetCookie()[0]).toMatch(
      /^sightline=[0-9a-f-]{36}\.[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/,
    )
    expect((await trainee.call('GET', '/api/me')).body['person']).toBe(first.body['person'])
    trainee.cookie = trainee.cookie.replace(/\.[\w-]+$/, '.AAAA')
    expect((await trainee.call('GET', '/api/me')).body['person']).not.toBe(first.body['person'])
  })

  test('PPL-21 a name is a label and may not hold control characters', async () => {
    const trainee = browser()
    expect((await trainee.call('PUT', '/api/me', { name: '  Ada  ' })).body).toMatchObject({
      name: 'Ada',
      grants: [],
    })
    for (const name of ['', ' ', 'a\nb', 'x'.repeat(61), 5])
      expect((await trainee.call('PUT', '/api/me', { name })).status).toBe(400)
  })

  test('PPL-21 a name may not hold what nobody sees, but for joiners where a script needs them', async () => {
    const trainee = browser()
    for (const name of ['a\u202eb', 'a\u200bb', 'a\u200db', '\u2066x', 'a\u2028b', '\ufeff', 'a\u{e0041}b'])
      expect([name, (await trainee.call('PUT', '/api/me', { name })).status]).toEqual([name, 400])
    for (const name of ['Zoë O’Neill', '李 小龍', 'علی\u200cرضا', 'क\u094d\u200dष'])
      expect((await trainee.call('PUT', '/api/me', { name })).body['name']).toBe(name)
  })

  test('PPL-22 a pairing code makes the second device the same person, once', async () => {
    const [first, second, third] = [browser(), browser(), browser()]
    const me = (await first.call('GET', '/api/me')).body['person']
    const { code } = (await first.call('POST', '/api/pairing', {})).body as unknown as { code: string }
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
    const spoken = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`
    expect((await second.call('POST', '/api/pairing/redeem', { code: spoken })).body['person']).toBe(me)
    expect((await second.call('GET', '/api/me')).body['person']).toBe(me)
    expect((await third.call('POST', '/api/pairing/redeem', { code })).status).toBe(404)
  })

  test('PPL-23 who guesses codes is stopped', async () => {
    const guesser = browser()
    await guesser.call('GET', '/api/me')
    const statuses: number[] = []
    for (let n = 0; n < 14; n += 1)
      statuses.push((await guesser.call('POST', '/api/pairing/redeem', { code: 'BBBBBBBB' })).status)
    expect([statuses.filter((status) => status === 404).length, statuses.at(-1)]).toEqual([10, 429])
    clock.advance(60_000)
  })

  test('PPL-24 exam and invitations need a grant; the instructor gives it by a link with the token in its fragment', async () => {
    const [instructor, trainee] = [browser(), browser()]
    expect((await trainee.call('POST', '/api/runs', { scenario: 'fire', mode: 'exam' })).body).toMatchObject({
      error: 'needs-grant',
    })
    expect((await trainee.call('POST', '/api/invites', { grant: 'exam' })).status).toBe(403)
    await instructor.call('GET', '/api/me')
    expect(
      (await instructor.call('POST', '/api/invites/redeem', { token: 'the-operator-token-0000' })).status,
    ).toBe(404)
    expect(
      (await instructor.call('POST', '/api/invites/redeem', { token: 'the-operator-token-1234' })).body,
    ).toMatchObject({ grants: [{ kind: 'instructor' }] })
    const { url } = (await instructor.call('POST', '/api/invites', { grant: 'exam', scenario: 'fire' }))
      .body as unknown as { url: string }
    expect(new URL(url).search).toBe('')
    const token = new URL(url).hash.replace('#invite=', '')
    expect((await trainee.call('POST', '/api/invites/redeem', { token })).body).toMatchObject({
      grants: [{ kind: 'exam', scenario: 'fire' }],
    })
    expect((await trainee.call('POST', '/api/runs', { scenario: 'fire', mode: 'exam' })).status).toBe(201)
    expect((await trainee.call('POST', '/api/runs', { scenario: 'fire', mode: 'drill' })).status).toBe(403)
  })

  test('PPL-25 an instructor of one scenario leads there alone: invitations, exams, debriefs', async () => {
    const [operator, scoped] = [browser(), browser()]
    const redeem = (who: typeof scoped, token: string): Promise<unknown> =>
      who.call('POST', '/api/invites/redeem', { token })
    await operator.call('GET', '/api/me')
    await redeem(operator, 'the-operator-token-1234')
    const { url } = (
      await operator.call('POST', '/api/invites', { grant: 'instructor', scenario: 'some-other' })
    ).body as unknown as { url: string }
    await scoped.call('GET', '/api/me')
    await redeem(scoped, new URL(url).hash.replace('#invite=', ''))
    const status = async (path: string, body: unknown): Promise<number> =>
      (await scoped.call('POST', path, body)).status
    expect([
      await status('/api/invites', { grant: 'instructor' }),
      await status('/api/invites', { grant: 'exam', scenario: 'fire' }),
      await status('/api/invites', { grant: 'exam', scenario: 'some-other' }),
      await status('/api/runs', { scenario: 'fire', mode: 'exam' }),
    ]).toEqual([403, 403, 201, 403])
    const { session } = (await operator.call('POST', '/api/runs', { scenario: 'fire', mode: 'guided' }))
      .body as unknown as { session: string }
    expect((await scoped.call('GET', `/api/runs/${session}/debrief`)).status).toBe(404)
  })
})
