import { expect, test } from 'vitest'
import { inHouse } from './house.fixture.ts'

const inShared = (code: string) => ({ 'shared/a.ts': code })

test('a pure shared/ with zod and hashes passes, and so does a crossing to it', () => {
  const outcome = inHouse(
    {
      'shared/a.ts': `import { z } from 'zod'; export const a = z.strictObject({ n: z.int() })`,
      'shared/a.test.ts': `import { readFileSync } from 'node:fs'; import { a } from './a.ts'; a.parse(readFileSync)`,
      'server/b.ts': `import { a } from '#shared/a.ts'; export const b = [a, process.pid]`,
      'client/c.tsx': `import { a } from '#shared/a.ts'; export const C = () => <p>{String(a)}{document.title}</p>`,
    },
    (run) => run('tsc', '-b', 'shared', 'server', 'client'),
  )
  expect(outcome).toEqual({ code: 0, output: '' })
})

test.each([
  ['the DOM', 'document', inShared('export const title = document.title')],
  ['Node', 'process', inShared('export const pid = process.pid')],
  [
    'Node modules',
    'node:fs',
    inShared(`import { readFileSync } from 'node:fs'; export const r = readFileSync`),
  ],
  ['timers', 'setTimeout', inShared('setTimeout(() => {}, 1)')],
  ['the console', 'console', inShared('console.log(1)')],
  ['the DOM in server/', 'document', { 'server/a.ts': 'export const title = document.title' }],
  ['Node in client/', 'process', { 'client/a.ts': 'export const pid = process.pid' }],
  [
    'client from server/',
    'TS6307',
    { 'server/a.ts': `import '#client/c.ts'`, 'client/c.ts': 'export const c = 1' },
  ],
  ['an index that may be absent', 'undefined', inShared('export const f = (a: number[]): number => a[0]')],
  ['syntax that Node cannot erase', 'erasableSyntaxOnly', inShared('export enum E { A }')],
])('the compiler knows no %s', (_name, word, files) => {
  const folder = Object.keys(files)[0]!.split('/')[0]!
  const { code, output } = inHouse(files, (run) => run('tsc', '-b', folder))
  expect(output).toContain(word)
  expect(code).not.toBe(0)
})
