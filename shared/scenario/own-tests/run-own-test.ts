import { ENGINE_VERSION, TICK_MS } from '#shared/procedure/advance.ts'
import { compile } from '#shared/procedure/compile.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { EngineEvent } from '#shared/procedure/events.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { LogEntry, LogHead } from '#shared/session/log.ts'
import { botInputs } from '#shared/session/bot.ts'
import { createRunner } from '#shared/session/runner.ts'
import { assetHashes, contentHash, workplaceHash } from '../content-hash.ts'
import type { Scenario, ScriptedTest } from '../scenario.ts'
import type { Workplace } from '../workplace.ts'
import { castOf, firstPerformer } from './cast-of.ts'
import { differences } from './differences.ts'

export interface OwnTestRun {
  readonly id: string
  readonly title: string
  readonly passed: boolean
  /** One sentence for each expectation that was not met. */
  readonly differences: readonly string[]
  readonly outcome: string | undefined
  readonly scaled: number | undefined
  readonly mistakes: readonly string[]
  readonly stepsDone: readonly string[]
  /** Why intents were refused, in order; a test may mean them to be. */
  readonly refusals: readonly string[]
  readonly ticks: number
  readonly stateHash: string
  readonly head: LogHead
  readonly entries: readonly LogEntry[]
}

/** Performs one of the document's tests through the session runner. */
export function runOwnTest(
  scenario: Scenario,
  workplace: Workplace,
  test: ScriptedTest,
  compiled: Compiled = compile(scenario, workplace),
): OwnTestRun {
  const head = headOf(scenario, workplace, test)
  const runner = createRunner(compiled, head)
  const entries: LogEntry[] = []
  const events: EngineEvent[] = []
  const refusals: string[] = []
  const cast = castOf(scenario, test)
  const actorOf = ({ as, nth = 1 }: { as?: string | undefined; nth?: number | undefined }): string =>
    (as === undefined ? cast[0] : cast.filter(({ role, bot }) => role === as && !bot)[nth - 1])?.actor ?? ''
  let seq = 0
  const tick = (): void => {
    for (const { actor, bot } of cast)
      if (bot) for (const input of botInputs(compiled, runner.state, actor)) runner.offer(input)
    const ticked = runner.tick()
    if (ticked.entry) entries.push(ticked.entry)
    events.push(...ticked.events)
    for (const { answer } of ticked.answers) if (!answer.ok) refusals.push(answer.reason)
  }

  for (const { actor, role, bot } of cast)
    runner.offer({ kind: 'join', actor, role, ...(bot ? { bot } : {}) })
  tick()
  for (const act of test.script) {
    if ('wait' in act) {
      for (let waited = 0; waited < act.wait; waited += TICK_MS) tick()
    } else if ('observe' in act) {
      for (const [sensor, value] of Object.entries(act.observe))
        runner.offer({ kind: 'observe', actor: actorOf(act), sensor, value })
    } else {
      seq += 1
      const { intent: action, target, params } = act
      const given = {
        ...(target === undefined ? {} : { target }),
        ...(params === undefined ? {} : { params: params as Record<string, string> }),
      }
      const actor = actorOf(act)
      const role = runner.state.participants[actor]?.role ?? ''
      runner.offer({
        kind: 'intent',
        intent: { actor, role, action, ...given, clientTime: 0, epoch: 1, seq },
      })
      tick()
    }
  }
  // What was observed last still has to be taken.
  tick()
  const got = accountOf(runner.state, events)
  const unmet = differences(test.expect, got)
  return {
    id: test.id,
    title: test.title,
    passed: unmet.length === 0,
    differences: unmet,
    ...got,
    refusals,
    ticks: runner.state.tick,
    stateHash: runner.stateHash(),
    head,
    entries,
  }
}

function accountOf({ result, mistakes }: EngineState, events: readonly EngineEvent[]) {
  const done = events.flatMap((event) =>
    event.type === 'stepEnded' && (event.how === 'correct' || event.how === 'alternative')
      ? [event.step]
      : [],
  )
  return {
    outcome: result?.outcome,
    verdict: result?.score.passed,
    scaled: result?.score.scaled,
    mistakes: mistakes.map(({ rule }) => rule),
    stepsDone: [...new Set(done)],
  }
}

function headOf(scenario: Scenario, workplace: Workplace, test: ScriptedTest): LogHead {
  return {
    session: firstPerformer,
    scenario: { id: scenario.id, version: scenario.version, hash: contentHash(scenario, workplace) },
    workplaceHash: workplaceHash(workplace),
    assetHashes: assetHashes(workplace),
    engineVersion: ENGINE_VERSION,
    seed: test.seed,
    mode: test.mode,
    createdAt: 0,
    registration: firstPerformer,
    revision: 0,
  }
}
