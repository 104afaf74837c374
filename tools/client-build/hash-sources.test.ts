import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hashSources } from './hash-sources.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-sources-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const sources = { 'client/trainee/main.tsx': 'a', 'shared/kernel/b.ts': 'b', 'package.json': '{}' }

test('the same sources elsewhere have the same hash', async () => {
  const first = folderWith(sources)
  const second = folderWith({})
  cpSync(first, second, { recursive: true })
  expect(await hashSources(first)).toBe(await hashSources(second))
})

test.each([
  ['changed content', { 'shared/kernel/b.ts': 'c' }, true],
  ['a new file', { 'client/live/c.ts': '' }, true],
  ['content moved between files', { 'client/trainee/main.tsx': '', 'shared/kernel/b.ts': 'ab' }, true],
  ['a test', { 'shared/kernel/b.test.ts': 'c' }, false],
  ['a README', { 'client/README.md': 'c' }, false],
  ['the server', { 'server/main.ts': 'c' }, false],
] as const)('%s: another hash is %s', async (_name, change, differs) => {
  const before = await hashSources(folderWith(sources))
  const after = await hashSources(folderWith({ ...sources, ...change }))
  expect(after !== before).toBe(differs)
})
