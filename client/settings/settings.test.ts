import { expect, test } from 'vitest'
import { mergeSettings, settings } from './settings.ts'

const defaults = settings.get()

test('UI-30 stored choices are taken over where they still fit', () => {
  expect(mergeSettings(defaults, { turn: 45, captionScale: 1.5, muted: true, language: 'es' })).toEqual({
    ...defaults,
    turn: 45,
    captionScale: 1.5,
    muted: true,
    language: 'es',
  })
})

test('UI-30 what does not fit keeps the comfortable default', () => {
  const garbage = {
    turn: 90,
    captionScale: 40,
    muted: 'yes',
    language: 'tlh',
    move: 'fly',
    volume: NaN,
    extra: 1,
  }
  expect(mergeSettings(defaults, garbage)).toEqual(defaults)
  for (const nothing of [null, 3, 'x', []]) expect(mergeSettings(defaults, nothing)).toEqual(defaults)
})
