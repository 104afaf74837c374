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
import { aboutOne, agentOf, agentsOf, nameOf, subjectsOf, teamOf } from './subjects-of.ts'
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
    subjectsOf(event, context).flatMap((person) =>
      draftsOf(aboutOne(event, person), context.session, setting.activities, setting.feedbackNow).map(
        (draft) => {
          const statement = complete(event, draft, person, context, setting, nowMs)
          return { id: statement.id, bytes: canonicalJson(statement) }
        },
      ),
    ),
  )
}

type Setting = {
  readonly outline: Outline
  readonly activities: Activities
  readonly feedbackNow: boolean
  readonly extensions: Extensions
}

// The scenario is walked once, not for each tick.
const walked = new WeakMap<RecordedScenario, Pick<Setting, 'outline' | 'activities'>>()

function settingOf(context: RecordContext): Setting {
  const { scenario, workplace, session, mode: modeName, device } = context
  const mode = scenario.modes[modeName]
  const known = walked.get(scenario) ?? walk(scenario, workplace)
  walked.set(scenario, known)
  return {
    ...known,
    feedbackNow: mode?.feedback === 'now',
    extensions: {
      [extensionKeys.attemptId]: session,
      [extensionKeys.simulationMode]: mode?.record ?? 'freeplay',
      [extensionKeys.mode]: modeName,
      [extensionKeys.engineVersion]: context.engineVersion,
      ...(device === undefined ? {} : { [extensionKeys.device]: device }),
    },
  }
}

function walk(
  scenario: RecordedScenario,
  workplace: RecordedWorkplace,
): Pick<Setting, 'outline' | 'activities'> {
  const outline = outlineOf(scenario, workplace)
  return { outline, activities: activitiesOf(scenario, workplace, outline) }
}

function complete(
  event: EngineEvent,
  draft: Draft,
  person: string,
  context: RecordContext,
  setting: Setting,
  nowMs: number,
): CompleteStatement {
  return {
    id: uuidV5(context.session, nameOf(event, draft, person, context)),
    actor: agentOf(person, context),
    verb: { id: verbs[draft.verb], display: { en: verbDisplay[draft.verb] } },
    object: draft.object,
    ...(draft.result === undefined ? {} : { result: draft.result }),
    context: {
      registration: context.registration,
      ...(draft.instructor === undefined ? {} : { instructor: agentOf(draft.instructor, context) }),
      ...teamOf(event, context),
      revision: context.scenario.version,
      platform: 'Sightline',
      contextActivities: placeOf(draft, setting.activities, setting.outline),
      extensions: {
        ...setting.extensions,
        [extensionKeys.event]: event.n,
        [extensionKeys.sessionTime]: event.atMs,
        ...('role' in event ? { [extensionKeys.role]: event.role } : {}),
        ...draft.extensions,
        ...agentsOf(draft, context),
      },
    },
    timestamp: formatTimestamp(nowMs),
  }
}

const category: Activity[] = Object.values(profiles).map((id) => ({
  objectType: 'Activity',
  id,
  definition: { type: activityTypes.profile },
}))

/** Navy profile: a step's parent is its task, all else in a step has the step as parent; scenario and simulation group. */
function placeOf({ object, step, within = [] }: Draft, to: Activities, outline: Outline) {
  if (object.id === to.scenario.id) return { grouping: [to.simulation, ...within], category }
  const task = step === undefined ? undefined : outline.steps.get(step)?.task
  const isStepItself = step !== undefined && object.id === to.step(step).id
  const around = task === undefined ? to.scenario : to.task(task)
  const parent = step === undefined || isStepItself ? around : to.step(step)
  return { parent: [parent], grouping: [to.scenario, to.simulation, ...within], category }
}
