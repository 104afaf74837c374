import { randomUUID } from 'node:crypto'

import type { Agent } from '#shared/xapi/actor.ts'
import type { Statement, VersionLine } from '#shared/xapi/statement.ts'
import { parseStatement } from '#shared/xapi/statement.ts'
import { formatTimestamp, parseTimestamp } from '#shared/xapi/timestamp.ts'
import { verbs } from '#shared/xapi/vocabulary.ts'

import type { Checked } from './refusal.ts'
import { accept, refuse } from './refusal.ts'
import type { StatementRecord } from './statement-store.ts'
import { statementTerms } from './statement-terms.ts'

export const MAX_BATCH = 500
const MAX_FINDINGS = 5

export type Stamp = { readonly storedMs: number; readonly authority: Agent; readonly line: VersionLine }

/** Checks every statement of a request and completes it with what the store owes it (1.0.3 Data 2.4). */
export function acceptStatements(values: readonly unknown[], stamp: Stamp): Checked<StatementRecord[]> {
  if (values.length > MAX_BATCH)
    return refuse(413, `A batch may hold ${MAX_BATCH} statements, this one holds ${values.length}.`)
  const records: StatementRecord[] = []
  const ids = new Set<string>()
  for (const [index, value] of values.entries()) {
    const place = values.length === 1 ? 'The statement' : `Statement ${index}`
    const parsed = parseStatement(value, stamp.line)
    if (!parsed.ok) {
      const findings = parsed.findings
        .slice(0, MAX_FINDINGS)
        .map(({ path, message }) => `${path}: ${message}`)
      return refuse(400, `${place} is refused. ${findings.join('; ')}`)
    }
    if (parsed.statement.attachments?.some(({ fileUrl }) => fileUrl === undefined) === true) {
      return refuse(
        400,
        `${place} has an attachment without fileUrl, whose data this request does not carry.`,
      )
    }
    const record = completed(parsed.statement, stamp)
    if (ids.has(record.id))
      return refuse(400, `${place} has the id of another statement of this batch: ${record.id}.`)
    ids.add(record.id)
    records.push(record)
  }
  return accept(records)
}

function completed(given: Statement, { storedMs, authority, line }: Stamp): StatementRecord {
  const stored = formatTimestamp(storedMs)
  const id = given.id ?? randomUUID()
  const statement: Statement = {
    ...given,
    id,
    timestamp: inUtc(given.timestamp) ?? stored,
    stored,
    authority,
    version: given.version ?? (line === '1.0' ? '1.0.0' : '2.0.0'),
  }
  return {
    id: id.toLowerCase(),
    storedMs,
    body: JSON.stringify(statement),
    terms: statementTerms(statement),
    voids: given.verb.id === verbs.voided,
    ...(given.object.objectType === 'StatementRef' ? { refersTo: given.object.id.toLowerCase() } : {}),
  }
}

/** Returned in UTC (1.0.3 Data 4.5); what already is stays as it was written, with all its digits. */
function inUtc(timestamp: string | undefined): string | undefined {
  if (timestamp === undefined || /z$/i.test(timestamp)) return timestamp
  const ms = parseTimestamp(timestamp)
  return ms === undefined ? undefined : formatTimestamp(ms)
}
