import type { MistakeCategory } from '#shared/scenario/mistake.ts'

import type { Activity } from './activity.ts'
import type { Outline, RecordedScenario, RecordedWorkplace } from './outline.ts'
import type { LanguageMap } from './primitives.ts'
import { activityTypes, extensionKeys } from './vocabulary.ts'

const whatComesNext: LanguageMap = { en: 'What comes next?', es: '¿Qué viene ahora?' }

/** The activities of one scenario; their IRIs hang below the document's own. */
export type Activities = ReturnType<typeof activitiesOf>

export function activitiesOf(scenario: RecordedScenario, workplace: RecordedWorkplace, outline: Outline) {
  const inScenario = (...parts: (string | number)[]): string => below(scenario.iri, parts)
  return {
    simulation: activity(workplace.iri, activityTypes.simulation, workplace.title),
    scenario: activity(scenario.iri, activityTypes.scenario, scenario.title),
    task: (id: string) => activity(inScenario('tasks', id), activityTypes.task, outline.tasks.get(id)?.title),
    step: (id: string) => activity(inScenario('steps', id), activityTypes.step, outline.steps.get(id)?.title),
    mistake: (id: string) =>
      activity(inScenario('mistakes', id), activityTypes.mistake, outline.mistakes.get(id)),
    feedback: (id: string, category: MistakeCategory) =>
      activity(inScenario('mistakes', id, 'feedback'), feedbackType(category), outline.mistakes.get(id)),
    hint: (step: string, level: number) =>
      activity(inScenario('steps', step, 'hints', level), activityTypes.hint, undefined),
    liveSession: (session: string) =>
      activity(inScenario('live', session), activityTypes.tutorSession, scenario.title),
    /** What comes next? One of the steps. */
    question: (session: string, poll: number, options: readonly string[], right: string): Activity => {
      const asked = activity(
        inScenario('live', session, 'questions', poll),
        activityTypes.interaction,
        whatComesNext,
      )
      const choices = options.map((id) => {
        const title = outline.steps.get(id)?.title
        return { id, ...(title === undefined ? {} : { description: title }) }
      })
      return {
        ...asked,
        definition: {
          ...asked.definition,
          interactionType: 'choice',
          correctResponsesPattern: [right],
          choices,
        },
      }
    },
    measure: (name: string) => activity(inScenario('measures', name), activityTypes.objective, { und: name }),
    tool: (id: string): Activity => {
      const tool = activity(
        below(workplace.iri, ['entities', id]),
        activityTypes.tool,
        outline.entities.get(id),
      )
      return {
        ...tool,
        definition: { ...tool.definition, extensions: { [extensionKeys.elementRefDes]: id } },
      }
    },
  }
}

function activity(id: string, type: string, name: LanguageMap | undefined): Activity {
  return { objectType: 'Activity', id, definition: { type, ...(name === undefined ? {} : { name }) } }
}

function below(iri: string, parts: readonly (string | number)[]): string {
  return [iri.replace(/\/$/, ''), ...parts.map((part) => encodeURIComponent(part))].join('/')
}

/** Navy profile: safety, whatever the order; corrective, a deviation from how it is done; error, what blocks going on. */
function feedbackType(category: MistakeCategory): string {
  switch (category) {
    case 'unsafe':
      return activityTypes.feedbackSafety
    case 'order':
    case 'omission':
    case 'timing':
    case 'precision':
    case 'communication':
      return activityTypes.feedbackCorrective
    case 'commission':
    case 'wrong-object':
    case 'wrong-tool':
      return activityTypes.feedbackError
  }
}
