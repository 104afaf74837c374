import { expect, test } from 'vitest'
import { killRuns } from '../support/run/kill-runs.ts'

test('HOST-21 kill -9 in the middle of a run: same final state, same statements, nothing acknowledged is lost', async () => {
  const { undisturbed, killed } = await killRuns([
    { beat: 3, delayMs: 'before' },
    { beat: 8, delayMs: 2 },
    { beat: 0, delayMs: 0 },
  ])
  expect(undisturbed).toMatchObject({ intact: true, stateHash: expect.any(String), undelivered: 0 })
  expect(undisturbed.statements.length).toBeGreaterThan(10)
  for (const { strike, records, acknowledged, resent } of killed) {
    expect(resent ?? { ok: true }).toMatchObject({ ok: true })
    const { acceptedIntents, ...kept } = records
    const { acceptedIntents: _, ...expected } = undisturbed
    expect({ strike, ...kept }).toEqual({ strike, ...expected })
    expect(acceptedIntents).toEqual(expect.arrayContaining([...acknowledged]))
    expect(new Set(acceptedIntents).size).toBe(acceptedIntents.length)
  }
})
