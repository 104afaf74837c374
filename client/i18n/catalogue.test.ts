import { expect, test } from 'vitest'
import { english, englishWords } from '#client/runtime/words.ts'
import { drawingEn } from './drawing-en.ts'
import { drawingEs } from './drawing-es.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { guideEn } from './guide-en.ts'
import { guideEs } from './guide-es.ts'
import { bestLanguage } from './language.ts'
import { leadingEn } from './leading-en.ts'
import { leadingEs } from './leading-es.ts'
import { runtimeWordsEs } from './runtime-words-es.ts'
import { wordsFrom } from './runtime-words.ts'
import { pick } from './text.ts'
import { togetherEn } from './together-en.ts'
import { togetherEs } from './together-es.ts'
import { translator } from './translate.ts'
import type { Message } from './translate.ts'

const forms = (message: Message) => (typeof message === 'string' ? [message] : [message.one, message.other])
const places = (message: Message) => new Set(forms(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))

test.each([
  ['page', en, es],
  ['runs of several people', togetherEn, togetherEs],
  ['leading and following', leadingEn, leadingEs],
  ['runtime', englishWords, runtimeWordsEs],
  ['the scene of a live session', guideEn, guideEs],
  ['drawing in space', drawingEn, drawingEs],
] as [string, Record<string, Message>, Record<string, Message>][])(
  'UI-20 every language has every text, with the same places to fill: %s',
  (_what, first, other) => {
    expect(Object.keys(other).sort()).toEqual(Object.keys(first).sort())
    for (const [key, message] of Object.entries(first)) {
      expect(places(other[key] ?? ''), key).toEqual(places(message))
      for (const form of forms(other[key] ?? '')) expect(form.trim(), key).not.toBe('')
    }
  },
)

test('UI-21 places are filled and plurals follow the language', () => {
  const t = translator(es, 'es')
  expect(t('app.minutes', { count: 1 })).toBe('1 minuto')
  expect(t('app.minutes', { count: 4 })).toBe('4 minutos')
  expect(t('train.step', { number: 2, of: 13 })).toBe('Paso 2 de 13')
  expect(wordsFrom(runtimeWordsEs)('walk.arrived', { name: 'la puerta' })).toBe('Estás junto a la puerta.')
  expect(english('walk.arrived', { name: 'the door' })).toBe('You are at the door.')
})

test('UI-22 the interface speaks the first language of the person that it knows', () => {
  expect(bestLanguage(['fr-FR', 'es-MX', 'en'])).toBe('es')
  expect(bestLanguage(['fr'])).toBe('en')
  expect(bestLanguage([])).toBe('en')
})

test('UI-23 a document speaks that language, its sibling, else English, else what it has', () => {
  expect(pick({ en: 'door', es: 'puerta' }, 'es')).toBe('puerta')
  expect(pick({ en: 'door', 'es-MX': 'puerta' }, 'es')).toBe('puerta')
  expect(pick({ en: 'door' }, 'es')).toBe('door')
  expect(pick({ de: 'Tür' }, 'es')).toBe('Tür')
})
