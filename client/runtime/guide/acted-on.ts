import { Quaternion, Vector3 } from 'three'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Things } from '../things/things.ts'
import type { Placed } from './ghost-frame.ts'

/** What each person acted on last, and where a thing stood when somebody took it. */
export interface ActedOn {
  /** Undefined for nothing yet. */
  last(person: string): string | undefined
  /** Where the thing is, or was when it was taken. Null for what is nowhere. */
  stood(entity: string): Placed | null
  dispose(): void
}

export function watchActedOn(link: Pick<SessionLink, 'world' | 'onCue'>, things: Things): ActedOn {
  const last = new Map<string, string>()
  const taken = new Map<string, Placed>()
  let before = link.world.get().entities

  function placeOf(entity: string): Placed | null {
    const object = things.object(entity)
    if (!object) return null
    return {
      position: object.getWorldPosition(new Vector3()),
      rotation: object.getWorldQuaternion(new Quaternion()),
    }
  }
  /** Told before it is drawn in the hand: what is seen is where it was. */
  function follow(entities: typeof before) {
    if (entities === before) return
    for (const id in entities) {
      const held = entities[id]?.place.kind === 'held'
      if (!held) taken.delete(id)
      else if (before[id]?.place.kind !== 'held') {
        const place = placeOf(id)
        if (place) taken.set(id, place)
      }
    }
    before = entities
  }

  const stops = [
    link.world.subscribe(({ entities }) => follow(entities)),
    link.onCue((cue) => {
      if (cue.kind === 'acted' && cue.target !== undefined) last.set(cue.actor, cue.target)
    }),
  ]
  return {
    last: (person) => last.get(person),
    stood: (entity) => taken.get(entity) ?? placeOf(entity),
    dispose() {
      for (const stop of stops) stop()
    },
  }
}
