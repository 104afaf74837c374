import { placeOf } from '#shared/protocol/training-state.ts'
import type { EntityField, TrainingState } from '#shared/protocol/training-state.ts'
import type { PublicEntity, PublicWorldClient } from './public-world.ts'

/** Reads the room's Colyseus state into plain records. */
export function readTrainingState(state: TrainingState): PublicWorldClient {
  const entities: Record<string, PublicEntity> = {}
  for (const [id, field] of state.entities) entities[id] = readEntity(field)
  const participants: Record<string, { role: string; connected: boolean }> = {}
  for (const [person, { role, connected }] of state.participants) participants[person] = { role, connected }
  return {
    tick: state.tick,
    phase: state.phase,
    mode: state.mode,
    entities,
    signals: Object.fromEntries(state.signals),
    participants,
  }
}

function readEntity(field: EntityField): PublicEntity {
  return {
    place: placeOf(field),
    ...(field.state !== '' && { state: field.state }),
    ...(field.locked && { locked: true }),
    ...(field.hidden && { hidden: true }),
  }
}
