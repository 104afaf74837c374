import { readingKey } from '../reading-key.ts'
import { sensorKey, type SensorSpec } from '../sensor.ts'
import type { Test } from '../compiled.ts'

/** True when anybody's reading of that sensor is there and right. */
export function anyReading(spec: SensorSpec, right: (value: number) => boolean): Test {
  const sensor = sensorKey(spec)
  return ({ state }) => {
    for (const actor in state.participants) {
      const value = state.sensors[readingKey(actor, sensor)]
      if (value !== undefined && right(value)) return true
    }
    return false
  }
}
