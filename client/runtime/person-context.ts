import { Vector3 } from 'three'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Body } from './device/body.ts'
import type { ActionContext } from './interaction/actions.ts'
import type { Things } from './things/things.ts'

const place = new Vector3()

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
    get onScreen() {
      return !inVr()
    },
    eyeDistance(id) {
      const object = things.object(id)
      return object ? body.head.distanceTo(place.setFromMatrixPosition(object.matrixWorld)) : Infinity
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
