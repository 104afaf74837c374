import { isSameStatement } from '#shared/xapi/same-statement.ts'

import type { StatementQuery, StatementRecord, StatementStore } from '../statement-store.ts'

/** For tests and for reading the sqlite adapter against: slow, plain, complete. */
export function memoryStatements(nowMs: () => number): StatementStore {
  const kept: StatementRecord[] = []
  const byId = new Map<string, StatementRecord>()

  const isVoided = ({ id, voids }: StatementRecord): boolean =>
    !voids && kept.some((other) => other.voids && other.refersTo === id)

  /** The statement and those it refers to, in turn. */
  function chain(record: StatementRecord): StatementRecord[] {
    const links = [record]
    for (
      let next = byId.get(record.refersTo ?? '');
      next !== undefined && !links.includes(next);
      next = byId.get(next.refersTo ?? '')
    ) {
      links.push(next)
    }
    return links
  }

  function matches(record: StatementRecord, { terms, sinceMs, untilMs }: StatementQuery): boolean {
    if (isVoided(record)) return false
    if (sinceMs !== undefined && record.storedMs <= sinceMs) return false
    if (untilMs !== undefined && record.storedMs > untilMs) return false
    return (
      terms.length === 0 || chain(record).some((link) => terms.every((term) => link.terms.includes(term)))
    )
  }

  return {
    insert(records) {
      for (const { id, body } of records) {
        const known = byId.get(id)
        if (known !== undefined && !isSameStatement(JSON.parse(known.body), JSON.parse(body))) {
          return Promise.resolve({ ok: false, reason: 'conflict', id })
        }
      }
      for (const record of records) {
        if (byId.has(record.id)) continue
        kept.push(record)
        byId.set(record.id, record)
      }
      return Promise.resolve({ ok: true })
    },
    find(id) {
      const record = byId.get(id)
      return Promise.resolve(
        record && { body: record.body, storedMs: record.storedMs, voided: isVoided(record) },
      )
    },
    list(query) {
      const ordered = kept.map((record, place) => ({ record, place }))
      if (!query.ascending) ordered.reverse()
      const after = query.after
      const rest =
        after === undefined
          ? ordered
          : ordered.filter(({ place }) => (query.ascending ? place > after : place < after))
      const bodies: string[] = []
      let bytes = 0
      let last = 0
      for (const { record, place } of rest.filter((item) => matches(item.record, query))) {
        if (
          bodies.length === query.limit ||
          (bodies.length > 0 && bytes + record.body.length > query.maxBytes)
        ) {
          return Promise.resolve({ bodies, next: last })
        }
        bodies.push(record.body)
        bytes += record.body.length
        last = place
      }
      return Promise.resolve({ bodies })
    },
    consistentThrough: nowMs,
  }
}
