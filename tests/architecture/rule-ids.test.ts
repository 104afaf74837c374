import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './house.fixture.ts'

const ID = '[A-Z]{2,6}-[0-9]+[a-z]?'
const files = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean)
const idsIn = (file: string, pattern: RegExp) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(pattern)].flatMap(([, ids = '']) => ids.split(' '))

const ruled = files('*SPEC.md', 'server/sessions/JOURNAL.md', 'assets/README.md').flatMap((file) =>
  idsIn(file, new RegExp(`^(?:- |\\| )(?:\\*\\*)?(${ID})\\b`, 'gm')),
)

test('a rule id stands for one rule', () => {
  expect(ruled.length).toBeGreaterThan(200)
  expect(ruled.filter((id, index) => ruled.indexOf(id) !== index)).toEqual([])
})

test('a test names rules that are written down', () => {
  const named = files('*.test.ts', '*.test.tsx', '*.contract.ts').flatMap((file) =>
    idsIn(file, new RegExp(`['"\`](${ID}(?: ${ID})*) `, 'g')).map((id) => ({ id, file })),
  )
  expect(named.length).toBeGreaterThan(300)
  expect(named.filter(({ id }) => !ruled.includes(id))).toEqual([])
})
