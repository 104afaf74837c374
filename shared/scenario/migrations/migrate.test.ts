import { describe, expect, test } from 'vitest'
import { parseScenario, parseWorkplace } from '../parse-document.ts'
import { changed } from '../small.fixture.ts'
import { CURRENT_SCHEMA_VERSION, migrate } from './migrate.ts'
import { scenarioMigrations } from './scenario-migrations.ts'
import { scenarioV1, workplaceV1 } from './version-1.fixture.ts'
import { workplaceMigrations } from './workplace-migrations.ts'

describe('migrations', () => {
  test('SCN-11 a version 1 scenario reads as the same one of version 2', () => {
    expect(scenarioV1).toMatchObject({ schemaVersion: 1, language: 'en', title: 'Reading' })
    expect(parseScenario(JSON.stringify(scenarioV1))).toEqual({ ok: true, value: changed().scenario })
  })

  test('SCN-11 a version 1 workplace reads as the same one of version 2', () => {
    expect(workplaceV1).toMatchObject({ schemaVersion: 1, title: 'Cell' })
    expect(parseWorkplace(JSON.stringify(workplaceV1))).toEqual({ ok: true, value: changed().workplace })
  })

  test('SCN-11 texts keep the language the document named', () => {
    const migrated = migrate({ ...scenarioV1, language: 'es' }, scenarioMigrations, 'scenario')
    expect(migrated).toMatchObject({
      ok: true,
      value: { languages: ['es'], title: { es: 'Reading' }, tests: [{ title: 'Light, then book' }, {}] },
    })
  })

  test('SCN-10 there is one step from every older version, in order', () => {
    for (const steps of [scenarioMigrations, workplaceMigrations])
      expect(steps.map(({ from }) => from)).toEqual(
        Array.from({ length: CURRENT_SCHEMA_VERSION - 1 }, (_, i) => i + 1),
      )
  })

  test('SCN-10 a migration does not touch what it is given', () => {
    const before = JSON.stringify(scenarioV1)
    migrate(scenarioV1, scenarioMigrations, 'scenario')
    expect(JSON.stringify(scenarioV1)).toBe(before)
  })

  test('SCN-12 what is not recognised is left for the schema to name', () => {
    const parsed = parseScenario('{"schemaVersion":1,"language":5,"rules":{"text":"x"}}')
    expect(parsed.ok ? [] : parsed.reason.map(({ code }) => code)).toContain('schema')
  })
})
