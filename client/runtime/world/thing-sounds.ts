import { MathUtils, Vector3 } from 'three'
import type { Object3D, Vector3Like } from 'three'
import type { PublicEntity } from '#client/net/public-world.ts'
import type { Things } from '../things/things.ts'
import type { Loop, OneShot, Sound } from './sound.ts'

/** What a model says of how its entity sounds, in the `extras` of its node. */
interface SoundExtras {
  /** By state, by act, or `socket` (put into one) and `held` (taken out of one). */
  readonly sounds?: Readonly<Record<string, OneShot>>
  /** As long as the entity is in the state. */
  readonly hums?: Readonly<Record<string, Loop>>
}

export interface ThingSounds {
  /** Each frame: sounds what changed, whoever did it. */
  update(deltaS: number, entities: Readonly<Record<string, PublicEntity>>): void
  /** An act was done; true when nothing else need sound for it. */
  acted(action: string, entity: string): boolean
}

interface Sounding extends SoundExtras {
  readonly id: string
  readonly object: Object3D
  state: string | undefined
  place: string | undefined
  readonly levels: Partial<Record<Loop, number>>
}

/** A motor needs a moment to run up, and longer to run down. */
const UP_PER_S = 2
const DOWN_PER_S = 0.9

/** The things of a workplace as they sound; heard by everybody alike, also what others do. */
export function createThingSounds(things: Things, sound: Pick<Sound, 'play' | 'hold'>): ThingSounds {
  const soundings: Sounding[] = []
  const at = new Vector3()
  let known = 0

  const placeOf = (object: Object3D): Vector3Like => at.setFromMatrixPosition(object.matrixWorld)
  function listen() {
    for (; known < things.solids.length; known += 1) {
      const { id, object } = things.solids[known] ?? { id: '', object: null }
      const extras = object?.userData as SoundExtras | undefined
      if (object && (extras?.sounds || extras?.hums))
        soundings.push({ ...extras, id, object, state: undefined, place: undefined, levels: {} })
    }
  }
  function change(one: Sounding, state: string | undefined, place: string) {
    const { sounds } = one
    const turned = state !== one.state && one.state !== undefined ? sounds?.[state ?? ''] : undefined
    const moved =
      (place === 'socket' || (place === 'held' && one.place === 'socket')) &&
      one.place !== undefined &&
      place !== one.place
        ? sounds?.[place]
        : undefined
    one.state = state
    one.place = place
    if (turned) sound.play(turned, placeOf(one.object))
    if (moved) sound.play(moved, placeOf(one.object))
  }
  function hum({ hums, levels, state, object }: Sounding, deltaS: number) {
    for (const each in hums) {
      const loop = hums[each]
      if (!loop) continue
      const goal = each === state ? 1 : 0
      levels[loop] = MathUtils.damp(levels[loop] ?? goal, goal, goal > 0 ? UP_PER_S : DOWN_PER_S, deltaS)
      sound.hold(loop, levels[loop] ?? 0, placeOf(object))
    }
  }

  return {
    update(deltaS, entities) {
      listen()
      for (const one of soundings) {
        const entity = entities[one.id]
        const state = entity?.state ?? things.document(one.id)?.states?.initial
        const place = entity?.place.kind ?? 'home'
        if (state !== one.state || place !== one.place) change(one, state, place)
        hum(one, deltaS)
      }
    },
    acted(action, entity) {
      const one = soundings.find(({ id }) => id === entity)
      const own = one?.sounds?.[action]
      if (own && one) sound.play(own, placeOf(one.object))
      return own !== undefined || (one?.sounds !== undefined && (action === 'toggle' || action === 'turn'))
    },
  }
}
