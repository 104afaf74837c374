import { fuzzRoom } from '../support/fuzz/fuzz-room.ts'
import type { ProofResult } from '../support/runner/proof.ts'

const MESSAGES = 100_000
const SEED = 20261124

export const title = `${MESSAGES} malformed frames and messages into a room of the real server harm nobody in it`
export const needs = '1 minute'

export async function run(): Promise<ProofResult> {
  const { harm, faults, exitCode, byKind, longestPauseMs, ...figures } = await fuzzRoom({
    messages: MESSAGES,
    seed: SEED,
  })
  return {
    passed: figures.sent >= MESSAGES && harm.length === 0 && faults.length === 0 && exitCode === 0,
    figures: {
      ...figures,
      uncaught: faults.length,
      harmed: harm.length,
      longest_pause_ms: Math.round(longestPauseMs),
      byKind,
      seed: SEED,
    },
    notes: [...harm, ...faults].slice(0, 20),
  }
}
