import type { EngineEvent, TransitionKind } from '#shared/procedure/events.ts'

import type { Activities } from './activities.ts'
import type { Activity } from './activity.ts'
import { formatDuration } from './duration.ts'
import { liveDrafts } from './live-drafts.ts'
import type { Extensions } from './primitives.ts'
import type { Statement } from './statement.ts'
import type { verbs } from './vocabulary.ts'
import { extensionKeys } from './vocabulary.ts'

/** What one event has to say; the recorder adds who, when and within what. `template` names it within its event. */
export type Draft = {
  readonly template: string
  readonly verb: keyof typeof verbs
  readonly object: Activity
  readonly result?: Statement['result'] & object
  readonly extensions?: Extensions
  /** The step it happened in. */
  readonly step?: string
  /** What it belongs to besides scenario and simulation. */
  readonly within?: readonly Activity[]
  /** Persons it names: who taught, and extensions whose value is a person. */
  readonly instructor?: string
  readonly agents?: Readonly<Record<string, string>>
}

/** `feedbackNow`: the mode tells the trainee of a mistake at once. Events without a statement give an empty list. */
export function draftsOf(event: EngineEvent, session: string, to: Activities, feedbackNow: boolean): Draft[] {
  switch (event.type) {
    case 'sessionStarted':
      return [{ template: 'scenario-initialized', verb: 'initialized', object: to.scenario }]
    case 'paused':
      return [
        {
          template: 'scenario-suspended',
          verb: 'suspended',
          object: to.scenario,
          extensions: { [extensionKeys.pauseReason]: event.reason },
        },
      ]
    case 'resumed':
      return [{ template: 'scenario-resumed', verb: 'resumed', object: to.scenario }]
    case 'taskStarted':
      return [{ template: 'task-initialized', verb: 'initialized', object: to.task(event.task) }]
    case 'taskEnded':
      return [taskEnded(event, to)]
    case 'stepEnded':
      return [stepEnded(event, to)]
    case 'mistake':
      return mistake(event, to, feedbackNow)
    case 'hint':
      return [hint(event, to)]
    case 'measured':
      return [measured(event, to)]
    case 'toolUsed':
      return [
        {
          template: 'tool-used',
          verb: 'used',
          object: to.tool(event.tool),
          result: { duration: formatDuration(event.durationMs) },
        },
      ]
    case 'ended':
      return event.abandoned ? [abandoned(event, to)] : ended(event, to)
    case 'live':
      return liveDrafts(event.change, event.by, session, to)
    // Steps are recorded when they end; acts, cues and states are evidence in the session log, not learning records.
    case 'joined':
    case 'left':
    case 'roleChanged':
    case 'removed':
    case 'muted':
    case 'roomLocked':
    case 'handedOver':
    case 'laidDown':
    case 'acted':
    case 'stepStarted':
    case 'cue':
    case 'entityChanged':
    case 'simulation':
    case 'checkpoint':
      return []
  }
}

type Of<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>

function taskEnded({ task, complete, durationMs }: Of<'taskEnded'>, to: Activities): Draft {
  return {
    template: 'task-ended',
    verb: complete ? 'completed' : 'terminated',
    object: to.task(task),
    result: { completion: complete, duration: formatDuration(durationMs) },
  }
}

const stepVerbs: Record<TransitionKind | 'skipped', 'completed' | 'failed' | 'skipped'> = {
  correct: 'completed',
  alternative: 'completed',
  mistake: 'failed',
  timeout: 'failed',
  abort: 'failed',
  skipped: 'skipped',
}

function stepEnded(event: Of<'stepEnded'>, to: Activities): Draft {
  const { step, how, durationMs, attempt, mistakes, hints, measured: wasMeasured } = event
  const { assistedBy, movedBy } = event
  const verb = stepVerbs[how]
  const done = verb === 'completed'
  return {
    template: 'step-ended',
    verb,
    object: to.step(step),
    step,
    result: {
      completion: done,
      ...(verb === 'skipped' ? {} : { success: done }),
      duration: formatDuration(durationMs),
      extensions: {
        [extensionKeys.transition]: how,
        [extensionKeys.attempt]: attempt,
        [extensionKeys.mistakes]: mistakes,
        [extensionKeys.hints]: hints,
        [extensionKeys.measured]: wasMeasured,
      },
    },
    agents: {
      ...(assistedBy === undefined ? {} : { [extensionKeys.assistedBy]: assistedBy }),
      ...(movedBy === undefined ? {} : { [extensionKeys.movedBy]: movedBy }),
    },
  }
}

function mistake(event: Of<'mistake'>, to: Activities, feedbackNow: boolean): Draft[] {
  const { rule, category, severity, measure, step } = event
  const common = {
    extensions: { [extensionKeys.mistakeCategory]: category, [extensionKeys.severity]: severity },
    ...(step === undefined ? {} : { step }),
  }
  const reading = measure === undefined ? {} : { extensions: { [extensionKeys.measurement]: measure } }
  const erred: Draft = {
    ...common,
    template: 'mistake-erred',
    verb: 'erred',
    object: to.mistake(rule),
    result: { success: false, ...reading },
  }
  if (!feedbackNow) return [erred]
  return [
    erred,
    { ...common, template: 'mistake-feedback', verb: 'received', object: to.feedback(rule, category) },
  ]
}

function hint({ step, level, kind, asked }: Of<'hint'>, to: Activities): Draft {
  const extensions = {
    [extensionKeys.hintLevel]: level,
    [extensionKeys.hintKind]: kind,
    [extensionKeys.hintAsked]: asked,
  }
  return { template: 'hint-given', verb: 'wasGiven', object: to.hint(step, level), step, extensions }
}

function measured({ name, value, unit, step }: Of<'measured'>, to: Activities): Draft {
  return {
    template: 'measured',
    verb: 'measured',
    object: to.measure(name),
    result: { response: String(value), extensions: { [extensionKeys.measurement]: { name, value, unit } } },
    ...(step === undefined ? {} : { step }),
  }
}

function abandoned({ outcome, durationMs }: Of<'ended'>, to: Activities): Draft {
  return {
    template: 'scenario-abandoned',
    verb: 'abandoned',
    object: to.scenario,
    result: {
      completion: false,
      duration: formatDuration(durationMs),
      extensions: { [extensionKeys.outcome]: outcome },
    },
  }
}

/** In cmi5's order; only passed and failed carry the score (cmi5 9.5.1). */
function ended({ outcome, success, score, durationMs }: Of<'ended'>, to: Activities): Draft[] {
  const duration = formatDuration(durationMs)
  const extensions = {
    [extensionKeys.outcome]: outcome,
    [extensionKeys.passMark]: score.passMark,
    [extensionKeys.criteria]: score.criteria,
    ...(score.vetoedBy === undefined ? {} : { [extensionKeys.vetoedBy]: score.vetoedBy }),
  }
  const passed = success && score.passed
  return [
    {
      template: 'scenario-completed',
      verb: 'completed',
      object: to.scenario,
      result: { completion: true, duration },
    },
    {
      template: 'scenario-judged',
      verb: passed ? 'passed' : 'failed',
      object: to.scenario,
      result: { score: { scaled: score.scaled }, success: passed, duration, extensions },
    },
    { template: 'scenario-terminated', verb: 'terminated', object: to.scenario, result: { duration } },
  ]
}
