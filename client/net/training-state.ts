import { placeOf } from '#shared/protocol/training-state.ts'
import type { EntityField, MemberField, TrainingState } from '#shared/protocol/training-state.ts'
import type { MemberClient, MembersClient } from './members.ts'
import type { PublicEntity, PublicWorldClient } from './public-world.ts'

/** Reads the room's Colyseus state into plain records. */
export function readTrainingState(state: TrainingState): PublicWorldClient {
  const entities: Record<string, PublicEntity> = {}
  for (const [id, field] of state.entities) entities[id] = readEntity(field)
  return {
    tick: state.tick,
    phase: state.phase,
    mode: state.mode,
    entities,
    signals: Object.fromEntries(state.signals),
  }
}

/** Who is in the room, as plain records. */
export function readMembers(state: TrainingState): MembersClient {
  const people: Record<string, MemberClient> = {}
  for (const [person, field] of state.members) people[person] = readMember(field)
  return {
    people,
    spectators: state.spectators,
    locked: state.locked,
    asking: Object.fromEntries(state.asking),
  }
}

function readMember(field: MemberField): MemberClient {
  const { name, role, slot, connected, away, bot, muted, number, reaching, offering } = field
  const kind = field.kind === 'instructor' ? 'instructor' : 'participant'
  return { name, kind, role, slot, connected, away, bot, muted, number, reaching, offering }
}

function readEntity(field: EntityField): PublicEntity {
  return {
    place: placeOf(field),
    ...(field.state !== '' && { state: field.state }),
    ...(field.locked && { locked: true }),
    ...(field.hidden && { hidden: true }),
  }
}
