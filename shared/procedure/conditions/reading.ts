import { readingKey } from '../reading-key.ts'
import { sensorKey, type SensorSpec } from '../sensor.ts'
import type { Test } from '../compiled.ts'
import { ask, isPresent, type Who } from '../who.ts'

/** True when the reading of that sensor is there and right: of somebody who takes part now, or of each. */
export function reading(who: Who, spec: SensorSpec, right: (value: number) => boolean): Test {
  const sensor = sensorKey(spec)
  return ask(who, ({ state }, actor, person) => {
    const value = state.sensors[readingKey(actor, sensor)]
    return value !== undefined && (who.each || isPresent(person)) && right(value)
  })
}
