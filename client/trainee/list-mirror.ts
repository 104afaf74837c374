import { templateOf } from '#client/runtime/things/personal-thing.ts'
import type { ClientEntity } from '#shared/protocol/views.ts'
import type { Interactable } from './trainee-port.ts'

/** A thing that can be acted on, or one that can only be looked at, walked to and aimed at (`thing` is null). */
export interface MirrorEntry {
  entity: string
  thing: Interactable | null
  document: ClientEntity
}

/**
 * Everything in the room in the order of the workplace document, so that the list does not jump about under the finger
 * as one walks; of what each person has for oneself, everybody's. Left out: places to put things back, and parts (pins)
 * while nothing can be done with them.
 */
export function listMirror(
  things: readonly Interactable[],
  entities: readonly ClientEntity[],
): { entries: MirrorEntry[]; holdsTool: boolean } {
  const actionable = Map.groupBy(things, ({ entity }) => templateOf(entity))
  const entries = entities.flatMap((document): MirrorEntry[] => {
    const found = actionable.get(document.id) ?? []
    if (found.length > 0) return found.map((thing) => ({ entity: thing.entity, thing, document }))
    const idle =
      document.personal !== undefined ||
      document.parent !== undefined ||
      document.affordances.some(({ type }) => type === 'socket')
    return idle ? [] : [{ entity: document.id, thing: null, document }]
  })
  const holdsTool = entries.some(
    ({ thing, document }) =>
      thing?.held === true && document.affordances.some(({ type }) => type === 'spray'),
  )
  return { entries, holdsTool }
}
