import { extinguisherScript } from '../support/run/extinguisher-script.ts'
import type { Strike } from '../support/run/kill-runs.ts'
import { killRuns } from '../support/run/kill-runs.ts'
import type { ProofResult } from '../support/runner/proof.ts'

const KILLS = 20
const SEED = 20261123

export const title = `kill -9 of the server at ${KILLS} random points of a run leaves the state and the statements of an undisturbed one`
export const needs = '2 minutes'

export async function run(): Promise<ProofResult> {
  const random = mulberry32(SEED)
  const strikes = Array.from({ length: KILLS }, (): Strike => {
    const beat = Math.floor(random() * extinguisherScript.length)
    return { beat, delayMs: random() < 0.25 ? 'before' : Math.floor(random() * 12) }
  })
  const { undisturbed, killed } = await killRuns(strikes)
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const wrong = killed.filter(
    ({ records, acknowledged, resent }) =>
      resent?.ok === false ||
      !records.intact ||
      records.undelivered > 0 ||
      records.stateHash !== undisturbed.stateHash ||
      !same(records.statements, undisturbed.statements) ||
      !acknowledged.every((id) => records.acceptedIntents.includes(id)) ||
      new Set(records.acceptedIntents).size !== records.acceptedIntents.length,
  )
  return {
    passed: wrong.length === 0 && undisturbed.intact && undisturbed.stateHash !== undefined,
    figures: {
      kills: killed.length,
      resent: killed.filter(({ resent }) => resent !== undefined).length,
      wrong: wrong.length,
      statements: undisturbed.statements.length,
      seed: SEED,
    },
    notes: wrong.map(({ strike }) => `differs after ${JSON.stringify(strike)}`),
  }
}

/** Seeded dice (public domain, T. Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
