import { Box3, MathUtils, Vector3 } from 'three'
import type { ClientWorkplace } from '#shared/protocol/views.ts'
import { comfort } from './comfort.ts'

const MARGIN_M = 1.5
const HIGHEST_M = 4

/** Where a free eye may float, and from where it first looks: the first spawn, a little above the head. */
export function overlook({ walkable, spawns }: Pick<ClientWorkplace, 'walkable' | 'spawns'>) {
  const box = new Box3()
  for (const { min, max } of walkable)
    box.expandByPoint(new Vector3(...min)).expandByPoint(new Vector3(...max))
  const min = box.min.addScalar(-MARGIN_M).setY(0.2)
  const max = box.max.addScalar(MARGIN_M).setY(HIGHEST_M)
  const [x, , z] = spawns[0]?.position ?? [0, 0, 0]
  const eye = new Vector3(x, comfort.eyeHeightM + 0.2, z)
  const yaw = MathUtils.degToRad(spawns[0]?.yawDegrees ?? 0)
  return { min, max, eye, lookAt: eye.clone().add(new Vector3(-Math.sin(yaw), -0.15, -Math.cos(yaw))) }
}
