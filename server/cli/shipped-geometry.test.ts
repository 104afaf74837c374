import { describe, expect, test } from 'vitest'
import { rotationFromYaw } from '#shared/kernel/quaternion.ts'
import { pi } from '#shared/kernel/trigonometry.ts'
import type { Vector } from '#shared/kernel/vector.ts'
import { compile } from '#shared/procedure/compile.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { readSensors } from '#shared/session/sensors.ts'
import { findScenario } from './find-scenario.ts'

const inside = (box: { min: Vector; max: Vector }, [x, , z]: Vector): boolean =>
  x >= box.min[0] && x <= box.max[0] && z >= box.min[2] && z <= box.max[2]

describe.each(['portable-extinguisher', 'group-lockout'])('the place of %s', async (name) => {
  const { loaded } = await findScenario(name)
  if (!loaded) throw new Error('the shipped scenario does not load')
  const { workplace } = loaded

  test('spots, spawn and safe place stand on walkable floor and in no obstacle', () => {
    const places = [
      ...workplace.teleportSpots,
      ...workplace.spawns,
      { id: 'safe place', ...workplace.safePlace },
    ]
    const wrong = places.filter(
      ({ position }) =>
        !workplace.walkable.some((area) => inside(area, position)) ||
        workplace.obstacles.some((box) => inside(box, position)),
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('everything that is used can be reached from a spot: 1.2 m and an arm', () => {
    const used = workplace.entities.filter(
      ({ affordances, parent }) => parent === undefined && affordances.some(({ type }) => hands.has(type)),
    )
    const far = used.filter(
      ({ transform: { position } }) =>
        !workplace.teleportSpots.some(
          (spot) => Math.hypot(spot.position[0] - position[0], spot.position[2] - position[2]) <= 1.6,
        ),
    )
    expect(far.map(({ id }) => id)).toEqual([])
  })
})
const hands: ReadonlySet<string> = new Set(['press', 'toggle', 'turn', 'grab', 'socket'])

describe('the pump-room as its sensors see it', async () => {
  const { loaded } = await findScenario('group-lockout')
  if (!loaded) throw new Error('the shipped scenario does not load')
  const { workplace } = loaded
  const zone = workplace.zones.find(({ id }) => id === 'clear')
  const spotsIn = workplace.teleportSpots.filter(({ position }) => zone && inside(zone, position))

  test('who stands at the lockout station is clear of the pump, who stands at it or at its controls is not', () => {
    expect(spotsIn.map(({ id }) => id)).toEqual(['station', 'lockbox', 'clear'])
  })

  test('the hooks of the board are told apart: each thing hangs nearer to its own than to any other', () => {
    const at = (id: string) => workplace.entities.find((entity) => entity.id === id)?.transform.position
    expect(['job-lock-1', 'job-lock-2', 'job-key', 'box-lock', 'personal-lock'].map(at)).toEqual(
      ['hook-1', 'hook-2', 'hook-key', 'hook-box', 'peg'].map(at),
    )
  })
})

describe('the kitchen-office as its sensors see it', async () => {
  const { loaded } = await findScenario('portable-extinguisher')
  if (!loaded) throw new Error('the shipped scenario does not load')
  const { scenario, workplace } = loaded
  const { sensors } = compile(scenario, workplace)

  /** Somebody who stands there, eyes at 1.6 m, and looks straight ahead. */
  function readingsAt({
    position: [x, , z],
    yawDegrees,
  }: {
    position: Vector
    yawDegrees: number
  }): Record<string, number> {
    const pose: TrackedPose = {
      seq: 0,
      timeMs: 0,
      discontinuity: false,
      head: { position: [x, 1.6, z], rotation: [...rotationFromYaw((yawDegrees * pi) / 180)] },
      left: null,
      right: null,
    }
    const world = {
      positionOf: (id: string) => workplace.entities.find((entity) => entity.id === id)?.transform.position,
      zone: (id: string) => workplace.zones.find((zone) => zone.id === id),
      tool: () => undefined,
      squeezing: false,
    }
    return Object.fromEntries(readSensors([...sensors.values()], pose, world))
  }
  const spot = (id: string) => {
    const found = workplace.teleportSpots.find((candidate) => candidate.id === id)
    if (!found) throw new Error(`no spot "${id}"`)
    return readingsAt(found)
  }

  test('the middle of the room is the place to fight from: 2–3 m away, exit behind, fire ahead', () => {
    const {
      'distance:fire-base': distance = 0,
      'between:fire-base:exit': between = 0,
      'look:fire-base': look = 0,
    } = spot('middle')
    expect(distance).toBeGreaterThan(2000)
    expect(distance).toBeLessThan(3000)
    expect(between).toBeGreaterThan(1500)
    expect(look).toBeLessThan(350)
  })

  test('the wall switch can be reached without coming too close to the fire', () => {
    expect(spot('switch')['distance:fire-base']).toBeGreaterThan(1150)
  })

  test('the corridor spot is in the place of safety, the safe place is not: a pause is no evacuation', () => {
    expect([spot('corridor')['zone:corridor'], spot('corridor')['zone:room']]).toEqual([1, 0])
    expect(readingsAt(workplace.safePlace)['zone:corridor']).toBe(0)
  })

  test('whoever begins sees the fire ahead, but has to look at it', () => {
    const [start] = workplace.spawns
    if (!start) throw new Error('no spawn')
    const { 'look:fire-base': look = 0 } = readingsAt(start)
    expect(look).toBeGreaterThan(150)
    expect(look).toBeLessThan(300)
  })

  test('every extinguisher is within the 75 ft (22.9 m) that 29 CFR 1910.157(d)(2) allows for class A, from everywhere', () => {
    const corners = workplace.walkable.flatMap(({ min, max }) => [min, max])
    const longest = corners.flatMap(([x, , z]) =>
      workplace.entities
        .filter(({ groups }) => groups.includes('extinguisher'))
        .map(({ transform: { position } }) => Math.abs(position[0] - x) + Math.abs(position[2] - z)),
    )
    expect(Math.max(...longest)).toBeLessThan(22.9)
  })
})
