import { expect, test } from 'vitest'
import { nothingSeen } from '#client/leading/corner-cards.ts'
import { live } from '#client/leading/live-view.fixture.ts'
import { english, member, subject } from './panel.fixture.ts'
import { sheetContent } from './sheet-content.ts'
import type { PageId, SheetContent, SheetSubject } from './sheet-page.ts'

const content = (more: Partial<SheetSubject> = {}) => sheetContent(subject(more), english)
const tabs = ({ tabs: all }: SheetContent) => all.map(({ does }) => ('page' in does ? does.page : ''))
const buttons = (page: PageId, more: Partial<SheetSubject> = {}) =>
  content({ ...more, page }).buttons.map(({ id, pressed }) => (pressed === true ? `${id}*` : id))

test('GUIDE-42 what wants an answer is the first page; without it the first page is how one watches', () => {
  const called = live({ summons: { n: 1, by: 'ana', to: null, position: [0, 0, 0], yaw: 0 } })
  expect(content({ live: called })).toMatchObject({ page: 'answer', title: 'Ana asks you to come' })
  expect(content({ live: called }).buttons.map(({ does }) => does)).toEqual([
    { go: 1 },
    { see: { summons: 1 } },
  ])
  expect(content({ live: called, seen: { ...nothingSeen, summons: 1 } }).page).toBe('watch')
  expect(content({ live: called, page: 'show' }).page).toBe('show')
  // A page that is gone gives way.
  expect(content({ page: 'answer' }).page).toBe('watch')
})

test('GUIDE-42 what is only good to know is the last page; of several things the one that presses is shown', () => {
  const led = content({ live: live({ leader: 'ana' }) })
  expect(led.page).toBe('watch')
  expect(tabs(led)).toEqual(['watch', 'show', 'answer'])
  const asked = content({ live: live({ leader: 'ana', poll, help: [{ person: 'me', helper: null }] }) })
  expect(asked).toMatchObject({ page: 'answer', title: 'What comes next?' })
  expect(tabs(asked)[0]).toBe('answer')
})

test('GUIDE-43 only what this person may do is offered', () => {
  expect(tabs(content())).toEqual(['watch', 'show'])
  expect(tabs(content({ me: { person: 'me', kind: 'participant', moderates: true } }))).toEqual([
    'watch',
    'show',
    'lead',
  ])
  expect(tabs(content({ drawing: { ...subject().drawing, may: true } }))).toContain('draw')
  expect(tabs(content({ members: { ...subject().members, people: { me: member() } } }))).toEqual(['show'])
  expect(buttons('show')).toEqual(['ping', 'hand', 'help', 'share'])
  expect(buttons('show', { me: { person: 'me', kind: 'instructor', moderates: true } })).not.toContain('help')
})

test('GUIDE-43 who leads finds everything of leading', () => {
  const me = { person: 'me', kind: 'participant', moderates: true } as const
  expect(buttons('lead', { me })).toContain('lead')
  const leading = buttons('lead', { me, live: live({ leader: 'me', followMe: true }) })
  for (const id of ['let-go', 'follow*', 'summon', 'halt', 'look', 'on', 'step-back', 'ask'])
    expect(leading).toContain(id)
  expect(leading).not.toContain('ping')
})

test('GUIDE-43 a raised hand can be lowered, and what somebody does for one ended', () => {
  expect(buttons('show', { live: live({ hands: ['me'] }) })).toContain('hand*')
  expect(buttons('show', { live: live({ help: [{ person: 'me', helper: null }] }) })).toContain('help*')
  const taken = live({
    takeOver: { helper: 'ana', person: 'me' },
    help: [{ person: 'me', helper: 'ana' }],
  })
  expect(buttons('show', { live: taken })).toContain('hand-back')
})

test('GUIDE-44 ways of watching are those of the device; going back is there where something is kept', () => {
  expect(buttons('watch', { way: 'beside', of: 'ana' })).toEqual([
    'way free',
    'way window',
    'way beside*',
    'way ghost',
    'next',
  ])
  expect(buttons('watch', { offered: ['free', 'window'] })).toEqual(['way free*', 'way window', 'next'])
  const past = { way: 'window', of: 'ana', keptMs: 20_000, behindMs: 12_000 } as const
  expect(buttons('watch', past)).toEqual(expect.arrayContaining(['back', 'now']))
  expect(buttons('watch', { ...past, keptMs: 12_000 })).not.toContain('back')
})

test('the ring is said to be where the head is turned, unless the eyes are tracked', () => {
  expect(content({ page: 'watch', of: 'ana' }).text).toContain('not the eyes')
  expect(content({ page: 'watch', of: 'ana', eyesTracked: true }).text).toBe(
    'The ring shows where Ana looks.',
  )
})

const poll = {
  n: 3,
  options: [
    { id: 'a', title: { en: 'Lock it' } },
    { id: 'b', title: { en: 'Try it' } },
  ],
  correct: null,
  answered: 0,
}

test('GUIDE-45 a question is answered with one press, and can be put away', () => {
  const asked = content({
    live: live({ leader: 'ana', poll }),
    seen: { ...nothingSeen, follow: 'ana|false|' },
  })
  expect(asked).toMatchObject({ page: 'answer', title: 'What comes next?', columns: 2 })
  expect(asked.buttons.map(({ label, does }) => [label, does])).toEqual([
    ['Lock it', { answer: 'a', poll: 3 }],
    ['Try it', { answer: 'b', poll: 3 }],
    ['Not now', { see: { poll: 3 } }],
  ])
  const seen = { ...nothingSeen, follow: 'ana|false|', answers: { 3: 'b' } }
  expect(content({ live: live({ leader: 'ana', poll }), seen, page: 'answer' }).text).toContain('Try it')
  const closed = content({ live: live({ leader: 'ana', poll: { ...poll, correct: 'a' } }), seen })
  expect(closed).toMatchObject({ title: 'Not this time', text: 'Next comes: Lock it' })
})
