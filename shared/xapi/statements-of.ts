import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { uuidV5 } from '#shared/kernel/uuid.ts'
import type { EngineEvent } from '#shared/procedure/events.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'

import { activitiesOf } from './activities.ts'
import type { Activities } from './activities.ts'
import type { Activity } from './activity.ts'
import type { Draft } from './event-drafts.ts'
import { draftsOf } from './event-drafts.ts'
import type { Outline, RecordedScenario, RecordedWorkplace } from './outline.ts'
import { outlineOf } from './outline.ts'
import type { Extensions } from './primitives.ts'
import type { CompleteStatement } from './statement.ts'
import { formatTimestamp } from './timestamp.ts'
import { activityTypes, extensionKeys, profiles, verbDisplay, verbs } from './vocabulary.ts'

export type RecordContext = {
  /** UUID: the namespace of the statements' ids. */
  readonly session: string
  /** UUID. */
  readonly registration: string
  /** Marking revision: 0 when the run is first marked, one more for each re-marking. */
  readonly revision: number
  /** Of the accounts that stand for persons. */
  readonly homePage: string
  /** Pseudonymous UUID of the person whom events without an actor are about. */
  readonly learner: string
  readonly mode: ModeName
  readonly engineVersion: number
  readonly scenario: RecordedScenario
  readonly workplace: RecordedWorkplace
  /** How the trainee took part, such as `desktop` or `headset-hands`. */
  readonly device?: string
}

/** Exact bytes to keep and send, made once. */
export type RecordedStatement = { readonly id: string; readonly bytes: string }

/**
 * The statements of a session's events. `nowMs` is the authority's clock when they happened (epoch milliseconds). The id
 * depends on session, event number, template and revision alone, so the same event never counts twice.
 *
 * @example journal.append({ …, statements: statementsOf(events, context, clock.nowMs()) })
 */
export function statementsOf(
  events: readonly EngineEvent[],
  context: RecordContext,
  nowMs: number,
): RecordedStatement[] {
  const setting = settingOf(context)
  return events.flatMap((event) =>
    draftsOf(event, setting.activities, setting.feedbackNow).map((draft) => {
      const statement = complete(event, draft, context, setting, nowMs)
      return { id: statement.id, bytes: canonicalJson(statement) }
    }),
  )
}

type Setting = {
  readonly outline: Outline
  readonly activities: Activities
  readonly feedbackNow: boolean
  readonly extensions: Extensions
}

// The scenario is walked once for each session, not for each tick.
const settings = new WeakMap<RecordContext, Setting>()

function settingOf(context: RecordContext): Setting {
  const known = settings.get(context)
  if (known !== undefined) return known
  const { scenario, workplace, session, mode: modeName, device } = context
  const outline = outlineOf(scenario, workplace)
  const mode = scenario.modes[modeName]
  const setting: Setting = {
    outline,
    activities: activitiesOf(scenario, workplace, outline),
    feedbackNow: mode?.feedback === 'now',
    extensions: {
      [extensionKeys.attemptId]: session,
      [extensionKeys.simulationMode]: mode?.record ?? 'freeplay',
      [extensionKeys.mode]: modeName,
      [extensionKeys.engineVersion]: context.engineVersion,
      ...(device === undefined ? {} : { [extensionKeys.device]: device }),
    },
  }
  settings.set(context, setting)
  return setting
}

function complete(
  event: EngineEvent,
  draft: Draft,
  context: RecordContext,
  setting: Setting,
  nowMs: number,
): CompleteStatement {
  return {
    id: uuidV5(context.session, `${event.n} ${draft.template} ${context.revision}`),
    actor: {
      objectType: 'Agent',
      account: { homePage: context.homePage, name: personOf(event) ?? context.learner },
    },
    verb: { id: verbs[draft.verb], display: { en: verbDisplay[draft.verb] } },
    object: draft.object,
    ...(draft.result === undefined ? {} : { result: draft.result }),
    context: {
      registration: context.registration,
      revision: context.scenario.version,
      platform: 'Sightline',
      contextActivities: placeOf(draft, setting.activities, setting.outline),
      extensions: {
        ...setting.extensions,
        [extensionKeys.event]: event.n,
        [extensionKeys.sessionTime]: event.atMs,
        ...('role' in event ? { [extensionKeys.role]: event.role } : {}),
        ...draft.extensions,
      },
    },
    timestamp: formatTimestamp(nowMs),
  }
}

function personOf(event: EngineEvent): string | undefined {
  return 'actor' in event ? event.actor : undefined
}

const category: Activity[] = Object.values(profiles).map((id) => ({
  objectType: 'Activity',
  id,
  definition: { type: activityTypes.profile },
}))

/** Navy profile: a step's parent is its task, all else in a step has the step as parent; scenario and simulation group. */
function placeOf({ object, step }: Draft, to: Activities, outline: Outline) {
  if (object.id === to.scenario.id) return { grouping: [to.simulation], category }
  const task = step === undefined ? undefined : outline.steps.get(step)?.task
  const isStepItself = step !== undefined && object.id === to.step(step).id
  const around = task === undefined ? to.scenario : to.task(task)
  const parent = step === undefined || isStepItself ? around : to.step(step)
  return { parent: [parent], grouping: [to.scenario, to.simulation], category }
}
