import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PrivateView } from '#shared/protocol/views.ts'
import { english } from '../words.ts'
import { panelContent } from './instruction-content.ts'
import { panelStyle, pixels } from './panel-style.ts'
import { captionLines, shorten, wrapText } from './text-layout.ts'

const each = (text: string) => Array.from(text).length

test('RUN-11 no line is wider than it may be, and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 14 }), { maxLength: 20 }),
      fc.integer({ min: 4, max: 30 }),
      (words, width) => {
        const text = words.join(' ').replaceAll(/[\n\r\u2028\u2029]/g, '')
        const lines = wrapText(text, width, each)
        for (const line of lines) expect(each(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
      },
    ),
    { seed: 10, numRuns: 500 },
  )
})

test('RUN-11 breaks at spaces, between characters where there are none, and says when it cuts', () => {
  expect(wrapText('Take the right one', 9, each)).toEqual(['Take the', 'right one'])
  expect(wrapText('消火器を取ってください', 5, each)).toEqual(['消火器を取', 'ってくださ', 'い'])
  expect(wrapText('one two three four', 9, each, 1)).toEqual(['one two…'])
  expect(wrapText('a\nb', 9, each)).toEqual(['a', 'b'])
})

test('RUN-11 captions are two lines of at most 37 characters', () => {
  const lines = captionLines(
    'The dry powder extinguisher is right for paper and for equipment that is still live, so take that one.',
  )
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(37)
})

test('RUN-12 body text, small print and buttons are large enough at the panel’s distance', () => {
  const metres = (dmm: number) => (pixels(dmm) * panelStyle.widthM) / panelStyle.widthPx
  expect(metres(panelStyle.bodyDmm) / panelStyle.distanceM).toBeGreaterThanOrEqual(0.026)
  expect(panelStyle.smallDmm).toBeGreaterThanOrEqual(18)
  expect(panelStyle.buttonHeightDmm).toBeGreaterThanOrEqual(64)
  expect(panelStyle.buttonGapDmm).toBeGreaterThanOrEqual(12)
  expect((2 * Math.atan(panelStyle.widthM / 2 / panelStyle.distanceM) * 180) / Math.PI).toBeLessThanOrEqual(
    45,
  )
})

const view: PrivateView = {
  tick: 1,
  timeMs: 50,
  mode: 'guided',
  phase: 'running',
  paused: null,
  step: { id: 'a', number: 2, of: 5, title: { en: 'Title', es: 'Título' }, instruction: { en: 'Do it' } },
  hints: [{ level: 1, text: { en: 'Hint text' } }],
  hintAvailable: true,
  highlight: [],
  mistakes: [],
  ended: null,
}
const subject = {
  title: 'Run',
  briefing: 'Read',
  holdsTool: false,
  pinIn: false,
  language: 'en',
  words: english,
}

test('the panel says the step, and in an exam without steps only that there is a task', () => {
  expect(panelContent({ ...subject, view, language: 'es' })).toMatchObject({
    kicker: 'Step 2 of 5',
    title: 'Título',
    body: 'Do it',
    note: 'Hint text',
  })
  const exam = panelContent({ ...subject, view: { ...view, step: null, hints: [], hintAvailable: false } })
  expect(exam).toMatchObject({ kicker: 'Your task', title: 'Run', body: 'Read', note: '' })
  expect(exam.buttons.map(({ id }) => id)).toEqual(['pause'])
})

test('who holds a tool with its pin in gets both as buttons, for one hand', () => {
  const { buttons } = panelContent({ ...subject, view, holdsTool: true, pinIn: true })
  expect(buttons.map(({ id }) => id)).toEqual(['pull', 'release', 'hint', 'pause'])
})

test('RUN-11 a name on one line keeps as many letters as fit', () => {
  expect(shorten('María José Núñez', 16, each)).toBe('María José Núñez')
  expect(shorten('María José Fernández', 16, each)).toBe('María José Fern…')
  expect(shorten('María José', 7, each)).toBe('María…')
})
