import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { RunningServer } from '../start-server.ts'
import { startServer } from '../start-server.ts'
import { extinguisherScript as script } from './extinguisher-script.ts'
import type { Sent } from './play-script.ts'
import { playScript } from './play-script.ts'
import type { Records } from './read-records.ts'
import { readRecords } from './read-records.ts'
import { Trainee } from './trainee.ts'

const entry = fileURLToPath(new URL('../../../server/cli/main.ts', import.meta.url))

/** Strikes `delayMs` after time was told to move in this beat; 'before' strikes when the act was heard and time still stands. */
export type Strike = { readonly beat: number; readonly delayMs: number | 'before' }
export type KilledRun = {
  readonly strike: Strike
  readonly records: Records
  /** Acknowledged before the kill, all of which must be in the log. */
  readonly acknowledged: readonly string[]
  /** The answer to an act that the log has, sent again: its first one. */
  readonly resent?: IntentAnswer
}

/**
 * Plays the scripted run once undisturbed, then once for each strike with `kill -9` of the server in the middle, all by one
 * person in one data folder, and reads what was kept.
 */
export async function killRuns(
  strikes: readonly Strike[],
): Promise<{ undisturbed: Records; killed: KilledRun[] }> {
  const data = await mkdtemp(join(tmpdir(), 'sightline-kill-'))
  const start = (): Promise<RunningServer> => startServer({ clock: 'manual', data, entry })
  try {
    const first = await start()
    const person = new Trainee(first.http)
    await person.call('GET', '/api/me')
    const session = await person.begin('portable-extinguisher', 'guided')
    await playScript({ script, server: first, trainee: person, session })
    await first.stop()
    const undisturbed = readRecords(data, session)
    const killed: KilledRun[] = []
    for (const strike of strikes) killed.push(await killedRun(strike, start, person.cookie, data))
    return { undisturbed, killed }
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

async function killedRun(
  strike: Strike,
  start: () => Promise<RunningServer>,
  cookie: string,
  data: string,
): Promise<KilledRun> {
  const doomed = await start()
  const before = new Trainee(doomed.http, cookie)
  const session = await before.begin('portable-extinguisher', 'guided')
  const { acknowledged, last } = await playUntilKilled(strike, doomed, before, session)

  const next = await start()
  const after = new Trainee(next.http, cookie)
  const ended =
    (await after.call<{ error?: string }>('POST', `/api/runs/${session}/ticket`, {})).body.error === 'ended'
  let firstAnswer: Promise<IntentAnswer> | undefined
  if (!ended) {
    await after.comeBack(session)
    const from = await tickOf(after, session)
    const act = last === undefined ? undefined : script[last.beat]?.act
    if (act !== undefined && last !== undefined && from > startOf(last.beat))
      firstAnswer = after.act(act, last.number).answer
    await playScript({ script, server: next, trainee: after, session, from, unanswered: last })
  }
  const resent = await firstAnswer
  await next.stop()
  return {
    strike,
    acknowledged,
    ...(resent === undefined ? {} : { resent }),
    records: readRecords(data, session),
  }
}

/** The tick at which a session stands: telling it to go where it is moves nothing. */
async function tickOf(trainee: Trainee, session: string): Promise<number> {
  const { body } = await trainee.call<{ sessions: { tick: number }[] }>('POST', '/debug/clock', {
    session,
    toTick: 0,
  })
  return body.sessions[0]?.tick ?? 0
}

const startOf = (beat: number): number =>
  script.slice(0, beat).reduce((ticks, before) => ticks + before.ticks, 0)

async function playUntilKilled(
  strike: Strike,
  server: RunningServer,
  trainee: Trainee,
  session: string,
): Promise<{ acknowledged: string[]; last: Sent | undefined }> {
  const acknowledged = new Set<string>()
  let last: Sent | undefined
  let kill: Promise<void> | undefined
  const strikeNow = (): Promise<void> => (kill ??= server.kill9())
  try {
    await playScript({
      script,
      server,
      trainee,
      session,
      onHeard: async (beat, sent) => {
        if (last !== undefined && last.beat < beat)
          acknowledged.add(`${last.number.epoch}/${last.number.seq}`)
        last = sent ?? last
        if (beat !== strike.beat) return
        if (strike.delayMs === 'before') await strikeNow()
        else setTimeout(() => void strikeNow(), strike.delayMs)
      },
    })
  } catch (error) {
    // The line broke because of us; anything else is a fault.
    if (kill === undefined) throw error
  }
  await strikeNow()
  return { acknowledged: [...acknowledged], last }
}
