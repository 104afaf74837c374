import { distance, type Vector } from '#shared/kernel/vector.ts'
import type { Affordance } from '#shared/procedure/affordances/define-affordance.ts'
import type { GrabDocument } from '#shared/procedure/affordances/grab.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import { entityOf } from '#shared/procedure/personal.ts'
import { freeSlot, socketOf } from '#shared/procedure/sockets.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { Workplace } from '#shared/scenario/workplace.ts'
import type { Whereabouts } from './where.ts'

/** Where a released thing comes to be: in a socket, or standing at a grip position in integer mm. */
export type Rest = { socket: string } | { at: readonly [number, number, number] }

/** Farthest that a surface can lie from walkable ground for things on it to be taken again, metres. */
const REACH = 0.8

/** A surface counts as below when the hand is not further under its edge than this, metres. */
const EDGE = 0.15

/**
 * The one kinematic rule for letting go: the nearest free socket that accepts the thing within its tolerance, else
 * straight down onto the highest surface below the hand (obstacle tops, else the floor), never out of everybody's reach.
 * Any fall is only drawn.
 *
 * @param grip metres, workplace frame.
 */
export function restOf(
  compiled: Compiled,
  where: Whereabouts,
  state: EngineState,
  thing: string,
  grip: Vector,
): Rest {
  const socket = nearestSocket(compiled, where, state, thing, grip)
  if (socket !== undefined) return { socket }
  const [x, y, z] = withinReach(compiled.workplace, grip)
  return {
    at: [Math.round(x * 1000), Math.round(y * 1000) + standHeightMm(compiled, thing), Math.round(z * 1000)],
  }
}

function nearestSocket(
  compiled: Compiled,
  where: Whereabouts,
  state: EngineState,
  thing: string,
  grip: Vector,
): string | undefined {
  let nearest: { id: string; mm: number } | undefined
  for (const id of Object.keys(state.entities)) {
    const socket = socketOf(compiled, id)
    const spot = socket && where(state, id)
    if (!socket || !spot || freeSlot(compiled, state, id, thing) === undefined) continue
    const mm = distance(spot.position, grip) * 1000
    if (mm <= socket.toleranceMm && mm < (nearest?.mm ?? mm + 1)) nearest = { id, mm }
  }
  return nearest?.id
}

/** The place on a surface straight below, where somebody can come to it; else the nearest that is walkable. */
function withinReach(workplace: Workplace, grip: Vector): Vector {
  const ground = nearestWalkable(workplace, grip)
  const surface = surfaceBelow(workplace, grip)
  if (surface > 0 && distance(ground, grip) <= REACH) return [grip[0], surface, grip[2]]
  return [ground[0], surfaceBelow(workplace, ground), ground[2]]
}

/** At the grip's height. */
function nearestWalkable({ walkable }: Workplace, grip: Vector): Vector {
  const within = ({ min, max }: Workplace['walkable'][number]): Vector => [
    Math.max(min[0], Math.min(max[0], grip[0])),
    grip[1],
    Math.max(min[2], Math.min(max[2], grip[2])),
  ]
  return walkable
    .map(within)
    .reduce((best, place) => (distance(place, grip) < distance(best, grip) ? place : best))
}

function surfaceBelow({ obstacles }: Workplace, grip: Vector): number {
  const tops = obstacles
    .filter(
      ({ min, max }) => grip[0] >= min[0] && grip[0] <= max[0] && grip[2] >= min[2] && grip[2] <= max[2],
    )
    .map(({ max }) => max[1])
    .filter((top) => top <= grip[1] + EDGE)
  return Math.max(0, ...tops)
}

function standHeightMm(compiled: Compiled, thing: string): number {
  const grab = entityOf(compiled, thing)?.document.affordances.find(isGrab)
  return grab?.standMm ?? 0
}

const isGrab = (affordance: Affordance): affordance is GrabDocument => affordance.type === 'grab'
