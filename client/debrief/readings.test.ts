import { expect, test } from 'vitest'
import type { DebriefStep } from '#shared/session/debrief-rows.ts'
import { en } from '#client/i18n/en.ts'
import { translator } from '#client/i18n/translate.ts'
import { readingName, shownReadings } from './readings.ts'

const step = (id: string, measured: boolean) => ({ id, measured }) as DebriefStep
const reading = (name: string, more: { step?: string } = {}) => ({
  name,
  value: 1,
  unit: 'mm',
  atMs: 0,
  ...more,
})

test('UI-14 a reading of a technique that the device could not measure is not shown', () => {
  const measured = [
    reading('sweep:fire-base', { step: 'sweep' }),
    reading('aim:fire-base', { step: 'aim' }),
    reading('total'),
  ]
  const steps = [step('sweep', false), step('aim', true)]
  expect(shownReadings({ measured, steps }).map(({ name }) => name)).toEqual(['aim:fire-base', 'total'])
})

test('UI-14 readings are named in words', () => {
  const t = translator(en, 'en')
  expect(readingName(t, 'aim:fire-base')).toBe('Aim off by')
  expect(readingName(t, 'valve')).toBe('valve')
})
