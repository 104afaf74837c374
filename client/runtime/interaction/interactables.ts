import { MathUtils, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { Body } from '../device/body.ts'
import type { Things } from '../things/things.ts'
import type { Words, WordKey } from '../words.ts'
import { refusalWords } from '../words.ts'
import { actionsOf } from './actions.ts'
import type { Action, ActionContext, Obstacle } from './actions.ts'

/** One thing as the accessible mirror lists it. */
export interface Interactable {
  entity: string
  name: string
  description: string
  actions: InteractableAction[]
  /** Metres from the head, to a decimetre. */
  distance: number
  direction: 'ahead' | 'left' | 'right' | 'behind'
  held: boolean
  highlighted: boolean
}
export interface InteractableAction {
  action: string
  label: string
  enabled: boolean
  /** Why not now: the code, and the same in words. */
  obstacle?: Obstacle
  reason?: string
}

export interface Wording {
  name(entity: string): string
  description(entity: string): string
  /** The document's own words for an act: what is said in `speak:<topic>`, the verb of a button; undefined without. */
  verb(entity: string, action: string): string | undefined
  words: Words
}

/** Everything that can be acted on now, nearest first. */
export function listInteractables(
  things: Things,
  context: ActionContext,
  wording: Wording,
  body: Body,
  highlighted: readonly string[],
): Interactable[] {
  return things.targets
    .flatMap(({ id, object }): Interactable[] => {
      const document = things.document(id)
      const actions = document ? actionsOf(document, context) : []
      if (actions.length === 0) return []
      return [
        {
          entity: id,
          name: wording.name(id),
          description: wording.description(id),
          actions: actions.map((action) => labelled(action, wording)),
          distance: Math.round(context.distance(id) * 10) / 10,
          direction: directionOf(body, object),
          held: context.isHeld(id),
          highlighted: highlighted.includes(id),
        },
      ]
    })
    .sort(
      (a, b) => Number(b.held) - Number(a.held) || a.distance - b.distance || (a.entity < b.entity ? -1 : 1),
    )
}

export function labelled(action: Action, { words, name, verb }: Wording): InteractableAction {
  return {
    action: action.action,
    label: action.handsOver
      ? words('action.hand-over')
      : (verb(action.entity, action.action) ?? words(`action.${action.action.split(':')[0]}` as WordKey)),
    enabled: action.enabled,
    ...(action.reason !== undefined && {
      obstacle: action.reason,
      reason: refusalWords(words, action.reason, name(action.entity)),
    }),
  }
}

const ahead = new Vector3()
const towards = new Vector3()

function directionOf(body: Body, object: Object3D): Interactable['direction'] {
  ahead.set(0, 0, -1).applyQuaternion(body.headRotation)
  towards.setFromMatrixPosition(object.matrixWorld).sub(body.head)
  const degrees = MathUtils.radToDeg(
    Math.atan2(ahead.z * towards.x - ahead.x * towards.z, ahead.x * towards.x + ahead.z * towards.z),
  )
  if (Math.abs(degrees) <= 45) return 'ahead'
  if (Math.abs(degrees) >= 135) return 'behind'
  return degrees > 0 ? 'left' : 'right'
}
