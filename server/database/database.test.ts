import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { openDatabase } from './database.ts'
import { notesStore } from './notes-store.fixture.ts'

let directory: string
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'sightline-database-'))))
afterEach(() => rm(directory, { recursive: true, force: true }))

const open = (options: { maxPages?: number } = {}) =>
  openDatabase({ directory, stores: [notesStore], ...options })
const note = (id: string, bytes = 10) => ({ id, text: 'x'.repeat(bytes) })

test('DB-1 a resolved write is there for the next read and after reopening', async () => {
  const first = await open()
  const notes = first.bind(notesStore)
  expect(await notes.write.add(note('a'))).toBe(1)
  expect(await notes.read.ids()).toEqual(['a'])
  await first.close()
  const second = await open()
  expect(await second.bind(notesStore).read.ids()).toEqual(['a'])
  expect(await second.bind(notesStore).read.pragmas()).toEqual({ integrity: 'ok', journal: 'wal' })
  await second.close()
})

test('DB-13 the files are readable by their owner alone, also those that were not before', async () => {
  await chmod(directory, 0o755)
  await writeFile(join(directory, 'sightline.sqlite'), '', { mode: 0o644 })
  const database = await open()
  await database.bind(notesStore).write.add(note('a'))
  const files = (await readdir(directory)).toSorted()
  expect(files).toEqual(['sightline.sqlite', 'sightline.sqlite-shm', 'sightline.sqlite-wal'])
  const modes = await Promise.all(files.map(async (file) => (await stat(join(directory, file))).mode & 0o777))
  expect(modes).toEqual([0o600, 0o600, 0o600])
  await database.close()
})

test('DB-2 writes are done in the order they were asked for', async () => {
  const database = await open()
  const notes = database.bind(notesStore)
  const counts = await Promise.all(Array.from({ length: 1000 }, (_, i) => notes.write.add(note(`${i}`))))
  expect(counts).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1))
  await database.close()
})

test('DB-4 a job that throws is undone alone; its neighbours in the group stand', async () => {
  const database = await open()
  const notes = database.bind(notesStore)
  const results = await Promise.allSettled([
    notes.write.add(note('a')),
    notes.write.addThenThrow(note('b')),
    notes.write.add(note('a')),
    notes.write.add(note('c')),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(results[1]).toMatchObject({ reason: new TypeError('refused b') })
  expect(await notes.read.ids()).toEqual(['a', 'c'])
  await database.close()
})

test('DB-6 a full disk refuses with a reason, harms nothing, and writing resumes once there is room', async () => {
  const database = await open({ maxPages: 64 })
  const notes = database.bind(notesStore)
  const kept: string[] = []
  for (let i = 100; i < 200; i++) {
    const result = await notes.write.add(note(`${i}`, 8_000)).catch((error: unknown) => error)
    if (typeof result === 'number') kept.push(`${i}`)
    else {
      expect(result).toMatchObject({ name: 'StorageError', reason: 'storage-full' })
      break
    }
  }
  expect(kept.length).toBeGreaterThan(10)
  expect(kept.length).toBeLessThan(100)
  expect(await notes.read.ids()).toEqual(kept)
  expect((await notes.read.pragmas()).integrity).toBe('ok')
  await notes.write.clear()
  expect(await notes.write.add(note('again', 8_000))).toBe(1)
  await database.close()
})

test('DB-6 a write too large for the disk does not take the small ones of its group with it', async () => {
  const database = await open({ maxPages: 64 })
  const notes = database.bind(notesStore)
  const results = await Promise.allSettled([
    notes.write.add(note('a')),
    notes.write.add(note('huge', 1_000_000)),
    notes.write.add(note('b')),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(results[1]).toMatchObject({ reason: { reason: 'storage-full' } })
  expect(await notes.read.ids()).toEqual(['a', 'b'])
  await database.close()
})

test('DB-8 closing finishes what was accepted and refuses what comes later', async () => {
  const database = await open()
  const notes = database.bind(notesStore)
  const accepted = Array.from({ length: 300 }, (_, i) => notes.write.add(note(`${i}`)))
  const closed = database.close()
  await expect(notes.write.add(note('late'))).rejects.toMatchObject({ reason: 'storage-closed' })
  await expect(notes.read.ids()).rejects.toMatchObject({ reason: 'storage-closed' })
  await Promise.all(accepted)
  await closed
  const again = await open()
  expect(await again.bind(notesStore).read.ids()).toHaveLength(300)
  await again.close()
})

test('DB-9 a store that was not opened is a mistake of the program and says so', async () => {
  const database = await openDatabase({ directory, stores: [] })
  expect(() => database.bind(notesStore)).toThrow('The store "notes" was not given to openDatabase.')
  await database.close()
})

test('DB-7 a file of a newer program is refused at opening, and stays closed', async () => {
  await (await open()).close()
  const file = new DatabaseSync(join(directory, 'sightline.sqlite'))
  file.exec("UPDATE store_version SET version = 99 WHERE store = 'notes'")
  await expect(open()).rejects.toThrow('store "notes" is at 99, this program knows 1')
  file.exec("UPDATE store_version SET version = 1 WHERE store = 'notes'")
  file.close()
  await (await open()).close()
})

test('DB-12 the log does not stay large after a large write', async () => {
  const database = await open()
  const { write } = database.bind(notesStore)
  await Promise.all(Array.from({ length: 20 }, (_, i) => write.add(note(`${i}`, 200_000))))
  await database.close()
  const names = await readdir(directory)
  expect(names).toEqual(['sightline.sqlite'])
})
