import { LIVE_LIMITS } from './limits.ts'

/** Whole millimetres within reach of the anchor. */
export function isMm(value: unknown): boolean {
  return Number.isSafeInteger(value) && Math.abs(value as number) <= LIVE_LIMITS.reachMm
}

export function isPoint(point: readonly number[]): boolean {
  return Array.isArray(point) && point.length === 3 && point.every(isMm)
}

/** Flat triples. */
export function arePoints(points: readonly number[]): boolean {
  return Array.isArray(points) && points.length % 3 === 0 && points.every(isMm)
}

/** Controls but for new lines and tabs, and what turns the direction of all that is written after it: a name, say. */
const unseen = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** What the log can hold, not nothing, and no more than is seen. */
export function isText(text: unknown): text is string {
  return typeof text === 'string' && text.isWellFormed() && text.trim() !== '' && !unseen.test(text)
}
