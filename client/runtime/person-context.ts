import { Vector3 } from 'three'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Body } from './device/body.ts'
import type { ActionContext } from './interaction/actions.ts'
import type { Things } from './things/things.ts'

const place = new Vector3()
/** A flat screen's hand goes where it is sent: an arm, and what a socket forgives. */
const ARM_M = 1.4
/** A real hand goes by itself. */
const NEAR_M = 0.3

/** What is possible for this person now, read from the session and from where head and hands are. */
export function createPersonContext(
  link: SessionLink,
  things: Things,
  body: Body,
  inVr: () => boolean,
): ActionContext {
  return {
    get me() {
      return link.me.person
    },
    get running() {
      return link.view.get()?.phase === 'running'
    },
    entity: (id) => link.world.get().entities[id],
    document: things.document,
    childrenOf: things.childrenOf,
    isHeld: (id) => things.sideOf(id) !== undefined,
    inHand: things.inHand,
    isWanted(id) {
      const { people } = link.members.get()
      for (const person in people)
        if (person !== link.me.person && people[person]?.reaching === id) return true
      return false
    },
    guests(id) {
      const { entities } = link.world.get()
      let count = 0
      for (const each in entities) {
        const at = entities[each]?.place
        if (at?.kind === 'socket' && at.socket === id) count += 1
      }
      return count
    },
    puts(id) {
      const object = things.object(id)
      if (!object) return 'no'
      place.setFromMatrixPosition(object.matrixWorld)
      if (!inVr()) return body.head.distanceTo(place) > ARM_M ? 'farther' : 'here'
      const { left, right } = body
      const near = Math.min(
        left.present ? left.grip.distanceTo(place) : Infinity,
        right.present ? right.grip.distanceTo(place) : Infinity,
      )
      return near > NEAR_M ? 'no' : 'here'
    },
    distance(id) {
      const object = things.object(id)
      if (!object) return Infinity
      place.setFromMatrixPosition(object.matrixWorld)
      let nearest = body.head.distanceTo(place)
      if (body.left.present) nearest = Math.min(nearest, body.left.grip.distanceTo(place))
      if (body.right.present) nearest = Math.min(nearest, body.right.grip.distanceTo(place))
      return nearest
    },
  }
}
