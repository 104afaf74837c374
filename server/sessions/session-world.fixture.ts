import { randomUUID } from 'node:crypto'
import { silentLog } from '#server/telemetry/log.ts'
import type { IntentAnswer, WelcomeMessage } from '#shared/protocol/messages.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import type { PrivateView } from '#shared/protocol/views.ts'
import { createManualClock, stoppedTicker } from './clock.ts'
import { fakeRules } from './fake-rules.fixture.ts'
import type { Append, AppendOutcome } from './journal.ts'
import type { Comer, Member } from './seat.ts'
import { TrainingSession } from './training-session.ts'

export const MINUTE = 60_000

type Told = { welcome: WelcomeMessage[]; views: PrivateView[]; cues: number; closed: string[] }
export type World = {
  session: TrainingSession
  rules: ReturnType<typeof fakeRules>
  clock: ReturnType<typeof createManualClock>
  appends: Append[]
  /** What the journal does with the next appends; a pending promise is a slow disk. */
  disk: { answer: () => Promise<AppendOutcome> }
  ended: number
  join(
    person?: string,
    as?: Partial<Comer>,
  ): {
    member: Member
    told: Told
    press(seq: number): Promise<IntentAnswer>
    act(action: string, seq: number): Promise<IntentAnswer>
  }
}

/** A session over small fake rules, a clock moved by hand and a disk that does as it is told. */
export function setUp(options?: Parameters<typeof fakeRules>[0]): World {
  const rules = fakeRules(options)
  const clock = createManualClock(0)
  const appends: Append[] = []
  const disk: World['disk'] = { answer: async () => ({ ok: true }) }
  const world = {
    rules,
    clock,
    appends,
    disk,
    ended: 0,
    session: new TrainingSession({
      id: randomUUID(),
      host: 'host',
      rules,
      clock,
      ticker: stoppedTicker,
      log: silentLog,
      scenario: { id: 'fire', version: '1.0.0', contentHash: 'h' },
      journal: { append: (append) => (appends.push(append), disk.answer()) },
      onStatements() {},
      onClosed: () => (world.ended += 1),
    }),
    join(person: string = randomUUID(), as: Partial<Comer> = {}) {
      const told: Told = { welcome: [], views: [], cues: 0, closed: [] }
      const joined = world.session.join(
        { person, kind: 'participant', role: '', ...as },
        {
          welcome: (message) => told.welcome.push(message),
          view: (view) => told.views.push(view),
          cues: () => (told.cues += 1),
          closed: (reason) => told.closed.push(reason),
        },
      )
      if (!joined.ok) throw new Error(`Not let in: ${joined.reason}.`)
      const { member } = joined
      const act = (action: string, seq: number): Promise<IntentAnswer> =>
        member.intend({ epoch: told.welcome.at(-1)?.epoch ?? 0, seq, action, clientTime: 1 })
      return { member, told, act, press: (seq: number) => act('press', seq) }
    },
  }
  return world
}

export const settle = (): Promise<unknown> => new Promise(setImmediate)
export const upright: TrackedPose = {
  seq: 1,
  timeMs: 1,
  discontinuity: false,
  head: { position: [0, 1.6, 0], rotation: [0, 0, 0, 1] },
  left: null,
  right: null,
}
