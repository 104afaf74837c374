import type { LanguageMap } from '#shared/scenario/common.ts'
import type { Scenario } from '#shared/scenario/scenario.ts'
import type { Workplace } from '#shared/scenario/workplace.ts'

/** What records need to know of a scenario and its workplace. */
export type RecordedScenario = Pick<Scenario, 'iri' | 'version' | 'title' | 'modes' | 'procedure' | 'rules'>
export type RecordedWorkplace = Pick<Workplace, 'iri' | 'title'> & {
  readonly entities: readonly Pick<Workplace['entities'][number], 'id' | 'name'>[]
}

export type Outline = {
  readonly tasks: ReadonlyMap<string, { readonly title: LanguageMap }>
  readonly steps: ReadonlyMap<string, { readonly title: LanguageMap; readonly task: string | undefined }>
  /** By rule id, or by the id that a step's mistake transition records. */
  readonly mistakes: ReadonlyMap<string, LanguageMap>
  readonly entities: ReadonlyMap<string, LanguageMap>
}

type Node = { readonly [key: string]: unknown }

/** Names and places of all that statements speak of. A titled group of nodes is a task. */
export function outlineOf(scenario: RecordedScenario, workplace: RecordedWorkplace): Outline {
  const tasks = new Map<string, { title: LanguageMap }>()
  const steps = new Map<string, { title: LanguageMap; task: string | undefined }>()
  const mistakes = new Map<string, LanguageMap>()

  // Walks whatever a node holds, so that node kinds unknown here are outlined too.
  function visit(value: unknown, task: string | undefined): void {
    if (Array.isArray(value)) for (const item of value) visit(item, task)
    if (!isNode(value)) return
    const { type, id, title } = value
    if (type === 'step' && typeof id === 'string') {
      steps.set(id, { title: title as LanguageMap, task })
      return addMistakes(value, id)
    }
    const isTask = typeof type === 'string' && typeof id === 'string' && isNode(title)
    if (isTask) tasks.set(id, { title: title as LanguageMap })
    for (const child of Object.values(value)) visit(child, isTask ? id : task)
  }

  function addMistakes(step: Node, stepId: string): void {
    const transitions = Array.isArray(step['transitions']) ? step['transitions'] : []
    for (const { mistake } of transitions)
      if (isNode(mistake))
        mistakes.set(
          typeof mistake['id'] === 'string' ? mistake['id'] : stepId,
          mistake['text'] as LanguageMap,
        )
  }

  visit(scenario.procedure, undefined)
  for (const { id, mistake } of scenario.rules) if (mistake !== undefined) mistakes.set(id, mistake.text)
  return { tasks, steps, mistakes, entities: new Map(workplace.entities.map(({ id, name }) => [id, name])) }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
