import type { EngineEvent, EventBody } from '#shared/procedure/events.ts'
import type { Input } from '#shared/procedure/input.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { Cue } from '#shared/protocol/views.ts'
import type { LiveRefusal } from '#shared/live/acts.ts'
import { emptyLive } from '#shared/live/empty-live.ts'
import { fakeGone, fakeLive, fakeLiveRules } from './fake-live.fixture.ts'
import { fakeWorld } from './fake-world.fixture.ts'
import type { Rules, TickResult } from './rules.ts'

const somebody = { en: 'Somebody' }
/** Two may train, one watches the fire, whom a bot can be. */
const twoRoles: Rules['roles'] = [
  { id: 'trainee', name: somebody, min: 1, max: 64, fill: 'human', spawn: 'door', bot: false },
  { id: 'watch', name: somebody, min: 0, max: 1, fill: 'human', spawn: 'exit', bot: true },
]

/**
 * Rules in a hundred lines: `press` raises the signal `presses.count`, `grab` takes the target into the right hand, acts of a live session do what `fake-live.fixture.ts` says, `end` ends, `leave` leaves,
 * anything else is refused, pausing works, a bot presses once, and a tick with inputs makes a log entry. Keeps what it was
 * offered, for assertions.
 */
export function fakeRules({
  roles = twoRoles,
  showsSteps = true,
  from,
}: Partial<Pick<Rules, 'roles' | 'showsSteps'>> & { from?: EngineState } = {}): Rules & {
  readonly offered: Input[]
} {
  const offered: Input[] = []
  const answered = new Map<string, IntentAnswer>()
  let pending: Input[] = []
  let entries = 0
  let state: EngineState = from ?? {
    engineVersion: 1,
    mode: 'guided',
    tick: 0,
    timeMs: 0,
    random: 1,
    eventCount: 0,
    phase: 'waiting',
    participants: {},
    membership: { locked: false, removed: [] },
    reaching: [],
    entities: {},
    variables: {},
    sensors: {},
    simulations: {},
    signals: { 'presses.count': 0 },
    nodes: {},
    memory: {},
    rules: {},
    acts: {},
    mistakes: [],
    hints: [],
    checkpoints: {},
    result: null,
  }

  const live = fakeLiveRules(() => state.live)
  let refused = new Map<Input, LiveRefusal>()

  function admit(input: Input): { events: EventBody[]; answer?: IntentAnswer } {
    const change = (actor: string, fields: Partial<EngineState['participants'][string]>): void => {
      const before = state.participants[actor] ?? {
        role: 'trainee',
        number: Object.keys(state.participants).length + 1,
        connected: true,
        pauses: 0,
        pausedBy: null,
        holding: {},
      }
      state = { ...state, participants: { ...state.participants, [actor]: { ...before, ...fields } } }
    }
    switch (input.kind) {
      case 'join':
        if (state.membership.removed.includes(input.actor)) return { events: [] }
        change(input.actor, {
          connected: true,
          role: state.participants[input.actor]?.role ?? input.role,
          ...(input.bot === true ? { bot: true } : {}),
        })
        state = { ...state, phase: state.phase === 'waiting' ? 'running' : state.phase }
        return {
          events: [
            {
              type: 'joined',
              actor: input.actor,
              role: input.role,
              ...(input.bot === true ? { bot: true } : {}),
            },
          ],
        }
      case 'assign':
        change(input.actor, {
          connected: state.participants[input.actor]?.connected ?? false,
          role: input.role,
        })
        return { events: [] }
      case 'mute':
        change(input.actor, input.on ? { muted: true } : {})
        return { events: [] }
      case 'lock':
        state = { ...state, membership: { ...state.membership, locked: input.on } }
        return { events: [] }
      case 'remove': {
        const removed = [...state.membership.removed, input.actor]
        if (state.participants[input.actor] !== undefined)
          change(input.actor, { connected: false, role: '', pausedBy: null })
        state = { ...state, membership: { ...state.membership, removed } }
        return { events: [{ type: 'removed', actor: input.actor, by: input.by }] }
      }
      case 'begin':
        state = { ...state, phase: 'running' }
        return { events: [] }
      case 'live': {
        const refusal = live.decide(
          input.act,
          { person: input.by, kind: input.as, moderates: false },
          () => input.as,
        )
        if (refusal !== null) refused.set(input, refusal)
        if (refusal !== null) return { events: [] }
        const done = fakeLive(state.live ?? emptyLive, input.by, input.act)
        state = { ...state, live: done.live }
        return { events: [{ type: 'live', by: input.by, change: done.change }] }
      }
      case 'gone':
        state = { ...state, live: fakeGone(state.live ?? emptyLive, input.person) }
        return { events: [] }
      case 'layDown':
        change(input.actor, { holding: {} })
        return { events: [] }
      case 'leave':
        change(input.actor, { connected: false })
        return { events: [{ type: 'left', actor: input.actor }] }
      case 'pause':
        if ((state.participants[input.actor]?.pausedBy ?? null) !== null) return { events: [] }
        change(input.actor, { pausedBy: input.reason })
        if (Object.values(state.participants).every(({ pausedBy, bot }) => pausedBy !== null || bot))
          state = { ...state, phase: 'paused' }
        else change(input.actor, { awayTick: state.tick })
        return { events: [{ type: 'paused', actor: input.actor, reason: input.reason, count: 1 }] }
      case 'resume':
        change(input.actor, { pausedBy: null })
        delete state.participants[input.actor]?.awayTick
        state = { ...state, phase: 'running' }
        return { events: [{ type: 'resumed', actor: input.actor }] }
      case 'abandon':
        return { events: end(true) }
      case 'observe':
        state = { ...state, sensors: { ...state.sensors, [`${input.actor}/${input.sensor}`]: input.value } }
        return { events: [] }
      case 'intent': {
        const { actor, role, action } = input.intent
        if (state.participants[actor] === undefined || state.phase !== 'running')
          return { events: [], answer: { ok: false, reason: 'not-now' } }
        if (action === 'end') return { events: end(false), answer: { ok: true, tick: state.tick } }
        if (action === 'leave') {
          change(actor, { connected: false })
          return { events: [{ type: 'left', actor }], answer: { ok: true, tick: state.tick } }
        }
        if (action === 'grab') {
          change(actor, { holding: { right: input.intent.target ?? '' } })
          return { events: [], answer: { ok: true, tick: state.tick } }
        }
        if (action !== 'press') return { events: [], answer: { ok: false, reason: 'unknown-action' } }
        state = { ...state, signals: { 'presses.count': (state.signals['presses.count'] ?? 0) + 1 } }
        return { events: [{ type: 'acted', actor, role, action }], answer: { ok: true, tick: state.tick } }
      }
    }
  }

  function end(abandoned: boolean): EventBody[] {
    const score = { scaled: 1, passed: true, passMark: 0.8, criteria: [] }
    state = { ...state, phase: 'ended', result: { outcome: 'done', success: !abandoned, abandoned, score } }
    return [
      { type: 'ended', outcome: 'done', success: !abandoned, score, durationMs: state.timeMs, abandoned },
    ]
  }

  function advance(): TickResult {
    if (state.phase === 'running') state = { ...state, tick: state.tick + 1, timeMs: state.timeMs + 50 }
    const answers: TickResult['answers'][number][] = []
    const events: EngineEvent[] = []
    const inputs = pending
    refused = new Map()
    pending = []
    for (const input of inputs) {
      const { events: bodies, answer } = admit(input)
      for (const body of bodies)
        events.push({ n: state.eventCount + events.length, atMs: state.timeMs, ...body })
      if (input.kind !== 'intent' || answer === undefined) continue
      const { actor, epoch, seq } = input.intent
      const key = `${actor} ${epoch} ${seq}`
      answered.set(key, answered.get(key) ?? answer)
      answers.push({ actor, epoch, seq, answer: answered.get(key) ?? answer })
    }
    state = { ...state, eventCount: state.eventCount + events.length }
    const n = entries
    if (inputs.length > 0) entries += 1
    return {
      tick: state.tick,
      answers,
      events,
      refused,
      entry:
        inputs.length === 0
          ? null
          : { n, tick: state.tick, inputs, events, prev: String(n - 1), hash: String(n) },
    }
  }

  return {
    offered,
    title: { en: 'Fire' },
    roles,
    showsSteps,
    bot: (person) =>
      answered.has(`${person} 1 1`)
        ? []
        : [
            {
              kind: 'intent',
              intent: { actor: person, role: 'watch', action: 'press', clientTime: 0, epoch: 1, seq: 1 },
            },
          ],
    dueStep: ({ role }) => ({ en: `The step of ${role}` }),
    runner: {
      get state() {
        return state
      },
      offer(input) {
        offered.push(input)
        pending.push(input)
      },
      tick: advance,
      knows: (actor, epoch, seq) => answered.has(`${actor} ${epoch} ${seq}`),
    },
    observe: (person, { head }) => [
      { kind: 'observe', actor: person, sensor: 'height', value: Math.round(head.position[1] * 1000) },
    ],
    enrich: (intent, pose) =>
      intent.action === 'release'
        ? { ...intent, params: { at: [pose === undefined ? 0 : 1000, 0, 0], yaw: 0 } }
        : intent,
    world: () => fakeWorld(state),
    view: (_viewer, { tick, timeMs, phase }) => ({
      tick,
      timeMs,
      mode: 'guided',
      phase,
      paused:
        phase === 'paused'
          ? { reason: Object.values(state.participants)[0]?.pausedBy ?? 'asked', pausesLeft: null }
          : null,
      step: null,
      hints: [],
      hintAvailable: false,
      highlight: [],
      mistakes: [],
      ended: null,
    }),
    cues: ({ person }, events) =>
      events.flatMap((event): Cue[] => {
        if (event.type === 'acted') return [{ kind: 'acted', actor: event.actor, action: event.action }]
        if (event.type !== 'live' || event.change.what !== 'hinted' || event.change.to !== person) return []
        return [{ kind: 'privateHint', by: event.by, text: event.change.text }]
      }),
    live,
    statements: (events) => events.map(({ n }) => ({ id: String(n), bytes: '{}' })),
    snapshot: () => JSON.stringify(state),
    entryBytes: (entry) => JSON.stringify(entry),
  }
}
