import { describe, expect, test } from 'vitest'
import { faults, first, type Change } from './faults.fixture.ts'
import { runOwnTest } from './own-tests/run-own-test.ts'
import { changed } from './small.fixture.ts'
import { changedTeam } from './team.fixture.ts'
import { teamFaults } from './team-faults.fixture.ts'
import { validate } from './validate.ts'

/** Code and place of each finding, as an author reads them. */
function found(change: Change, files?: Parameters<typeof validate>[2]): string[] {
  const { scenario, workplace } = changed(change)
  return validate(scenario, workplace, files).map(
    ({ code, document, path, place }) => `${code} | ${document} ${path} | ${place}`,
  )
}

function foundInTeam(change: Change): string[] {
  const { scenario, workplace } = changedTeam(change)
  return validate(scenario, workplace).map(
    ({ code, document, path, place }) => `${code} | ${document} ${path} | ${place}`,
  )
}

describe('validate', () => {
  test('SCN-20…38 finds nothing in a sound document for two', () => {
    expect(foundInTeam(() => undefined)).toEqual([])
    const { scenario, workplace } = changedTeam()
    expect(scenario.tests.map((own) => runOwnTest(scenario, workplace, own).differences)).toEqual([[]])
  })

  test.each(teamFaults)('$rule $what', ({ change, expected }) => {
    expect(foundInTeam(change)).toEqual(expected)
  })

  test('SCN-20…34 finds nothing in a sound document', () => {
    expect(found(() => undefined)).toEqual([])
  })

  test.each(faults)('$rule $what', ({ change, expected }) => {
    expect(found(change)).toEqual(expected)
  })

  test('SCN-32 a missing file is an error, another one a warning', () => {
    const severities = (files: Parameters<typeof validate>[2]) => {
      const { scenario, workplace } = changed()
      return validate(scenario, workplace, files).map(({ code, severity }) => `${code} ${severity}`)
    }
    expect(severities({})).toEqual(['asset error'])
    expect(severities({ 'cell/world.glb': { sha256: 'b'.repeat(64), bytes: 10 } })).toEqual(['asset warning'])
    expect(severities({ 'cell/world.glb': { sha256: 'a'.repeat(64), bytes: 10 } })).toEqual([])
  })

  test('SCN-04 a finding says why and how to mend it', () => {
    const { scenario, workplace } = changed(
      (documents) => void (first(documents.scenario).transitions[0].when.entity = 'lap'),
    )
    expect(validate(scenario, workplace)[0]).toEqual({
      code: 'unknown-entity',
      severity: 'error',
      document: 'scenario',
      path: '/procedure/of/0/transitions/0/when/entity',
      place: "step 'switch-on', transition 1, when, entity",
      message: 'there is no entity or group "lap"',
      mend: 'Did you mean "lamp"? There are: lamp, book, shelf, lights.',
    })
  })
})
