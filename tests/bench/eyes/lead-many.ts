import { setTimeout as sleep } from 'node:timers/promises'
import type { LiveAnswer } from '#shared/live/acts.ts'
import { startServer } from '../../support/start-server.ts'
import { Trainee } from '../../support/run/trainee.ts'
import { BenchProcess } from '../poses/bench-process.ts'
import { recordedPerson } from '../poses/person.ts'
import type { Followed, Following } from './follow-process.ts'
import { cpuMsOf } from './cpu-ms-of.ts'

const FRAME_MS = 1000 / 60
const ACT_MS = 600
const SECONDS = 12

export type Led = {
  readonly followers: number
  /** From the leader's asking to the answer, which comes when the act is on disk. */
  readonly actsMs: readonly number[]
  readonly serverCpuMsPerSecond: number
  /** Everything that came to one follower. */
  readonly kbPerSecondEach: number
}

/** One who leads with full hands at 60 Hz and pings now and then, on the real server, before so many. */
export async function leadMany(followers: number): Promise<Led> {
  const server = await startServer({ entry: 'server/cli/main.ts' })
  const audience = new BenchProcess('../eyes/follow-process.ts', [])
  const leader = new Trainee(server.http)
  let moving: NodeJS.Timeout | undefined
  try {
    const session = await leader.begin('portable-extinguisher', 'guided')
    const { body } = await leader.call<{ code: string }>('POST', `/api/runs/${session}/code`, {})
    await leader.room.request('live', { act: 'lead' })
    const person = recordedPerson(0, true)
    const start = performance.now()
    let seq = 0
    moving = setInterval(() => leader.pose(person(performance.now() - start, (seq += 1))), FRAME_MS)
    await audience.ask<Followed>({
      http: server.http,
      session,
      code: body.code,
      followers,
    } satisfies Following)
    const before = await audience.ask<Followed>({})
    const cpuBefore = await cpuMsOf(server.pid)
    const from = performance.now()
    const actsMs: number[] = []
    while (performance.now() - from < SECONDS * 1000) {
      const asked = performance.now()
      const answer: LiveAnswer | undefined = await leader.room.request('live', {
        act: 'ping',
        anchor: '',
        at: [Math.round(Math.random() * 1000), 1000, 0],
      })
      if (answer?.ok !== true) throw new Error(`The leader's ping was refused: ${JSON.stringify(answer)}`)
      actsMs.push(performance.now() - asked)
      // Never at the same point of a tick.
      await sleep(ACT_MS + Math.random() * 50)
    }
    const seconds = (performance.now() - from) / 1000
    const cpu = (await cpuMsOf(server.pid)) - cpuBefore
    const after = await audience.ask<Followed>({})
    if (after.open !== followers) throw new Error(`Only ${after.open} of ${followers} followers are left.`)
    return {
      followers,
      actsMs,
      serverCpuMsPerSecond: cpu / seconds,
      kbPerSecondEach: (after.bytesEach - before.bytesEach) / seconds / 1000,
    }
  } finally {
    clearInterval(moving)
    await audience.stop()
    await leader.room.leave()
    await server.stop()
  }
}
