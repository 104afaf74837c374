import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'

import { afterEach, beforeEach, expect, test } from 'vitest'

let directory: string
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'sightline-records-kill-'))))
afterEach(() => rm(directory, { recursive: true, force: true }))

const child = new URL('./kill.fixture.ts', import.meta.url).pathname

/** Runs the writer, kills it -9 after that many acknowledged entries, returns the ids of their statements. */
async function killedWriter(afterEntries: number): Promise<string[]> {
  const writer = spawn(process.execPath, [child, directory, 'write'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: string[] = []
  let entries = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(...line.split(' '))
    if (++entries === afterEntries) writer.kill('SIGKILL')
  }
  return acknowledged
}

function idsIn(table: 'outbox' | 'statement', order: string): string[] {
  const file = new DatabaseSync(join(directory, 'sightline.sqlite'), { readOnly: true })
  const rows = file.prepare(`SELECT id FROM ${table} ORDER BY ${order}`).all()
  file.close()
  return rows.map((row) => String(row['id']))
}

test('REC-2 REC-9 killed again and again between entry, outbox and store: no statement is lost, doubled or out of order', async () => {
  const acknowledged: string[] = []
  for (const afterEntries of [1, 3, 17, 60, 140]) acknowledged.push(...(await killedWriter(afterEntries)))
  const drain = spawn(process.execPath, [child, directory, 'drain'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  expect(await once(drain, 'exit')).toEqual([0, null])
  const written = idsIn('outbox', 'position')
  const stored = idsIn('statement', 'seq')
  expect(stored).toEqual(written)
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([])
  expect(acknowledged.length).toBeGreaterThanOrEqual(2 * 221)
}, 60_000)
