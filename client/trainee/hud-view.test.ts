import { expect, test } from 'vitest'
import type { PrivateView } from '#shared/protocol/views.ts'
import { edition, mistake, step, view } from './edition.fixture.ts'
import { hudView } from './hud-view.ts'

const hudOf = (seen: PrivateView | null, dismissedMistakes: ReadonlySet<string> = new Set()) =>
  hudView({ view: seen, edition, say: (map) => map['en'] ?? '', dismissedMistakes })

test('UI-3 before the first view, and while the session waits, it is the briefing', () => {
  expect(hudOf(null).phase).toBe('briefing')
  expect(hudOf(view({ phase: 'waiting' })).phase).toBe('briefing')
  expect(hudOf(view()).phase).toBe('running')
})

test('UI-5 a told step is shown with its count', () => {
  expect(
    hudOf(view({ step: { ...step('aim', 7), why: { en: 'The fuel burns there.' }, progress: 40 } })).task,
  ).toEqual({
    position: { number: 7, of: 13 },
    title: 'title aim',
    instruction: 'do aim',
    why: 'The fuel burns there.',
    progressPercent: 40,
  })
})

test('UI-5 an exam shows the task and nothing that guides', () => {
  const hud = hudOf(view({ mode: 'exam', hintAvailable: true }))
  expect(hud.task).toEqual({
    position: null,
    title: 'Use a portable extinguisher',
    instruction: 'Something burns.',
    why: null,
    progressPercent: null,
  })
  expect(hud.hintButton).toBeNull()
})

test('UI-6 the hint button says whether there is more', () => {
  const hints = [{ level: 1, text: { en: 'Look left.' } }]
  expect(hudOf(view({ hintAvailable: true })).hintButton).toBe('ready')
  expect(hudOf(view({ hints })).hintButton).toBe('used-up')
  expect(hudOf(view()).hintButton).toBeNull()
  expect(hudOf(view({ hints })).hints).toEqual([{ level: 1, text: 'Look left.' }])
})

test('UI-7 a mistake stays until it is dismissed', () => {
  const seen = view({ mistakes: [mistake('m1'), mistake('m2')] })
  expect(hudOf(seen).mistakes.map(({ id }) => id)).toEqual(['m1', 'm2'])
  expect(hudOf(seen, new Set(['m1'])).mistakes).toEqual([
    { id: 'm2', severity: 'major', text: 'Water on live equipment.', remedy: 'Cut the power first.' },
  ])
})

test('UI-8 only an exam hides the scene while paused', () => {
  const paused = { phase: 'paused', paused: { reason: 'hidden', pausesLeft: 1 } } as const
  expect(hudOf(view({ ...paused, mode: 'exam' }))).toMatchObject({ sceneHidden: true, pause: paused.paused })
  expect(hudOf(view(paused)).sceneHidden).toBe(false)
  expect(hudOf(view({ mode: 'exam' })).sceneHidden).toBe(false)
})

test('UI-13 a verdict is shown only where it is told', () => {
  const ended = (passed: boolean | null) =>
    view({
      phase: 'ended',
      ended: { outcome: 'o', title: { en: 'Out' }, text: { en: 'x' }, success: passed, passed },
    })
  expect(hudOf(ended(true)).end).toEqual({ title: 'Out', text: 'x', verdict: 'passed' })
  expect(hudOf(ended(false)).end?.verdict).toBe('failed')
  expect(hudOf(ended(null)).end?.verdict).toBe('untold')
})

test('TOG-5 who has not gone in yet is at the briefing while the others train, but not after the end', () => {
  const phase = (seen: PrivateView, entered: boolean) =>
    hudView({ view: seen, edition, say: () => '', dismissedMistakes: new Set(), entered }).phase
  expect(phase(view(), false)).toBe('briefing')
  expect(phase(view({ phase: 'paused' }), false)).toBe('briefing')
  expect(phase(view({ phase: 'ended' }), false)).toBe('ended')
  expect(phase(view(), true)).toBe('running')
})

test('TOG-6 nothing due and others at work: one waits; with a step of my own I do not', () => {
  const team = {
    turn: ['lead'],
    waitingFor: { roles: ['lead'], people: ['b'], title: null },
    ready: [],
    missing: [],
  }
  expect(hudOf(view({ team })).waits).toBe(true)
  expect(hudOf(view({ team: { ...team, waitingFor: null } })).waits).toBe(false)
  expect(hudOf(view({ team, step: step('aim') })).waits).toBe(false)
  expect(hudOf(view()).waits).toBe(false)
})

test('COCK-16 paused for everybody one goes on looking, but not in an exam; nothing is said of an own pause', () => {
  const halted = { phase: 'paused', paused: null } as const
  expect(hudOf(view(halted))).toMatchObject({ phase: 'running', pause: null })
  expect(hudOf(view({ ...halted, mode: 'exam' }))).toMatchObject({
    phase: 'paused',
    sceneHidden: true,
    pause: null,
  })
})
