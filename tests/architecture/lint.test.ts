import { expect, test } from 'vitest'
import { inHouse } from './house.fixture.ts'

const ALLOWED = ['abs', 'min', 'max', 'floor', 'ceil', 'round', 'trunc', 'sign', 'sqrt', 'imul', 'fround']

const lint = (path: string, code: string) =>
  inHouse({ [path]: code }, (run) => run('oxlint', '--deny-warnings', '-f', 'unix', path))

test('the exact Math functions pass in shared/', () => {
  const code = ALLOWED.map((name) => `export const ${name} = Math.${name}(1, 2)`).join('\n')
  expect(lint('shared/a.ts', code).code).toBe(0)
})

test('every other Math function is refused in shared/', () => {
  const others = Object.getOwnPropertyNames(Math).filter((name) => !ALLOWED.includes(name))
  expect(others.length).toBeGreaterThan(25)
  const { output } = lint(
    'shared/a.ts',
    others.map((name) => `export const v${name} = Math.${name}`).join('\n'),
  )
  const refused = others.filter((_, index) => output.includes(`shared/a.ts:${index + 1}:`))
  expect(refused).toEqual(others)
})

test.each([
  ['Date', 'export const now = Date.now()'],
  ['Intl', `export const f = new Intl.NumberFormat('en')`],
  ['globalThis', 'export const now = globalThis.Date.now()'],
  ['toLocaleUpperCase', `export const up = 'i'.toLocaleUpperCase()`],
  ['localeCompare', `export const order = 'a'.localeCompare('b')`],
  ['no-alias', 'const M = Math; export const s = M.sin(1)'],
  ['no-alias', 'const { sin } = Math; export const s = sin(1)'],
  ['no-alias', `export const s = Math['sin'](1)`],
  ['no-power', 'export const p = (x: number) => x ** 0.5'],
])('shared/ has no %s', (rule, code) => {
  const { code: exit, output } = lint('shared/a.ts', code)
  expect(output).toContain(rule)
  expect(exit).not.toBe(0)
})

test.each([
  ['no-restricted-globals', 'server/rooms/a.ts', 'setInterval(() => {}, 50)'],
  [
    'switch-exhaustiveness-check',
    'server/a.ts',
    `export const f = (a: 'x' | 'y') => { switch (a) { case 'x': return 1 } return 2 }`,
  ],
  ['no-floating-promises', 'server/a.ts', 'const f = async () => 1; f()'],
  ['no-focused-tests', 'server/a.test.ts', `import { test } from 'vitest'; test.only('a', () => {})`],
  ['no-disabled-tests', 'server/a.test.ts', `import { test } from 'vitest'; test.skip('a', () => {})`],
  ['no-barrel-file', 'server/a.ts', `export * from './b.ts'`],
  ['no-default-export', 'server/a.ts', 'export default 1'],
  ['filename-case', 'server/someFile.ts', 'export const a = 1'],
])('%s holds in %s', (rule, path, code) => {
  const { code: exit, output } = lint(path, code)
  expect(output).toContain(rule)
  expect(exit).not.toBe(0)
})
