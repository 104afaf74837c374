/** Child process of the kill test: appends entries with their statements and delivers them, until it is killed. */
import { setImmediate as turn } from 'node:timers/promises'

import { openDatabase } from '#server/database/database.ts'
import { sqliteStatements, statementStoreTables } from '#server/lrs/adapters/sqlite-statements.ts'
import { createLrs } from '#server/lrs/lrs.ts'
import { journalStore, sqliteJournal } from '#server/sessions/adapters/sqlite-journal.ts'
import { uuidV5 } from '#shared/kernel/uuid.ts'

import { outboxStore, sqliteOutbox } from './adapters/sqlite-outbox.ts'
import { startDeliverer } from './deliverer.ts'
import { createRecordStoreClient } from './record-store-client.ts'

const session = '0b9e1f6a-92b8-4a8f-9b0e-0000000000aa'
const [directory = '', mode] = process.argv.slice(2)
const database = await openDatabase({ directory, stores: [outboxStore, journalStore, statementStoreTables] })
const nowMs = Date.now
const credentials = { key: 'key', secret: 'secret' }
const lrs = createLrs({
  store: sqliteStatements(database, nowMs),
  credentials,
  homePage: 'https://example.org',
  nowMs,
})
const client = createRecordStoreClient({
  endpoint: 'http://sightline.invalid/xapi',
  ...credentials,
  fetch: (input, init) => lrs.fetch(new Request(input, init)),
})
const deliverer = startDeliverer({ outbox: sqliteOutbox(database), client, random: () => 0 })
const journal = sqliteJournal(database)

if (mode === 'drain') {
  while ((await deliverer.status()).waiting > 0) await turn()
  await deliverer.stop()
  await database.close()
} else await appendForEver()

async function appendForEver(): Promise<void> {
  const row = {
    id: session,
    scenario: { id: 's', version: '1.0.0' },
    mode: 'guided',
    registration: session,
    createdAt: 1,
    head: '{}',
  }
  await journal.create({ ...row, host: '', persons: [] })
  for (let n = (await journal.read(session)).length; ; n++) {
    const statements = ['a', 'b'].map((template) => statementOf(`${n} ${template}`))
    const outcome = await journal.append({
      session,
      entries: [{ n, hash: String(n), bytes: `{"n":${n}}` }],
      statements,
    })
    if (!outcome.ok) throw new Error(outcome.reason)
    deliverer.nudge()
    process.stdout.write(`${statements.map(({ id }) => id).join(' ')}\n`)
  }
}

function statementOf(name: string): { id: string; bytes: string } {
  const id = uuidV5(session, name)
  const actor = { account: { homePage: 'https://example.org', name: 'ada' } }
  const timestamp = new Date().toISOString()
  return {
    id,
    bytes: JSON.stringify({ id, actor, verb: { id: 'x:did' }, object: { id: 'x:thing' }, timestamp }),
  }
}
