import type { DatabaseSync } from 'node:sqlite'

import { prepared } from '#server/database/prepared.ts'
import { isSameStatement } from '#shared/xapi/same-statement.ts'

import type {
  FoundStatement,
  InsertOutcome,
  StatementPage,
  StatementQuery,
  StatementRecord,
} from '../statement-store.ts'
import { statementTerms } from '../statement-terms.ts'

type Link = {
  readonly seq: number
  readonly body: string
  readonly refersTo: string | undefined
  readonly voids: boolean
}

/** Decides everything before it writes anything: a returned refusal is committed with its group. */
export function insertStatements(db: DatabaseSync, records: readonly StatementRecord[]): InsertOutcome {
  const known = prepared(db, 'SELECT body FROM statement WHERE id = ?')
  const fresh: StatementRecord[] = []
  for (const record of records) {
    const body = known.get(record.id)?.['body']
    if (body === undefined) fresh.push(record)
    else if (!isSameStatement(JSON.parse(String(body)), JSON.parse(record.body))) {
      return { ok: false, reason: 'conflict', id: record.id }
    }
  }
  for (const record of fresh) insertStatement(db, record)
  return { ok: true }
}

function insertStatement(db: DatabaseSync, record: StatementRecord): void {
  const { id, storedMs, voids, refersTo, body, terms } = record
  const referrers = referrersOf(db, id)
  const voided = !voids && referrers.some((referrer) => referrer.refersTo === id && referrer.voids)
  // `stored` never runs backwards, even when the machine's clock does: lists by time rely on it.
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO statement (id, stored, voids, voided, refers_to, body)
     VALUES (?, max(?, coalesce((SELECT stored FROM statement ORDER BY seq DESC LIMIT 1), 0)), ?, ?, ?, ?)`,
  ).run(id, storedMs, voids ? 1 : 0, voided ? 1 : 0, refersTo ?? null, body)
  const seq = Number(lastInsertRowid)
  post(db, seq, seq, terms)
  if (refersTo !== undefined && voids)
    prepared(db, 'UPDATE statement SET voided = 1 WHERE id = ? AND voids = 0').run(refersTo)

  const targets = refersTo === undefined ? [] : chainFrom(db, refersTo)
  for (const target of targets) post(db, seq, target.seq, termsOf(target))
  for (const referrer of referrers) {
    post(db, referrer.seq, seq, terms)
    for (const target of targets) post(db, referrer.seq, target.seq, termsOf(target))
  }
}

function post(db: DatabaseSync, seq: number, via: number, terms: readonly string[]): void {
  const addTerm = prepared(db, 'INSERT INTO term (text) VALUES (?) ON CONFLICT DO NOTHING')
  const addPosting = prepared(
    db,
    'INSERT INTO posting SELECT id, ?, ? FROM term WHERE text = ? ON CONFLICT DO NOTHING',
  )
  for (const term of terms) {
    if (addPosting.run(seq, via, term).changes === 1) continue
    addTerm.run(term)
    addPosting.run(seq, via, term)
  }
}

const MAX_CHAIN = 64

/** The statement of that id and those it refers to, in turn. */
function chainFrom(db: DatabaseSync, id: string): Link[] {
  const select = prepared(db, 'SELECT seq, body, refers_to, voids FROM statement WHERE id = ?')
  const links: Link[] = []
  for (let next: string | undefined = id; next !== undefined && links.length < MAX_CHAIN;) {
    const row = select.get(next)
    if (row === undefined || links.some(({ seq }) => seq === row['seq'])) break
    const link = linkOf(row)
    links.push(link)
    next = link.refersTo
  }
  return links
}

/** The statements that refer to that id, those that refer to them, and so on. */
function referrersOf(db: DatabaseSync, id: string): Link[] {
  const rows = prepared(
    db,
    `WITH RECURSIVE referrer (seq, id, depth) AS (
       SELECT seq, id, 1 FROM statement WHERE refers_to = ?1
       UNION
       SELECT statement.seq, statement.id, depth + 1 FROM statement JOIN referrer ON statement.refers_to = referrer.id
       WHERE depth < ${MAX_CHAIN}
     )
     SELECT seq, body, refers_to, voids FROM statement WHERE seq IN (SELECT seq FROM referrer)`,
  ).all(id)
  return rows.map(linkOf)
}

function linkOf(row: Record<string, unknown>): Link {
  const refersTo = row['refers_to']
  return {
    seq: Number(row['seq']),
    body: String(row['body']),
    refersTo: typeof refersTo === 'string' ? refersTo : undefined,
    voids: row['voids'] === 1,
  }
}

function termsOf({ body }: Link): string[] {
  return statementTerms(JSON.parse(body))
}

export function findStatement(db: DatabaseSync, id: string): FoundStatement | undefined {
  const row = prepared(db, 'SELECT body, stored, voided FROM statement WHERE id = ?').get(id)
  return row && { body: String(row['body']), storedMs: Number(row['stored']), voided: row['voided'] === 1 }
}

export function listStatements(db: DatabaseSync, query: StatementQuery): StatementPage {
  const termIds = termIdsOf(db, query.terms)
  if (termIds === undefined) return { bodies: [] }
  const { from, to } = boundsOf(db, query)
  const rows = prepared(db, listSql(termIds.length, query.ascending)).iterate(from, to, ...termIds)
  const bodies: string[] = []
  let bytes = 0
  let last = -1
  for (const row of rows) {
    const seq = Number(row['seq'])
    if (seq === last) continue // reached through several of the statements it refers to
    const body = String(row['body'])
    if (bodies.length === query.limit || (bodies.length > 0 && bytes + body.length > query.maxBytes))
      return { bodies, next: last }
    bodies.push(body)
    bytes += body.length
    last = seq
  }
  return { bodies }
}

/** Undefined when one of them was never seen: then nothing can match. */
function termIdsOf(db: DatabaseSync, terms: readonly string[]): number[] | undefined {
  const select = prepared(db, 'SELECT id FROM term WHERE text = ?')
  const ids = terms.map((term) => select.get(term)?.['id'])
  return ids.every((id) => id !== undefined) ? ids.map(Number) : undefined
}

/** Bounds in `seq`, both inclusive: `stored` never runs backwards in it. */
function boundsOf(
  db: DatabaseSync,
  { sinceMs, untilMs, ascending, after }: StatementQuery,
): { from: number; to: number } {
  const newestUntil = prepared(
    db,
    'SELECT seq FROM statement WHERE stored <= ? ORDER BY stored DESC, seq DESC LIMIT 1',
  )
  const lastSeq = (ms: number): number => Number(newestUntil.get(ms)?.['seq'] ?? 0)
  const from = sinceMs === undefined ? 1 : lastSeq(sinceMs) + 1
  const to = untilMs === undefined ? Number.MAX_SAFE_INTEGER : lastSeq(untilMs)
  if (after === undefined) return { from, to }
  return ascending ? { from: Math.max(from, after + 1), to } : { from, to: Math.min(to, after - 1) }
}

/** The first term leads the walk; the others must be found through the same statement. Parameters: from, to, terms. */
function listSql(termCount: number, ascending: boolean): string {
  const direction = ascending ? 'ASC' : 'DESC'
  if (termCount === 0) {
    return `SELECT seq, body FROM statement WHERE seq BETWEEN ? AND ? AND voided = 0 ORDER BY seq ${direction}`
  }
  const others = Array.from(
    { length: termCount - 1 },
    () => 'AND EXISTS (SELECT 1 FROM posting WHERE term = ? AND seq = lead.seq AND via = lead.via)',
  )
  return `SELECT lead.seq, body FROM posting AS lead CROSS JOIN statement ON statement.seq = lead.seq
          WHERE lead.seq BETWEEN ? AND ? AND lead.term = ? ${others.join(' ')} AND voided = 0 ORDER BY lead.seq ${direction}`
}
