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

/** What the log can hold, and not nothing. */
export function isText(text: unknown): text is string {
  return typeof text === 'string' && text.isWellFormed() && text.trim() !== ''
}
