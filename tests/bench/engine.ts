import { readFile } from 'node:fs/promises'
import { nextRandom } from '#shared/kernel/random.ts'
import { advance, ENGINE_VERSION, TICK_MS } from '#shared/procedure/advance.ts'
import { compile } from '#shared/procedure/compile.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { Input } from '#shared/procedure/input.ts'
import { start } from '#shared/procedure/start.ts'
import { scenario as scenarioSchema, type ScriptedTest } from '#shared/scenario/scenario.ts'
import { workplace as workplaceSchema } from '#shared/scenario/workplace.ts'
import type { LogEntry, LogHead } from '#shared/session/log.ts'
import { resimulate } from '#shared/session/replay.ts'
import { createRunner } from '#shared/session/runner.ts'
import type { BenchResult } from '../support/runner/bench.ts'

const scenes = new URL('../../scenes/', import.meta.url)
const trainee = '0b9f2f0e-5c1a-4d6c-9a54-6d6f0a2c1e11'
const rounds = 15

interface Recording {
  head: LogHead
  entries: LogEntry[]
}

/** Re-simulates runs of the extinguisher scenario on one core and compares with the time they took for real. */
export async function run(): Promise<BenchResult> {
  const scenario = scenarioSchema.parse(await readJson('scenarios/portable-extinguisher/scenario.json'))
  const workplace = workplaceSchema.parse(await readJson('workplaces/kitchen-office/workplace.json'))
  const compiled = compile(scenario, workplace)
  const recordings = scenario.tests.map((script) => record(compiled, script))
  const speeds: number[] = []
  for (let round = 0; round < rounds; round += 1) speeds.push(speedOf(compiled, recordings))
  const ticks = recordings.flatMap((recording) => tickTimes(compiled, recording)).toSorted((a, b) => a - b)
  const live = recordings.flatMap((recording) => liveTickTimes(compiled, recording)).toSorted((a, b) => a - b)
  const checked = recordings.map(({ head, entries }) => resimulate(compiled, head, entries))
  const entries = recordings.reduce((sum, recording) => sum + recording.entries.length, 0)
  return {
    name: 'engine',
    figures: {
      resimulation_x: Math.round(
        quantile(
          speeds.toSorted((a, b) => a - b),
          0.5,
        ),
      ),
      tick_p50_us: quantile(ticks, 0.5),
      tick_p99_us: quantile(ticks, 0.99),
      live_tick_p99_us: quantile(live, 0.99),
      ticks: checked.reduce((sum, { ticks: count }) => sum + count, 0),
      entries,
      mismatches: checked.reduce((sum, { mismatches }) => sum + mismatches.length, 0),
    },
    baseline: 'the time the same runs take for real (50 ms a tick)',
    notes: [
      `the scenario's own ${recordings.length} scripts with readings that tremble each tick as tracked hands do`,
      `median of ${rounds} rounds, the first ones cold; live adds sealing the log entry (canonical JSON and SHA-256)`,
    ],
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, scenes), 'utf8'))
}

function record(compiled: Compiled, script: ScriptedTest): Recording {
  const head: LogHead = {
    session: '5a0f4a36-6f0f-4b9b-8f4f-3a2b1c0d9e8f',
    scenario: { id: compiled.scenario.id, version: compiled.scenario.version, hash: '' },
    workplaceHash: '',
    assetHashes: {},
    engineVersion: ENGINE_VERSION,
    seed: script.seed,
    mode: script.mode,
    createdAt: 0,
    registration: '9c1f4a36-6f0f-4b9b-8f4f-3a2b1c0d9e8f',
    revision: 1,
  }
  const runner = createRunner(compiled, head)
  const entries: LogEntry[] = []
  const held = new Map<string, number>()
  let chance = 1
  let seq = 0
  const tick = (...inputs: Input[]): void => {
    for (const input of inputs) runner.offer(input)
    const { entry } = runner.tick()
    if (entry) entries.push(entry)
  }
  const tremble = (): Input[] =>
    [...held].flatMap(([sensor, value]): Input[] => {
      const drawn = nextRandom(chance)
      chance = drawn.state
      const still = value <= 100 || value >= 99_999 || drawn.value % 2 === 0
      return still
        ? []
        : [{ kind: 'observe', actor: trainee, sensor, value: value + (drawn.value % 21) - 10 }]
    })
  const role = compiled.scenario.roles[0]?.id ?? ''
  tick({ kind: 'join', actor: trainee, role })
  for (const act of script.script) {
    if ('wait' in act) for (let waited = 0; waited < act.wait; waited += TICK_MS) tick(...tremble())
    else if ('observe' in act) {
      for (const [sensor, value] of Object.entries(act.observe)) held.set(sensor, value)
      tick(
        ...Object.entries(act.observe).map(([sensor, value]): Input => ({
          kind: 'observe',
          actor: trainee,
          sensor,
          value,
        })),
      )
    } else {
      seq += 1
      const intent = { actor: trainee, role, action: act.intent, clientTime: 0, epoch: 1, seq }
      tick({
        kind: 'intent',
        intent: {
          ...intent,
          ...(act.target ? { target: act.target } : {}),
          ...(act.params ? { params: act.params as never } : {}),
        },
      })
    }
  }
  return { head, entries }
}

/** Times real time, over all recordings. */
function speedOf(compiled: Compiled, recordings: readonly Recording[]): number {
  const before = process.hrtime.bigint()
  let ticks = 0
  for (const { head, entries } of recordings)
    ticks += resimulate(compiled, head, entries, { compare: false }).ticks
  const elapsedMs = Number(process.hrtime.bigint() - before) / 1e6
  return (ticks * TICK_MS) / elapsedMs
}

/** Microseconds of each `advance` that was a tick. */
function tickTimes(compiled: Compiled, { head, entries }: Recording): number[] {
  const times: number[] = []
  let state = start(compiled, head)
  const timed = (inputs: readonly Input[]): void => {
    const before = process.hrtime.bigint()
    state = advance(compiled, state, inputs).state
    times.push(Number(process.hrtime.bigint() - before) / 1000)
  }
  for (const entry of entries) {
    while (state.phase === 'running' && state.tick < entry.tick - 1) timed([])
    timed(entry.inputs)
  }
  return times
}

/** Microseconds of each tick as the authority makes it, sealing included. */
function liveTickTimes(compiled: Compiled, { head, entries }: Recording): number[] {
  const runner = createRunner(compiled, head)
  return entries.map(({ inputs }) => {
    for (const input of inputs) runner.offer(input)
    const before = process.hrtime.bigint()
    runner.tick()
    return Number(process.hrtime.bigint() - before) / 1000
  })
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10
}
