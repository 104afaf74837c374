import { performance } from 'node:perf_hooks'
import { ENGINE_VERSION } from '#shared/procedure/advance.ts'
import { compile } from '#shared/procedure/compile.ts'
import { verifyChain } from '#shared/session/log.ts'
import { resimulate } from '#shared/session/replay.ts'
import { readArguments, type Command, type ExitCode, type Output } from './command.ts'
import { openSession, type StoredSession } from './open-session.ts'

/** `sightline replay SESSION`: takes the stored inputs through the engine again and compares what comes out. */
export const replayCommand: Command = {
  name: 'replay',
  usage: 'replay SESSION [--data DIR] [--json]',
  summary: 're-simulates a stored session, compares events and state hashes, and tells the speed',
  help: 'It runs on the documents that the session began with, and needs the engine version that wrote the log.',
  async run(args, output) {
    const { values, positionals } = readArguments(
      args,
      { json: { type: 'boolean' }, data: { type: 'string' } },
      { least: 1, most: 1, what: 'one SESSION' },
    )
    const stored = await openSession(positionals[0] ?? '', values.data)
    const json = values.json === true
    const refuse = (reason: string): ExitCode => {
      output.line(
        json ? JSON.stringify({ ok: false, session: stored.row.id, reason }) : `${stored.row.id}: ${reason}`,
      )
      return 1
    }
    const chain = verifyChain(stored.head, stored.entries)
    if (!chain.ok) return refuse(`the log is damaged at entry ${chain.reason.n}: ${chain.reason.why}`)
    const { scenario, engineVersion } = stored.head
    if (engineVersion !== ENGINE_VERSION)
      return refuse(
        `engine version ${engineVersion} wrote this log, this is ${ENGINE_VERSION}: taking it again would be a re-marking`,
      )
    if (stored.documents === undefined)
      return refuse(`the documents it began with (${scenario.id} ${scenario.version}) were not kept`)
    return report(stored, compile(stored.documents.scenario, stored.documents.workplace), json, output)
  },
}

function report(
  { row, head, entries }: StoredSession,
  compiled: ReturnType<typeof compile>,
  json: boolean,
  output: Output,
): ExitCode {
  const startedMs = performance.now()
  const { state, stateHash, mismatches } = resimulate(compiled, head, entries)
  const tookMs = performance.now() - startedMs
  const storedHash = entries.findLast((entry) => entry.stateHash !== undefined)?.stateHash
  const realTimes = Math.round(state.timeMs / Math.max(tookMs, 0.001))
  const ok = mismatches.length === 0
  if (json)
    output.line(
      JSON.stringify({
        ok,
        session: row.id,
        entries: entries.length,
        ticks: state.tick,
        sessionMs: state.timeMs,
        tookMs,
        realTimes,
        stateHash,
        storedHash,
        mismatches,
      }),
    )
  else {
    for (const { n, tick, what } of mismatches) output.line(`entry ${n}, tick ${tick}: another ${what}`)
    output.line(
      `${row.id}: ${entries.length} entries, ${state.timeMs / 1000} s of session re-simulated in ${tookMs.toFixed(1)} ms = ${realTimes} × real time`,
    )
    output.line(
      ok
        ? `same events and states; state ${stateHash}`
        : `${mismatches.length} differences; state ${stateHash}`,
    )
  }
  return ok ? 0 : 1
}
