import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import type { SensorSpec } from '../sensor.ts'
import { sensorKey } from '../sensor.ts'
import { own } from '../draft.ts'
import { readingKey } from '../reading-key.ts'
import { isTakenOver } from '../stand-in.ts'
import { actsIn } from '../who.ts'
import { defineCondition, whoFields } from './define-condition.ts'

export const amplitude = defineCondition({
  type: 'amplitude',
  schema: z.strictObject({
    type: z.literal('amplitude'),
    sensor: z.literal('sweep'),
    entity: documentId,
    mm: z.int().min(20).max(5000),
    withinMs: z.int().min(200).max(60_000),
    times: z.int().min(1).max(20),
    roles: whoFields.roles,
  }),
  doc: 'The reading swung back and forth by at least that many millimetres, so many times within the time.',
  sensors: (c) => [{ kind: 'sweep', target: c.entity }],
  compile(c, site) {
    const spec: SensorSpec = { kind: 'sweep', target: c.entity }
    const sensor = sensorKey(spec)
    const key = site.memoryKey()
    const { gate } = site.who(c)
    return (draft) => {
      const { state } = draft
      for (const actor in state.participants) {
        const value = state.sensors[readingKey(actor, sensor)]
        if (value === undefined || !actsIn(gate, state.participants[actor]) || isTakenOver(state, actor))
          continue
        draft.witness = actor
        const before = state.memory[key]
        const after = swing(before ?? [value, value, 0], value, c.mm, state.timeMs, c.withinMs)
        if (after !== before) own(draft, 'memory')[key] = after
        return after.length - 3 >= c.times
      }
      return false
    }
  },
})

/**
 * Memory is [lowest, highest since the last turn, direction, times of swings…]. A swing counts when the reading has come
 * back from the extreme by `mm`.
 */
function swing(
  memory: readonly number[],
  value: number,
  mm: number,
  nowMs: number,
  withinMs: number,
): readonly number[] {
  const [lowest = value, highest = value, direction = 0] = memory
  const times = memory.slice(3)
  const recent = times.filter((at) => nowMs - at <= withinMs)
  if (direction >= 0 && highest - value >= mm) return [value, value, -1, ...recent, nowMs]
  if (direction <= 0 && value - lowest >= mm) return [value, value, 1, ...recent, nowMs]
  const unchanged = value >= lowest && value <= highest && recent.length === times.length
  return unchanged ? memory : [Math.min(lowest, value), Math.max(highest, value), direction, ...recent]
}
