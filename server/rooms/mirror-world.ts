import type { MapSchema } from '@colyseus/schema'
import type { PublicWorld } from '#shared/session/public-world.ts'
import type { FlatEntity, TrainingState } from '#shared/protocol/training-state.ts'
import { EntityField, flattenEntity } from '#shared/protocol/training-state.ts'

/** Brings the Colyseus state to the world, touching only what differs, so that patches carry nothing else. */
export function mirrorWorld(state: TrainingState, world: PublicWorld): void {
  assign(state, { tick: world.tick, phase: world.phase, mode: world.mode })
  mirrorMap(state.entities, world.entities, (field: EntityField | undefined, entity) => {
    const flat: FlatEntity = flattenEntity(entity)
    return field === undefined ? new EntityField(flat) : assign(field, flat)
  })
  mirrorMap(state.signals, world.signals, (_field: number | undefined, value) => value)
}

/** Makes the map hold what the record does. */
export function mirrorMap<Field, Value>(
  map: MapSchema<Field>,
  record: Readonly<Record<string, Value>>,
  update: (field: Field | undefined, value: Value, key: string) => Field,
): void {
  for (const [key, value] of Object.entries(record)) {
    const field = map.get(key)
    const updated = update(field, value, key)
    if (updated !== field) map.set(key, updated)
  }
  for (const key of map.keys()) if (!Object.hasOwn(record, key)) map.delete(key)
}

/** Sets what differs. */
export function assign<T extends object>(target: T, values: Partial<T>): T {
  for (const [key, value] of Object.entries(values)) {
    if (target[key as keyof T] !== value) target[key as keyof T] = value as T[keyof T]
  }
  return target
}
