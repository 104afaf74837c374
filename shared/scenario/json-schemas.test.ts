import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { jsonSchemas } from './json-schemas.ts'
import { smallScenario, smallWorkplace } from './small.fixture.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'))

describe('JSON Schemas', () => {
  test.each(Object.entries(jsonSchemas()))(
    'SCN-42 docs/schemas/%s is the one derived now (else: npm run schemas)',
    (file, schema) => {
      expect(read('docs', 'schemas', file)).toEqual(JSON.parse(JSON.stringify(schema)))
    },
  )

  const documents: readonly [string, unknown][] = [
    ['scenario', read('scenes', 'scenarios', 'portable-extinguisher', 'scenario.json')],
    ['workplace', read('scenes', 'workplaces', 'kitchen-office', 'workplace.json')],
    ['scenario', smallScenario],
    ['workplace', smallWorkplace],
  ]
  test.each(documents)('SCN-42 a foreign validator accepts a %s', (kind, document) => {
    const validator = new Ajv2020({ strict: false }).compile(jsonSchemas()[`${kind}.schema.json`] ?? {})
    expect(validator(document) || validator.errors).toBe(true)
  })

  test('SCN-42 and refuses what is none', () => {
    const validator = new Ajv2020({ strict: false }).compile(jsonSchemas()['scenario.schema.json'] ?? {})
    expect(validator({ ...smallScenario, rules: [{ id: 'x', when: { type: 'telepathy' } }] })).toBe(false)
  })
})
