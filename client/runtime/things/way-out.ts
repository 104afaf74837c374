import { MathUtils, Vector3 } from 'three'
import type { ClientEntity, ClientWorkplace } from '#shared/protocol/views.ts'
import { comfort } from '../comfort.ts'
import { findPath } from '../locomotion/find-path.ts'
import type { Spot } from '../locomotion/find-path.ts'
import { createFloor } from '../locomotion/floor.ts'
import { createWalk } from '../world/walk.ts'
import type { Things } from './things.ts'

const SPEED_MPS = 1.5

/** A bystander who walks to the safe place once their state is no longer the initial one. Drawing only. */
export function createWayOut(entity: ClientEntity, things: Things, workplace: ClientWorkplace) {
  const object = things.object(entity.id)
  const walk = object ? createWalk(object) : null
  const floor = createFloor(workplace, comfort.bodyRadiusM)
  const goal = new Vector3().fromArray(workplace.safePlace.position)
  const home = new Vector3().fromArray(entity.position)
  let route: Spot[] | null = null

  function step(deltaS: number): number {
    const next = route?.[0]
    if (!object || !next) return 0
    const dx = next[0] - object.position.x
    const dz = next[1] - object.position.z
    const far = Math.hypot(dx, dz)
    if (far < 0.05) {
      route?.shift()
      return SPEED_MPS
    }
    const share = Math.min(1, (SPEED_MPS * deltaS) / far)
    object.position.x += dx * share
    object.position.z += dz * share
    const turn =
      MathUtils.euclideanModulo(Math.atan2(-dx, -dz) - object.rotation.y + Math.PI, 2 * Math.PI) - Math.PI
    object.rotation.y += turn * Math.min(1, deltaS * 7)
    return SPEED_MPS
  }

  return Object.assign(
    (deltaS: number, state: string | undefined) => {
      const leaves = state !== undefined && state !== entity.states?.initial
      if (leaves && !route && object) {
        const isThere = (x: number, z: number) => Math.hypot(x - goal.x, z - goal.z) < 0.7
        route = findPath(floor, [object.position.x, object.position.z], isThere) ?? [[goal.x, goal.z]]
      }
      if (!leaves && route && object) {
        route = null
        object.position.copy(home)
        object.quaternion.fromArray(entity.rotation)
      }
      walk?.update(deltaS, step(deltaS))
    },
    { id: entity.id },
  )
}
