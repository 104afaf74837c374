import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Input } from '#shared/procedure/input.ts'
import type { LogEntry, LogHead } from '#shared/session/log.ts'
import { verifyChain } from '#shared/session/log.ts'

export type Records = {
  readonly intact: boolean
  /** Of the last entry: the state at the end. */
  readonly stateHash: string | undefined
  readonly acceptedIntents: readonly string[]
  /** Statements in the record store, without what differs from run to run (ids, times, the session's own name). */
  readonly statements: readonly string[]
  /** Statements not in the record store yet. */
  readonly undelivered: number
}

/** What a stopped server has kept of a session, read from its file and nothing else. */
export function readRecords(dataFolder: string, session: string): Records {
  const db = new DatabaseSync(join(dataFolder, 'sightline.sqlite'), { readOnly: true })
  try {
    const { head: headText, registration } = db
      .prepare('SELECT head, registration FROM session WHERE id = ?')
      .get(session) as { head: string; registration: string }
    const head = JSON.parse(headText) as LogHead
    const entries = db
      .prepare('SELECT bytes FROM session_entry WHERE session = ? ORDER BY n')
      .all(session)
      .map(({ bytes }) => JSON.parse(String(bytes)) as LogEntry)
    const bodies = db
      .prepare('SELECT body FROM statement ORDER BY seq')
      .all()
      .map(({ body }) => String(body))
    const undelivered = db
      .prepare("SELECT count(*) AS n FROM outbox WHERE session = ? AND state <> 'delivered'")
      .get(session)
    return {
      intact: verifyChain(head, entries).ok,
      stateHash: entries.at(-1)?.stateHash,
      acceptedIntents: entries.flatMap(({ inputs }) =>
        inputs.flatMap((input) =>
          input.kind === 'intent' ? [`${input.intent.epoch}/${input.intent.seq}`] : [],
        ),
      ),
      statements: bodies
        .filter((body) => body.includes(registration))
        .map((body) => withoutChance(body, session, registration))
        .toSorted(),
      undelivered: Number(undelivered?.['n']),
    }
  } finally {
    db.close()
  }
}

/** The inputs in a session's log, and who took part, in order of arrival. */
export function readLog(dataFolder: string, session: string): { inputs: Input[]; persons: string[] } {
  const db = new DatabaseSync(join(dataFolder, 'sightline.sqlite'), { readOnly: true })
  try {
    const entries = db.prepare('SELECT bytes FROM session_entry WHERE session = ? ORDER BY n').all(session)
    const persons = db
      .prepare('SELECT person FROM session_person WHERE session = ? ORDER BY place')
      .all(session)
    return {
      inputs: entries.flatMap(({ bytes }) => (JSON.parse(String(bytes)) as LogEntry).inputs),
      persons: persons.map(({ person }) => String(person)),
    }
  } finally {
    db.close()
  }
}

function withoutChance(body: string, session: string, registration: string): string {
  const statement = JSON.parse(body) as Record<string, unknown>
  for (const field of ['id', 'stored', 'timestamp', 'authority']) delete statement[field]
  return JSON.stringify(statement).replaceAll(session, '<session>').replaceAll(registration, '<registration>')
}
