import { MathUtils } from 'three'

/** What is promised of a ping (GUIDE-13, GUIDE-14). */
export const ping = {
  lastsS: 2.5,
  /** It swells so often a second: far below what could flash. */
  swellHz: 0.8,
  comeS: 0.15,
  goS: 0.5,
  /** At the same time; a person has one. */
  most: 4,
} as const

/** Which place a person's next ping takes: that of their last one, else of the oldest. */
export function pingPlace(places: readonly { by: string; ageS: number }[], by: string): number {
  const own = places.findIndex((each) => each.by === by)
  if (own >= 0) return own
  return places.reduce((oldest, { ageS }, i) => (ageS > (places[oldest]?.ageS ?? 0) ? i : oldest), 0)
}

/** How a ping looks at an age. Radius as a share of the full one. */
export interface PingLook {
  radius: number
  opacity: number
}

/** @param still nothing swells (reduced motion): it comes, stays and goes */
export function pingAt(ageS: number, still: boolean, out: PingLook): PingLook {
  const come = MathUtils.smoothstep(ageS, 0, ping.comeS)
  out.opacity = come * (1 - MathUtils.smoothstep(ageS, ping.lastsS - ping.goS, ping.lastsS))
  const swell = (ageS * ping.swellHz) % 1
  out.radius = still ? 0.75 : MathUtils.lerp(0.45, 1, 1 - (1 - swell) ** 2)
  return out
}
