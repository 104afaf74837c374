import { DatabaseSync } from 'node:sqlite'

import { expect, test } from 'vitest'

import { defineStore } from './define-store.ts'
import { migrate } from './migrate.ts'

const store = (migrations: { name: string; sql: string }[]) =>
  defineStore({ name: 'tools', module: 'memory:', migrations, writes: {}, reads: {} })

const first = { name: 'tool', sql: 'CREATE TABLE tool (id TEXT)' }
const second = { name: 'colour', sql: "ALTER TABLE tool ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'" }

test('DB-7 an older file is brought forward step by step and keeps its rows', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db, [store([first])])
  db.exec("INSERT INTO tool VALUES ('hammer')")
  migrate(db, [store([first, second])])
  migrate(db, [store([first, second])])
  expect({ ...db.prepare('SELECT * FROM tool').get() }).toEqual({ id: 'hammer', colour: 'red' })
  expect({ ...db.prepare('SELECT * FROM store_version').get() }).toEqual({ store: 'tools', version: 2 })
})

test('DB-7 a step that fails leaves the version and tables before it', () => {
  const db = new DatabaseSync(':memory:')
  const broken = { name: 'broken', sql: 'CREATE TABLE other (id TEXT); SELECT nothing FROM nowhere' }
  expect(() => migrate(db, [store([first, broken])])).toThrow('Migration "tools/broken" failed.')
  expect(
    db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all()
      .map((row) => row['name']),
  ).toEqual(['store_version', 'tool'])
})

test('DB-7 a file of a newer program is refused with a sentence', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db, [store([first, second])])
  expect(() => migrate(db, [store([first])])).toThrow(
    'The data folder was written by a newer version: store "tools" is at 2, this program knows 1.',
  )
})
