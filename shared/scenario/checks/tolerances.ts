import type { Wrong } from '../finding.ts'
import { objectsIn, type Check } from './site.ts'

/** What hand tracking wavers by: 1 cm and 5°. */
const NOISE_MM = 10
const NOISE_TENTHS = 50

const limits: readonly { key: string; least: number; unit: string }[] = [
  { key: 'withinMm', least: NOISE_MM, unit: 'mm' },
  { key: 'toleranceMm', least: NOISE_MM, unit: 'mm' },
  { key: 'mm', least: NOISE_MM, unit: 'mm' },
  { key: 'withinTenths', least: NOISE_TENTHS, unit: 'tenths of a degree' },
  { key: 'toleranceTenths', least: NOISE_TENTHS, unit: 'tenths of a degree' },
]
const windows: readonly { low: string; high: string; least: number; unit: string }[] = [
  { low: 'beyondMm', high: 'withinMm', least: 2 * NOISE_MM, unit: 'mm' },
  { low: 'minTenths', high: 'maxTenths', least: 2 * NOISE_TENTHS, unit: 'tenths of a degree' },
]

/** SCN-26: nobody is asked for more than tracking can tell. */
export const tolerances: Check = ({ scenario, workplace }) => [
  ...tooTight({ procedure: scenario.procedure, rules: scenario.rules }, 'scenario'),
  ...tooTight({ entities: workplace.entities }, 'workplace'),
]

function tooTight(part: unknown, document: Wrong['document'] & string): Wrong[] {
  const wrongs: Wrong[] = []
  for (const { object, path } of objectsIn(part, [])) {
    for (const { key, least, unit } of limits) {
      const value = object[key]
      if (typeof value === 'number' && value < least)
        wrongs.push({
          code: 'below-tracking-noise',
          document,
          path: [...path, key],
          message: `${value} ${unit} is less than tracked hands waver by`,
          mend: `Use at least ${least}.`,
        })
    }
    for (const { low, high, least, unit } of windows) {
      const from = object[low]
      const to = object[high]
      if (typeof from === 'number' && typeof to === 'number' && to - from < least)
        wrongs.push({
          code: 'below-tracking-noise',
          document,
          path: [...path, low],
          message: `the window from ${from} to ${to} is narrower than tracking can tell`,
          mend: `Leave at least ${least} ${unit}.`,
        })
    }
  }
  return wrongs
}
