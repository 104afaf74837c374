import { rotate } from '#shared/kernel/quaternion.ts'
import { atan2, pi } from '#shared/kernel/trigonometry.ts'
import { add, cross, dot, length, scale, subtract, type Vector } from '#shared/kernel/vector.ts'
import { sensorKey, type SensorSpec } from '#shared/procedure/sensor.ts'
import type { HandPose, TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { plausibleBody } from './plausible-body.ts'

/** What `aim` reads while nothing that sprays is held. */
export const NO_AIM = 99_999

/** What sensors have to know of the world, metres, workplace frame. */
export interface SensorWorld {
  positionOf(entity: string): Vector | undefined
  zone(id: string): { min: Vector; max: Vector } | undefined
  /** The tool in hand that sprays: whose hand, and its muzzle in the tool's own frame (−Z forward). */
  tool(pose: TrackedPose): { hand: HandPose; muzzle: Vector } | undefined
  squeezing: boolean
}

/**
 * One reading for each sensor, as integers (units in procedure/sensor.ts). A sensor whose target is unknown has none;
 * a hand that no arm reaches counts as not seen.
 * Floating point ends here: the engine only ever sees these.
 */
export function readSensors(
  specs: readonly SensorSpec[],
  pose: TrackedPose,
  world: SensorWorld,
): Map<string, number> {
  const readings = new Map<string, number>()
  const body = plausibleBody(pose)
  for (const spec of specs) {
    const value = read(spec, body, world)
    if (value !== undefined) readings.set(sensorKey(spec), value)
  }
  return readings
}

function read(spec: SensorSpec, pose: TrackedPose, world: SensorWorld): number | undefined {
  const head = pose.head.position
  switch (spec.kind) {
    case 'squeeze':
      return world.squeezing
        ? Math.round(100 * Math.max(0, Math.min(1, world.tool(pose)?.hand.trigger ?? 0)))
        : 0
    case 'zone': {
      const zone = world.zone(spec.zone)
      return zone && (isWithin(head, zone.min, zone.max) ? 1 : 0)
    }
    case 'distance': {
      const target = world.positionOf(spec.target)
      return target && millimetres(length(flat(subtract(target, head))))
    }
    case 'look': {
      const target = world.positionOf(spec.target)
      return target && tenths(angleBetween(rotate(pose.head.rotation, [0, 0, -1]), subtract(target, head)))
    }
    case 'between': {
      const target = world.positionOf(spec.target)
      const other = world.positionOf(spec.other)
      return (
        target && other && tenths(angleBetween(flat(subtract(target, head)), flat(subtract(other, head))))
      )
    }
    case 'aim':
    case 'sweep': {
      const target = world.positionOf(spec.target)
      if (target === undefined) return undefined
      const tool = world.tool(pose)
      if (tool === undefined) return spec.kind === 'aim' ? NO_AIM : 0
      const miss = missOf(tool.hand, tool.muzzle, target)
      return millimetres(spec.kind === 'aim' ? length(miss.offset) : dot(miss.offset, miss.right))
    }
  }
}

/** Where the muzzle's ray passes the target: the offset from it, and which way is right as seen from the muzzle. */
function missOf(hand: HandPose, muzzle: Vector, target: Vector): { offset: Vector; right: Vector } {
  const origin = add(hand.position, rotate(hand.rotation, muzzle))
  const forward = rotate(hand.rotation, [0, 0, -1])
  const toTarget = subtract(target, origin)
  const along = Math.max(0, dot(toTarget, forward))
  const right = cross(toTarget, [0, 1, 0])
  const reach = length(right)
  return {
    offset: subtract(scale(forward, along), toTarget),
    right: reach === 0 ? [0, 0, 0] : scale(right, 1 / reach),
  }
}

function isWithin(point: Vector, min: Vector, max: Vector): boolean {
  return (
    point[0] >= min[0] &&
    point[0] <= max[0] &&
    point[1] >= min[1] &&
    point[1] <= max[1] &&
    point[2] >= min[2] &&
    point[2] <= max[2]
  )
}

function flat(v: Vector): Vector {
  return [v[0], 0, v[2]]
}

/** Radians, 0 … π. */
function angleBetween(a: Vector, b: Vector): number {
  return atan2(length(cross(a, b)), dot(a, b))
}

function millimetres(metres: number): number {
  return Math.max(-NO_AIM, Math.min(NO_AIM, Math.round(metres * 1000)))
}

function tenths(radians: number): number {
  return Math.round((radians * 1800) / pi)
}
