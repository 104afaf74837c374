import { readFileSync } from 'node:fs'

type Words = { en: string }
type Workplace = {
  entities: {
    id: string
    name: Words
    affordances: { type: string; topics?: { id: string; text: Words }[] }[]
  }[]
  teleportSpots: { id: string; name: Words }[]
}
type Scenario = { rules: { id: string; mistake?: { text: Words } }[] }

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../scenes/${path}`, import.meta.url), 'utf8'))
const workplace = read('workplaces/kitchen-office/workplace.json') as Workplace
export const scenarioDocument = read('scenarios/portable-extinguisher/scenario.json')

/** Words stand in the documents and may change there; tests ask for things by id. */
export const nameOf = (entity: string) => find(workplace.entities, entity).name.en
export const spotName = (spot: string) => find(workplace.teleportSpots, spot).name.en
export const mistakeText = (rule: string) =>
  find((scenarioDocument as Scenario).rules, rule).mistake?.text.en ?? ''
/** What is said when a topic is chosen; it is the label of its button. */
export const topicText = (entity: string, topic: string) =>
  find(
    find(workplace.entities, entity).affordances.flatMap(({ topics }) => topics ?? []),
    topic,
  ).text.en

function find<T extends { id: string }>(items: readonly T[], id: string): T {
  const found = items.find((item) => item.id === id)
  if (!found) throw new Error(`the document has no ${id}`)
  return found
}
