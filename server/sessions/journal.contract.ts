import { expect, test } from 'vitest'

import type { Outbox } from '#server/records/outbox.ts'

import type { Append, Entry, Journal, NewSession } from './journal.ts'

export type JournalUnderTest = {
  readonly journal: Journal
  readonly outbox: Outbox
  /** Opens the same data again as another process would. */
  reopen(): Promise<JournalUnderTest>
  close(): Promise<void>
}

const newSession = (id: string, more: Partial<NewSession> = {}): NewSession => ({
  id,
  scenario: { id: 'use-extinguisher', version: '1.0.0' },
  mode: 'guided',
  registration: `registration-of-${id}`,
  createdAt: 1000,
  head: `{"session":"${id}"}`,
  host: 'ada',
  persons: ['ada'],
  ...more,
})
const entry = (n: number, text = 'entry'): Entry => ({
  n,
  hash: `hash-${text}-${n}`,
  bytes: `{"n":${n},"text":"${text}"}`,
})
const appendTo = (session: string, entries: Entry[], more: Partial<Append> = {}): Append => ({
  session,
  entries,
  statements: [],
  ...more,
})

/** Rules JRN-1 … of server/sessions/JOURNAL.md, for every adapter. */
export function describeJournal(open: () => Promise<JournalUnderTest>): void {
  const journalTest = (name: string, run: (it: JournalUnderTest) => Promise<void>) =>
    test(name, async () => {
      const it = await open()
      try {
        await run(it)
      } finally {
        await it.close()
      }
    })

  journalTest(
    'JRN-1 a session is created once; the identical one again is ok, another under its id is refused',
    async ({ journal }) => {
      expect(await journal.create(newSession('s'))).toEqual({ ok: true })
      expect(await journal.create(newSession('s'))).toEqual({ ok: true })
      expect(await journal.create(newSession('s', { head: '{"other":1}' }))).toEqual({
        ok: false,
        reason: 'exists',
      })
      expect(await journal.session('s')).toEqual({ ...newSession('s'), status: 'open' })
      expect(await journal.session('t')).toBeUndefined()
    },
  )

  journalTest('JRN-2 entries come back in order, byte for byte, from any number', async ({ journal }) => {
    await journal.create(newSession('s'))
    const entries = [entry(0, 'ünïcode ✓ 𝟙'), entry(1), entry(2)]
    expect(await journal.append(appendTo('s', entries))).toEqual({ ok: true })
    expect(await journal.read('s')).toEqual(entries)
    expect(await journal.read('s', 2)).toEqual([entry(2)])
    expect(await journal.read('other')).toEqual([])
  })

  journalTest(
    'JRN-3 a gap is refused with the number expected, and nothing of that append is kept',
    async ({ journal, outbox }) => {
      await journal.create(newSession('s'))
      const statements = [{ id: 'a', bytes: '{}' }]
      expect(await journal.append(appendTo('s', [entry(1)], { statements }))).toEqual({
        ok: false,
        reason: 'gap',
        n: 0,
      })
      expect(
        await journal.append(appendTo('s', [entry(0), entry(2)], { statements, joined: ['bob'] })),
      ).toEqual({
        ok: false,
        reason: 'gap',
        n: 1,
      })
      expect(await journal.read('s')).toEqual([])
      expect(await outbox.counts()).toEqual({ waiting: 0, dead: 0 })
      expect((await journal.session('s'))?.persons).toEqual(['ada'])
    },
  )

  journalTest(
    'JRN-4 known entries: identical is ok and changes nothing, different is a conflict',
    async ({ journal }) => {
      await journal.create(newSession('s'))
      await journal.append(appendTo('s', [entry(0), entry(1)]))
      expect(await journal.append(appendTo('s', [entry(1), entry(2)]))).toEqual({ ok: true })
      expect(await journal.append(appendTo('s', [entry(1, 'other'), entry(3)]))).toEqual({
        ok: false,
        reason: 'conflict',
        n: 1,
      })
      expect(await journal.append(appendTo('s', [entry(3), entry(3, 'other')]))).toEqual({
        ok: false,
        reason: 'conflict',
        n: 3,
      })
      expect(await journal.read('s')).toEqual([entry(0), entry(1), entry(2)])
    },
  )

  journalTest(
    'JRN-5 statements enter the outbox with their entries, keep their order and their first bytes',
    async ({ journal, outbox }) => {
      await journal.create(newSession('s'))
      const first = [
        { id: 'b', bytes: '{"x":1}' },
        { id: 'a', bytes: '{"x":2}' },
      ]
      await journal.append(appendTo('s', [entry(0)], { statements: first }))
      await journal.append(appendTo('s', [entry(0)], { statements: [{ id: 'a', bytes: '{"x":3}' }] }))
      expect(await outbox.waiting('s', 10)).toEqual(first)
    },
  )

  journalTest('JRN-6 the latest checkpoint is kept', async ({ journal }) => {
    await journal.create(newSession('s'))
    expect(await journal.checkpoint('s')).toBeUndefined()
    await journal.append(appendTo('s', [entry(0), entry(1)], { checkpoint: { n: 1, state: '{"tick":2}' } }))
    await journal.append(appendTo('s', [entry(0)], { checkpoint: { n: 0, state: '{"tick":1}' } }))
    expect(await journal.checkpoint('s')).toEqual({ n: 1, state: '{"tick":2}' })
  })

  journalTest(
    'JRN-7 an ended session takes no more entries; the same end again is ok',
    async ({ journal }) => {
      await journal.create(newSession('s'))
      const last = appendTo('s', [entry(0)], { ended: { at: 2000, outcome: 'passed' } })
      expect(await journal.append(last)).toEqual({ ok: true })
      expect(await journal.append(last)).toEqual({ ok: true })
      expect(await journal.append(appendTo('s', [entry(1)]))).toEqual({ ok: false, reason: 'ended' })
      expect(await journal.append(appendTo('s', [], { ended: { at: 3000, outcome: 'failed' } }))).toEqual({
        ok: false,
        reason: 'ended',
      })
      expect(await journal.session('s')).toEqual({
        ...newSession('s'),
        status: 'ended',
        ended: { at: 2000, outcome: 'passed' },
      })
    },
  )

  journalTest('JRN-8 appending to an unknown session is refused', async ({ journal }) => {
    expect(await journal.append(appendTo('nobody', [entry(0)]))).toEqual({
      ok: false,
      reason: 'unknown-session',
    })
  })

  journalTest(
    'JRN-9 unfinished sessions are listed oldest first, a person’s newest first, late comers included',
    async ({ journal }) => {
      await journal.create(newSession('new', { createdAt: 3000 }))
      await journal.create(newSession('old', { createdAt: 1000, host: 'bob', persons: ['bob', 'ada'] }))
      await journal.create(newSession('done', { createdAt: 2000, host: 'bob', persons: ['bob'] }))
      await journal.create(newSession('led', { createdAt: 500, host: 'ina', persons: [] }))
      await journal.append(
        appendTo('done', [], { ended: { at: 2500, outcome: 'failed' }, joined: ['ada', 'ada', 'bob'] }),
      )
      expect((await journal.unfinished()).map(({ id }) => id)).toEqual(['led', 'old', 'new'])
      expect((await journal.listByPerson('ada')).map(({ id }) => id)).toEqual(['new', 'done', 'old'])
      expect((await journal.listByPerson('bob')).map(({ persons }) => persons)).toEqual([
        ['bob', 'ada'],
        ['bob', 'ada'],
      ])
      expect((await journal.listByPerson('ina')).map(({ id, host, persons }) => [id, host, persons])).toEqual(
        [['led', 'ina', []]],
      )
      expect(await journal.listByPerson('eve')).toEqual([])
    },
  )

  journalTest(
    'JRN-10 what was resolved is there when the data is opened again',
    async ({ journal, reopen }) => {
      await journal.create(newSession('s'))
      const appended = appendTo('s', [entry(0)], {
        statements: [{ id: 'a', bytes: '{}' }],
        checkpoint: { n: 0, state: '{}' },
      })
      await journal.append(appended)
      const again = await reopen()
      expect(await again.journal.read('s')).toEqual(appended.entries)
      expect(await again.journal.checkpoint('s')).toEqual(appended.checkpoint)
      expect(await again.outbox.waiting('s', 10)).toEqual(appended.statements)
      await again.close()
    },
  )

  journalTest('JRN-11 appends asked for without waiting keep their order', async ({ journal }) => {
    await journal.create(newSession('s'))
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, n) => journal.append(appendTo('s', [entry(n)]))),
    )
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect((await journal.read('s')).map(({ n }) => n)).toEqual(Array.from({ length: 300 }, (_, n) => n))
  })
}
