import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import type { SensorSpec } from '../sensor.ts'
import { sensorKey } from '../sensor.ts'
import { own } from '../draft.ts'
import { defineCondition } from './define-condition.ts'

export const amplitude = defineCondition({
  type: 'amplitude',
  schema: z.strictObject({
    type: z.literal('amplitude'),
    sensor: z.literal('sweep'),
    entity: documentId,
    mm: z.int().min(20).max(5000),
    withinMs: z.int().min(200).max(60_000),
    times: z.int().min(1).max(20),
  }),
  doc: 'The reading swung back and forth by at least that many millimetres, so many times within the time.',
  sensors: (c) => [{ kind: 'sweep', target: c.entity }],
  compile(c, site) {
    const spec: SensorSpec = { kind: 'sweep', target: c.entity }
    const suffix = `/${sensorKey(spec)}`
    const key = site.memoryKey()
    return (draft) => {
      const { state } = draft
      for (const actor in state.participants) {
        const value = state.sensors[actor + suffix]
        if (value === undefined) continue
        const before = state.memory[key]
        const after = swing(before ?? [value, 0], value, c.mm, state.timeMs, c.withinMs)
        if (after !== before) own(draft, 'memory')[key] = after
        return after.length - 2 >= c.times
      }
      return false
    }
  },
})

/** Memory is [extreme reached, its direction, times of swings…]. A swing counts when the reading has left the extreme by `mm`. */
function swing(
  memory: readonly number[],
  value: number,
  mm: number,
  nowMs: number,
  withinMs: number,
): readonly number[] {
  const [extreme = value, direction = 0] = memory
  const times = memory.slice(2)
  const recent =
    times.length > 0 && nowMs - (times[0] ?? 0) > withinMs
      ? times.filter((at) => nowMs - at <= withinMs)
      : times
  const away = value - extreme
  if (direction === 0)
    return Math.abs(away) < mm
      ? kept(memory, extreme, 0, times, recent)
      : [value, Math.sign(away), ...recent, nowMs]
  if (away * direction > 0) return [value, direction, ...recent]
  if (away * direction <= -mm) return [value, -direction, ...recent, nowMs]
  return kept(memory, extreme, direction, times, recent)
}

function kept(
  memory: readonly number[],
  extreme: number,
  direction: number,
  times: readonly number[],
  recent: readonly number[],
): readonly number[] {
  return times === recent ? memory : [extreme, direction, ...recent]
}
