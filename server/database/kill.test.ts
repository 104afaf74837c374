import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { openDatabase } from './database.ts'
import { notesStore } from './notes-store.fixture.ts'

let directory: string
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'sightline-kill-'))))
afterEach(() => rm(directory, { recursive: true, force: true }))

const child = new URL('./kill.fixture.ts', import.meta.url).pathname

/** Runs a writer, kills it -9 after that many acknowledgements, returns all that it had acknowledged. */
async function killedWriter(afterAcks: number): Promise<string[]> {
  const writer = spawn(process.execPath, [child, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: string[] = []
  for await (const id of createInterface({ input: writer.stdout })) {
    acknowledged.push(id)
    if (acknowledged.length === afterAcks) writer.kill('SIGKILL')
  }
  return acknowledged
}

test('DB-11 what was acknowledged before kill -9 is in the file', async () => {
  const acknowledged = new Set<string>()
  for (const afterAcks of [1, 23, 150, 611]) {
    for (const id of await killedWriter(afterAcks)) acknowledged.add(id)
  }
  const database = await openDatabase({ directory, stores: [notesStore] })
  const { read } = database.bind(notesStore)
  const kept = new Set(await read.ids())
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  expect(acknowledged.size).toBeGreaterThanOrEqual(785)
  expect((await read.pragmas()).integrity).toBe('ok')
  await database.close()
}, 30_000)
