import type { Ray } from 'three'
import type { Spot } from './spot.ts'
import type { SurfaceProbe } from './surface-probe.ts'

/** Where nothing is met within reach, one draws in the air, so far away. */
export const AIR_M = 1.5
const REACH_M = 30

/** Where a look meets what is seen of the workplace; else in the air, as far off as given. */
export function lookAt(probe: SurfaceProbe, ray: Ray, airM: number, spot: Spot, except?: string): void {
  if (probe.cast(ray, REACH_M, spot, except)) return
  spot.touches = false
  spot.distance = airM
  spot.anchor = ''
  ray.at(airM, spot.point)
  spot.normal.copy(ray.direction).negate()
}
