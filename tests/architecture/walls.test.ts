import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inHouse, ROOT, runTool } from './house.fixture.ts'

const CONFIG = ['--config', '.dependency-cruiser.mjs']
const FOLDERS = ['shared', 'server', 'client', 'tests']
/** What imports need to have something to reach. */
const GROUND = {
  'shared/kernel/vector.ts': 'export const v = 1',
  'shared/rules.ts': `import { v } from './kernel/vector.ts'; export const rules = v`,
  'server/sessions/session.ts': `import { rules } from '#shared/rules.ts'; export const session = rules`,
  'server/sessions/adapters/sqlite.ts': `export const sqlite = 1`,
  'server/main.ts': `import { sqlite } from './sessions/adapters/sqlite.ts'; export const wired = sqlite`,
  'client/live/page.ts': `import { rules } from '#shared/rules.ts'; export const page = rules`,
  'client/trainee/page.ts': 'export const page = 1',
  'client/net/link.ts': 'export const link = 1',
  'tests/support/tool.ts': 'export const tool = 1',
  'scenes/scenario.json': '{}',
}

type Cruise = { modules: { source: string; dependencies: { module: string }[] }[] }

/** The tool drops `node:` from most built-in modules. */
const edge = (from: string, to: string) => `${from} → ${to.replace('node:', '')}`

const cruise = (files: Readonly<Record<string, string>>) =>
  inHouse({ ...GROUND, ...files }, (run) => run('depcruise', ...CONFIG, ...FOLDERS))

test('a house that keeps the rules passes', () => {
  const { code, output } = cruise({})
  expect(output).toContain('no dependency violations found')
  expect(code).toBe(0)
})

test.each([
  [
    'no-cycle',
    { 'shared/a.ts': `import './b.ts'; export const a = 1`, 'shared/b.ts': `import { a } from './a.ts'; a` },
  ],
  ['resolvable', { 'server/a.ts': `import './missing.ts'` }],
  ['shared-is-pure', { 'shared/a.ts': `import 'node:fs'` }],
  ['shared-is-pure', { 'shared/a.ts': `import 'hono'` }],
  [
    'shared-is-pure',
    {
      'shared/a.ts': `import type { session } from '#server/sessions/session.ts'; export type S = typeof session`,
    },
  ],
  ['room-state-in-protocol', { 'shared/a.ts': `import { schema } from '@colyseus/schema'; schema` }],
  ['kernel-imports-nothing', { 'shared/kernel/a.ts': `import { z } from 'zod'; z` }],
  ['kernel-imports-nothing', { 'shared/kernel/a.ts': `import '../rules.ts'` }],
  ['server-not-client', { 'server/a.ts': `import '#client/live/page.ts'` }],
  ['client-not-server', { 'client/a.ts': `import '#server/sessions/session.ts'` }],
  [
    'client-not-server',
    {
      'client/a.ts': `import type { session } from '../server/sessions/session.ts'; export type S = typeof session`,
    },
  ],
  [
    'client-not-server',
    { 'client/a.ts': `export const later = () => import('#server/sessions/session.ts')` },
  ],
  ['no-node-in-client', { 'client/a.ts': `import 'node:path'` }],
  ['pages-apart', { 'client/trainee/a.ts': `import '../live/page.ts'` }],
  ['runtime-without-react', { 'client/runtime/a.ts': `import { useState } from 'react'; useState` }],
  [
    'runtime-without-react',
    { 'client/runtime/a.ts': `import { useFrame } from '@react-three/fiber'; useFrame` },
  ],
  ['ui-without-network', { 'client/ui/a.ts': `import '../net/link.ts'` }],
  ['adapters-at-the-edge', { 'server/rooms/a.ts': `import '../sessions/adapters/sqlite.ts'` }],
  ['nobody-imports-tests', { 'server/a.ts': `import '../tests/support/tool.ts'` }],
  ['nobody-imports-tests', { 'server/a.ts': `import './b.test.ts'`, 'server/b.test.ts': '' }],
  ['data-is-addressed-by-id', { 'client/a.ts': `import '../scenes/scenario.json'` }],
] as [rule: string, files: Record<string, string>][])('%s falls when broken by %o', (rule, files) => {
  const { code, output } = cruise(files)
  expect(output).toContain(`error ${rule}:`)
  expect(code).not.toBe(0)
})

test('types of two files may know each other', () => {
  const { code } = cruise({
    'shared/a.ts': `import type { B } from './b.ts'; export type A = B | 1`,
    'shared/b.ts': `import type { A } from './a.ts'; export type B = A | 2`,
  })
  expect(code).toBe(0)
})

test('the tool sees every import that is written down, types included', () => {
  const written = globSync('{shared,server,client}/**/*.{ts,tsx}', { cwd: ROOT }).flatMap((path) =>
    [
      ...readFileSync(join(ROOT, path), 'utf8').matchAll(
        /^(?:import|export)\b(?:[\w\s{},*$]*\bfrom)?\s*'([^']+)'/gm,
      ),
    ].map((found) => edge(path, found[1] ?? '')),
  )
  const { output } = runTool(
    ROOT,
    'depcruise',
    ...CONFIG,
    '--output-type',
    'json',
    'shared',
    'server',
    'client',
  )
  const { modules } = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as Cruise
  const seen = new Set(
    modules.flatMap(({ source, dependencies }) => dependencies.map(({ module }) => edge(source, module))),
  )
  expect(written.length).toBeGreaterThan(100)
  expect(written.filter((line) => !seen.has(line))).toEqual([])
})
