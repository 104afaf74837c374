import { hashOf } from '#shared/kernel/hash.ts'
import { ENGINE_VERSION } from '#shared/procedure/advance.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { LogEntry } from '#shared/session/log.ts'
import { verifyChain } from '#shared/session/log.ts'
import { resimulate } from '#shared/session/replay.ts'
import type { Runner } from '#shared/session/runner.ts'
import { createRunner } from '#shared/session/runner.ts'
import type { Journal } from './journal.ts'
import type { SessionMaterial } from './session-material.ts'

/**
 * The runner of a session as its log left it: the chain is verified, then the inputs after the last checkpoint are taken
 * again and must bring about the events that are stored.
 *
 * @throws when the log was changed, or re-simulation does not agree with it
 */
export async function rebuild(
  session: string,
  { head, compiled }: SessionMaterial,
  journal: Journal,
): Promise<Runner> {
  const entries = (await journal.read(session)).map(({ bytes }) => JSON.parse(bytes) as LogEntry)
  const chain = verifyChain(head, entries)
  if (!chain.ok)
    throw new Error(
      `The log of session ${session} is damaged at entry ${chain.reason.n}: ${chain.reason.why}.`,
    )
  const last = entries.at(-1)
  if (last === undefined) return createRunner(compiled, head)
  const from = await checkpointState(session, entries, journal)
  // Another engine version may judge differently: it goes on from the last snapshot and takes the later inputs its own way.
  const compare = head.engineVersion === ENGINE_VERSION
  const { state, mismatches } = resimulate(compiled, head, entries.slice(from.entries), {
    compare,
    ...(from.state === undefined ? {} : { from: from.state }),
  })
  const first = mismatches[0]
  if (first !== undefined)
    throw new Error(
      `The log of session ${session} does not re-simulate: ${first.what} differs at entry ${first.n}.`,
    )
  return createRunner(compiled, head, { state, lastEntry: last, entries })
}

async function checkpointState(
  session: string,
  entries: readonly LogEntry[],
  journal: Journal,
): Promise<{ entries: number; state?: EngineState }> {
  const checkpoint = await journal.checkpoint(session)
  if (checkpoint === undefined) return { entries: 0 }
  const state = JSON.parse(checkpoint.state) as EngineState
  if (hashOf(state) !== entries[checkpoint.n]?.stateHash)
    throw new Error(
      `The checkpoint at entry ${checkpoint.n} of session ${session} is not the state its log recorded.`,
    )
  return { entries: checkpoint.n + 1, state }
}
