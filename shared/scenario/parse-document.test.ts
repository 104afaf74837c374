import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { migrate } from './migrations/migrate.ts'
import { scenarioMigrations } from './migrations/scenario-migrations.ts'
import { workplaceMigrations } from './migrations/workplace-migrations.ts'
import { parseScenario, parseWorkplace } from './parse-document.ts'
import { changed, smallScenario, smallWorkplace, type Loose } from './small.fixture.ts'

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
const malformed: readonly [name: string, text: string, finding: string][] = [
  ['nothing', '', 'not-json '],
  ['broken JSON', '{"schemaVersion": 2,', 'not-json '],
  ['a list', '[]', 'not-an-object '],
  ['null', 'null', 'not-an-object '],
  ['no version', '{}', 'no-schema-version /schemaVersion'],
  ['a version that is a word', '{"schemaVersion":"2"}', 'no-schema-version /schemaVersion'],
  ['a later version', '{"schemaVersion":3}', 'newer-schema /schemaVersion'],
  ['version zero', '{"schemaVersion":0}', 'no-schema-version /schemaVersion'],
  ['a hundred thousand brackets', deep, 'too-deep '],
  ['five million letters', `"${'x'.repeat(5_000_000)}"`, 'too-large '],
  ['an unknown key', changedText((s) => void (s.colour = 'red')), 'schema '],
  [
    'an unknown condition',
    changedText((s) => void (s.rules[0].when = { type: 'telepathy' })),
    'schema /rules/0/when/type',
  ],
  [
    'an unknown node',
    changedText((s) => void (s.procedure.of[0].type = 'dance')),
    'schema /procedure/of/0/type',
  ],
  ['a number for a text', changedText((s) => void (s.title = 7)), 'schema /title'],
  [
    'a prototype for an id',
    changedText((s) => void (s.procedure.of[0].id = '__proto__')),
    'schema /procedure/of/0/id',
  ],
  ['an id that climbs folders', changedText((s) => void (s.workplace = '../../etc')), 'schema /workplace'],
  ['not a number', changedText((s) => void (s.expectedMinutes = null)), 'schema /expectedMinutes'],
]

function changedText(change: (scenario: Loose) => void): string {
  const document = structuredClone(smallScenario)
  change(document)
  return JSON.stringify(document)
}

describe('reading a document', () => {
  test.each(malformed)('SCN-01 SCN-02 SCN-03 refuses %s', (_name, text, finding) => {
    const parsed = parseScenario(text)
    expect(parsed.ok ? 'accepted' : `${parsed.reason[0]?.code} ${parsed.reason[0]?.path}`).toBe(finding)
  })

  test('SCN-04 a finding of the schema names the place in words', () => {
    const parsed = parseScenario(changedText((s) => void (s.procedure.of[1].transitions[0].kind = 'wrong')))
    expect(parsed).toMatchObject({
      ok: false,
      reason: [{ place: "step 'take', transition 1, kind", document: 'scenario' }],
    })
  })

  test('SCN-03 defaults are written out', () => {
    expect(changed().scenario.rules[0]).toMatchObject({ once: true, consequences: [] })
  })

  test('SCN-05 zod is told not to make code', () => {
    expect(z.config().jitless).toBe(true)
  })

  test('SCN-01 SCN-12 any JSON value is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(typeof parseScenario(text).ok).toBe('boolean')
        expect(typeof parseWorkplace(text).ok).toBe('boolean')
      }),
      { seed: 20_261_123, numRuns: 500 },
    )
  })

  test('SCN-01 SCN-12 a sound document with any JSON anywhere in it is answered, never thrown at', () => {
    const version = fc.constantFrom(1, 2)
    fc.assert(
      fc.property(
        fc.constantFrom(smallScenario, smallWorkplace),
        fc.nat(),
        fc.jsonValue({ maxDepth: 3 }),
        version,
        (document, at, value, schemaVersion) => {
          const wild = structuredClone({ ...document, schemaVersion }) as Loose
          const places = membersOf(wild)
          const place = places[at % places.length]
          if (place) place.holder[place.key] = value
          const text = JSON.stringify(wild)
          expect(typeof parseScenario(text).ok).toBe('boolean')
          expect(typeof parseWorkplace(text).ok).toBe('boolean')
          for (const steps of [scenarioMigrations, workplaceMigrations])
            expect(typeof migrate(JSON.parse(text), steps, 'scenario').ok).toBe('boolean')
        },
      ),
      { seed: 7, numRuns: 500 },
    )
  })
})

function membersOf(holder: Loose): { holder: Loose; key: string }[] {
  if (typeof holder !== 'object' || holder === null) return []
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...membersOf(holder[key])])
}
