import type { EngineEvent, EventBody } from '#shared/procedure/events.ts'
import type { Input } from '#shared/procedure/input.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { Rules, TickResult } from './rules.ts'

/**
 * Rules in forty lines: `press` raises the signal `presses.count`, `end` ends, `leave` leaves, anything else is refused, pausing works, and a
 * tick with inputs makes a log entry. Keeps what it was offered, for assertions.
 */
export function fakeRules(): Rules & { readonly offered: Input[] } {
  const offered: Input[] = []
  const answered = new Map<string, IntentAnswer>()
  let pending: Input[] = []
  let entries = 0
  let state: EngineState = {
    engineVersion: 1,
    mode: 'guided',
    tick: 0,
    timeMs: 0,
    random: 1,
    eventCount: 0,
    phase: 'waiting',
    participants: {},
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

  function admit(input: Input): { events: EventBody[]; answer?: IntentAnswer } {
    const change = (actor: string, fields: Partial<EngineState['participants'][string]>): void => {
      const before = state.participants[actor] ?? {
        role: 'trainee',
        connected: true,
        pauses: 0,
        pausedBy: null,
        holding: {},
      }
      state = { ...state, participants: { ...state.participants, [actor]: { ...before, ...fields } } }
    }
    switch (input.kind) {
      case 'join':
        change(input.actor, { connected: true })
        state = { ...state, phase: state.phase === 'waiting' ? 'running' : state.phase }
        return { events: [{ type: 'joined', actor: input.actor, role: input.role }] }
      case 'leave':
        change(input.actor, { connected: false })
        return { events: [{ type: 'left', actor: input.actor }] }
      case 'pause':
        if ((state.participants[input.actor]?.pausedBy ?? null) !== null) return { events: [] }
        change(input.actor, { pausedBy: input.reason })
        if (Object.values(state.participants).every(({ pausedBy }) => pausedBy !== null))
          state = { ...state, phase: 'paused' }
        return { events: [{ type: 'paused', actor: input.actor, reason: input.reason, count: 1 }] }
      case 'resume':
        change(input.actor, { pausedBy: null })
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
      entry:
        inputs.length === 0
          ? null
          : { n, tick: state.tick, inputs, events, prev: String(n - 1), hash: String(n) },
    }
  }

  return {
    offered,
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
    enrich: (intent) => intent,
    world: () => ({
      tick: state.tick,
      phase: state.phase,
      mode: 'guided',
      entities: Object.fromEntries(
        Object.entries(state.entities).map(([id, { place, state: name = '' }]) => [
          id,
          { place, state: name, locked: false, hidden: false },
        ]),
      ),
      signals: state.signals,
      participants: state.participants,
    }),
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
    cues: (_viewer, events) =>
      events.flatMap((event) =>
        event.type === 'acted' ? [{ kind: 'acted' as const, actor: event.actor, action: event.action }] : [],
      ),
    statements: (events) => events.map(({ n }) => ({ id: String(n), bytes: '{}' })),
    snapshot: () => JSON.stringify(state),
    entryBytes: (entry) => JSON.stringify(entry),
  }
}
