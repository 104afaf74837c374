import { describe, expect, test } from 'vitest'
import type { HandPose, TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { rotationFromYaw } from '#shared/kernel/quaternion.ts'
import { NO_AIM, readSensors, type SensorWorld } from './sensors.ts'

const ahead: [number, number, number, number] = [0, 0, 0, 1]

function pose(head: [number, number, number], right: HandPose | null = null): TrackedPose {
  return {
    seq: 0,
    timeMs: 0,
    discontinuity: false,
    head: { position: head, rotation: ahead },
    left: null,
    right,
  }
}

function world(changes: Partial<SensorWorld> = {}): SensorWorld {
  return {
    positionOf: (id) => (id === 'fire' ? [0, 0.5, -3] : id === 'exit' ? [0, 0, 3] : undefined),
    zone: (id) => (id === 'corridor' ? { min: [-1, 0, 2], max: [1, 2.5, 4] } : undefined),
    tool: ({ right }) => (right === null ? undefined : { hand: right, muzzle: [0, 0, -0.5] }),
    squeezing: false,
    ...changes,
  }
}

describe('sensors', () => {
  test('SEN-20 distance is horizontal, in millimetres', () => {
    expect(readSensors([{ kind: 'distance', target: 'fire' }], pose([0, 1.6, 1]), world())).toEqual(
      new Map([['distance:fire', 4000]]),
    )
  })

  test('SEN-21 a zone reads 1 inside and 0 outside', () => {
    const spec = [{ kind: 'zone' as const, zone: 'corridor' }]
    expect(readSensors(spec, pose([0, 1.6, 3]), world()).get('zone:corridor')).toBe(1)
    expect(readSensors(spec, pose([0, 1.6, 0]), world()).get('zone:corridor')).toBe(0)
  })

  test('SEN-22 look is the angle between the face and the target, in tenths of a degree', () => {
    const spec = [{ kind: 'look' as const, target: 'fire' }]
    expect(readSensors(spec, pose([0, 0.5, 0]), world()).get('look:fire')).toBe(0)
    expect(readSensors(spec, pose([3, 0.5, -3]), world()).get('look:fire')).toBe(900)
  })

  test('SEN-23 between is 180° when the exit is right behind', () => {
    expect(
      readSensors([{ kind: 'between', target: 'fire', other: 'exit' }], pose([0, 1.6, 0]), world()).get(
        'between:fire:exit',
      ),
    ).toBe(1800)
  })

  test('SEN-24 aim is how far the muzzle ray misses; sweep is positive to the right', () => {
    const hand: HandPose = { position: [0.2, 0.5, 0], rotation: ahead, trigger: 0 }
    const readings = readSensors(
      [
        { kind: 'aim', target: 'fire' },
        { kind: 'sweep', target: 'fire' },
      ],
      pose([0, 1.6, 0], hand),
      world(),
    )
    expect(readings.get('aim:fire')).toBe(200)
    expect(readings.get('sweep:fire')).toBeGreaterThan(195)
    expect(readings.get('sweep:fire')).toBeLessThanOrEqual(200)
  })

  test('SEN-24 a ray that points away misses by the distance of the muzzle', () => {
    const hand: HandPose = {
      position: [0, 0.5, 0],
      rotation: rotationFromYaw(3.141592653589793) as HandPose['rotation'],
      trigger: 0,
    }
    expect(
      readSensors([{ kind: 'aim', target: 'fire' }], pose([0, 1.6, 0], hand), world()).get('aim:fire'),
    ).toBe(3500)
  })

  test('SEN-25 without a tool there is no aim', () => {
    expect(readSensors([{ kind: 'aim', target: 'fire' }], pose([0, 1.6, 0]), world()).get('aim:fire')).toBe(
      NO_AIM,
    )
  })

  test('SEN-26 squeeze counts only between begin and end', () => {
    const hand: HandPose = { position: [0, 1, 0], rotation: ahead, trigger: 0.42 }
    expect(
      readSensors([{ kind: 'squeeze' }], pose([0, 1.6, 0], hand), world({ squeezing: true })).get('squeeze'),
    ).toBe(42)
    expect(readSensors([{ kind: 'squeeze' }], pose([0, 1.6, 0], hand), world()).get('squeeze')).toBe(0)
  })

  test('SES-40 a tool in a hand beyond an arm’s length has no aim and is not squeezed', () => {
    const hand: HandPose = { position: [0, 0.5, -2.9], rotation: ahead, trigger: 1 }
    const readings = readSensors(
      [{ kind: 'aim', target: 'fire' }, { kind: 'squeeze' }],
      pose([0, 1.6, 0], hand),
      world({ squeezing: true }),
    )
    expect(readings).toEqual(
      new Map([
        ['aim:fire', NO_AIM],
        ['squeeze', 0],
      ]),
    )
  })

  test('SEN-27 an unknown target has no reading', () => {
    expect(
      readSensors(
        [
          { kind: 'distance', target: 'ghost' },
          { kind: 'zone', zone: 'ghost' },
        ],
        pose([0, 1.6, 0]),
        world(),
      ).size,
    ).toBe(0)
  })
})
