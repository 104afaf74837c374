import { TICK_MS } from '#shared/procedure/advance.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { Input } from '#shared/procedure/input.ts'
import type { IntentParams } from '#shared/procedure/intent.ts'
import type { BotDocument } from '#shared/procedure/nodes/step.ts'
import { readingKey } from '#shared/procedure/reading-key.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import { dueStep } from './view-for.ts'

/** A bot takes its time, like a person: one act in so long. */
const BETWEEN_ACTS_MS = 500

type Act = BotDocument['acts'][number]

/**
 * What a bot does in the coming tick: of the step due for its role the first act that it has not done since the step
 * began, so that one that was refused is tried again. Never enriched: the document says what poses would.
 */
export function botInputs(compiled: Compiled, state: EngineState, actor: string): Input[] {
  const bot = state.participants[actor]
  if (!bot?.bot || !bot.connected || state.phase !== 'running') return []
  const step = dueStep(compiled, state, { person: actor, role: bot.role })
  const node = step && state.nodes[step.id]
  const script = step?.document.bot
  if (!node || !script) return []
  const waitedMs = state.timeMs + TICK_MS - node.startedMs - script.afterMs
  if (waitedMs < 0 || waitedMs % BETWEEN_ACTS_MS >= TICK_MS) return []
  const next = script.acts.find((act) => !isDone(state, actor, act, node.startedEvent))
  return next ? inputsOf(state, actor, bot.role, next) : []
}

function isDone(state: EngineState, actor: string, act: Act, since: number): boolean {
  if ('observe' in act)
    return Object.entries(act.observe).every(
      ([sensor, value]) => state.sensors[readingKey(actor, sensor)] === value,
    )
  const key = act.target === undefined ? act.intent : `${act.intent} ${act.target}`
  return (state.acts[`${actor}/${key}`] ?? -1) >= since
}

function inputsOf(state: EngineState, actor: string, role: string, act: Act): Input[] {
  if ('observe' in act)
    return Object.entries(act.observe).map(([sensor, value]) => ({ kind: 'observe', actor, sensor, value }))
  const { intent: action, target, params } = act
  return [
    {
      kind: 'intent',
      intent: {
        actor,
        role,
        action,
        ...(target === undefined ? {} : { target }),
        ...(params === undefined ? {} : { params: params as IntentParams }),
        clientTime: 0,
        // People have other epochs; one act in a tick.
        epoch: 0,
        seq: state.tick,
      },
    },
  ]
}
