import { readFileSync } from 'node:fs'
import { englishWords } from '#client/runtime/words.ts'

type Words = { en: string }
type Point = [x: number, y: number, z: number]
type Workplace = {
  entities: {
    id: string
    name: Words
    transform: { position: Point }
    personal: false | { offset: Point }
    affordances: { type: string; verb?: Words; topics?: { id: string; text: Words }[] }[]
  }[]
  teleportSpots: { id: string; name: Words; position: Point }[]
}
type Scenario = { rules: { id: string; mistake?: { text: Words } }[] }

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../scenes/${path}`, import.meta.url), 'utf8'))

/** Words stand in the documents and may change there; tests ask for things by id. */
export function wordsOf(workplaceId: string) {
  const workplace = read(`workplaces/${workplaceId}/workplace.json`) as Workplace
  const entityOf = (entity: string) => find(workplace.entities, entity)
  /** A person's own thing `<id>@<n>` is called by the number, too. */
  const nameOf = (thing: string) => {
    const [entity = '', number] = thing.split('@')
    return number === undefined ? entityOf(entity).name.en : `${entityOf(entity).name.en} ${number}`
  }
  return {
    nameOf,
    /** Where it is at the beginning, `<id>@<n>` beside that of person n − 1. */
    placeOf(thing: string): Point {
      const [entity = '', number = '1'] = thing.split('@')
      const { transform, personal } = entityOf(entity)
      const offset = personal === false ? [0, 0, 0] : personal.offset
      return transform.position.map(
        (value, axis) => value + (offset[axis] ?? 0) * (Number(number) - 1),
      ) as Point
    },
    spotName: (spot: string) => find(workplace.teleportSpots, spot).name.en,
    spotAt: (spot: string) => find(workplace.teleportSpots, spot).position,
    /** What is said when a topic is chosen; it is the label of its button. */
    topicText: (entity: string, topic: string) =>
      find(
        entityOf(entity).affordances.flatMap(({ topics }) => topics ?? []),
        topic,
      ).text.en,
    /** A button of the list of things. */
    buttonOf(action: string, thing: string) {
      const verb = entityOf(thing.split('@')[0] ?? '').affordances.find(({ type }) => type === action)?.verb
      return `${verb?.en ?? englishWords[`action.${action}` as keyof typeof englishWords]}: ${nameOf(thing)}`
    },
  }
}

export const { nameOf, spotName, topicText } = wordsOf('kitchen-office')
export const scenarioDocument = read('scenarios/portable-extinguisher/scenario.json')
export const mistakeText = (rule: string) =>
  find((scenarioDocument as Scenario).rules, rule).mistake?.text.en ?? ''

function find<T extends { id: string }>(items: readonly T[], id: string): T {
  const found = items.find((item) => item.id === id)
  if (!found) throw new Error(`the document has no ${id}`)
  return found
}
