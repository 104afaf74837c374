import type { Debrief } from '#shared/session/debrief.ts'
import type { TextKey, Translate } from '#client/i18n/translate.ts'

const kinds = {
  distance: 'reading.distance',
  look: 'reading.look',
  aim: 'reading.aim',
  sweep: 'reading.sweep',
  between: 'reading.between',
  squeeze: 'reading.squeeze',
} as const satisfies Record<string, TextKey>

/** Readings worth showing: not those of a technique that the device could not measure. */
export function shownReadings({ measured, steps }: Pick<Debrief, 'measured' | 'steps'>): Debrief['measured'] {
  const unmeasured = new Set(steps.filter((step) => !step.measured).map(({ id }) => id))
  return measured.filter(({ step }) => step === undefined || !unmeasured.has(step))
}

/** `sweep:fire-base` in words; a reading of another kind keeps its name. */
export function readingName(t: Translate, name: string): string {
  const kind = name.split(':')[0] ?? ''
  return Object.hasOwn(kinds, kind) ? t(kinds[kind as keyof typeof kinds]) : name
}
