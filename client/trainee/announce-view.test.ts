import { expect, test } from 'vitest'
import { en } from '#client/i18n/en.ts'
import { translator } from '#client/i18n/translate.ts'
import { newsIn } from './announce-view.ts'
import { mistake, step, view } from './edition.fixture.ts'

const words = { t: translator(en, 'en'), say: (map: Record<string, string>) => map['en'] ?? '' }

test('UI-12 a step is told when it begins and not again', () => {
  const seen = view({ step: step('aim', 7) })
  expect(newsIn(null, seen, words)).toEqual([{ text: 'Step 7 of 13. title aim. do aim', urgent: false }])
  expect(newsIn(seen, { ...seen, tick: 9 }, words)).toEqual([])
})

test('UI-12 the first step is told after the start, not under the briefing', () => {
  const waiting = view({ phase: 'waiting', step: step('assess') })
  expect(newsIn(null, waiting, words)).toEqual([])
  expect(newsIn(waiting, { ...waiting, phase: 'running' }, words)).toHaveLength(1)
})

test('UI-7 a mistake is told at once, before the step it leads to', () => {
  const before = view({ step: step('aim', 7) })
  const news = newsIn(before, view({ step: step('sweep', 8), mistakes: [mistake('m')] }), words)
  expect(news.map(({ urgent }) => urgent)).toEqual([true, false])
  expect(news[0]?.text).toBe('Mistake: Water on live equipment. Instead: Cut the power first.')
})

test('UI-12 a new hint of the same step is told once', () => {
  const before = view({ step: step('aim', 7) })
  const hinted = { ...before, hints: [{ level: 1, text: { en: 'Lower.' } }] }
  expect(newsIn(before, hinted, words)).toEqual([{ text: 'Hint: Lower.', urgent: false }])
  expect(newsIn(hinted, hinted, words)).toEqual([])
})
