import { canonicalJson } from '#shared/kernel/canonical-json.ts'

import { parseTimestamp } from './timestamp.ts'

/**
 * Whether two statements of one id say the same (xAPI 1.0.3 Data 2.3.1, "Statement comparison requirements"): id,
 * authority, stored, version, display and definition texts do not count, nor does a timestamp that the store had to
 * supply, the order of group members, the way an offset is written, or a single activity standing for an array.
 */
export function isSameStatement(a: object, b: object): boolean {
  if (!sameInstant(ownTimestamp(a), ownTimestamp(b))) return false
  return canonicalJson(comparable(a, [])) === canonicalJson(comparable(b, []))
}

const ignoredAtTop = new Set(['id', 'authority', 'stored', 'timestamp', 'version'])
const activityLists = new Set(['parent', 'grouping', 'category', 'other'])

/** A store that had to supply the timestamp used `stored`. */
function ownTimestamp(statement: { timestamp?: unknown; stored?: unknown }): string | undefined {
  const { timestamp, stored } = statement
  return typeof timestamp !== 'string' || timestamp === stored ? undefined : timestamp
}

function sameInstant(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b || parseTimestamp(a) === parseTimestamp(b)
}

function comparable(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item, path))
    return path.at(-1) === 'member' ? items.map((item) => canonicalJson(item)).toSorted() : items
  }
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !isIgnored(key, path))
  return Object.fromEntries(
    kept.map(([key, item]) => [key, comparable(asList(key, item, path), [...path, key])]),
  )
}

function isIgnored(key: string, path: readonly string[]): boolean {
  if (path.includes('extensions')) return false
  if (path.length === 0) return ignoredAtTop.has(key)
  return (key === 'display' && path.at(-1) === 'verb') || key === 'definition'
}

function asList(key: string, item: unknown, path: readonly string[]): unknown {
  return path.at(-1) === 'contextActivities' && activityLists.has(key) && !Array.isArray(item) ? [item] : item
}
