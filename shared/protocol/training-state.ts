import type { SchemaType } from '@colyseus/schema'
import { schema, t } from '@colyseus/schema'
import type { Place } from '#shared/procedure/state.ts'
import type { PublicWorld } from '#shared/session/public-world.ts'

/** A thing's `Place`, flat: fields that do not belong to its kind are '' or 0. Lengths in mm, yaw in 0.1° about +Y. */
export const EntityField = schema(
  {
    place: t.string().default('home'),
    by: t.string().default(''),
    hand: t.string().default(''),
    socket: t.string().default(''),
    /** From 0, in a socket for several things. */
    slot: t.uint8().default(0),
    x: t.int32().default(0),
    y: t.int32().default(0),
    z: t.int32().default(0),
    yaw: t.int16().default(0),
    /** '' when the thing has no states. */
    state: t.string().default(''),
    locked: t.boolean().default(false),
    hidden: t.boolean().default(false),
  },
  'Entity',
)
export type EntityField = SchemaType<typeof EntityField>

/** A person with a seat who is no spectator; what the room shows of them to everybody. */
export const MemberField = schema(
  {
    name: t.string().default(''),
    /** MemberKind. */
    kind: t.string().default('participant'),
    /** Scenario role, '' for none at the moment. */
    role: t.string().default(''),
    /** Of the avatar in pose frames, from 1; reused after leaving. 0: none, while not connected. */
    slot: t.uint16().default(0),
    connected: t.boolean().default(false),
    /** The connection is lost, or this person alone pauses; others go on. */
    away: t.boolean().default(false),
    /** Nobody: the role is filled by the authority. */
    bot: t.boolean().default(false),
    muted: t.boolean().default(false),
    /** Has read the briefing. */
    ready: t.boolean().default(false),
    /** Of this person's own things: `<entity>@<number>`; 0 for none. */
    number: t.uint16().default(0),
    /** The thing, held by another, that this person holds a hand out for; '' for none. */
    reaching: t.string().default(''),
    /** The person to whom this one offers to swap roles; '' for none. */
    offering: t.string().default(''),
  },
  'Member',
)
export type MemberField = SchemaType<typeof MemberField>

/**
 * The room's Colyseus state: PublicWorld, that is what every member may see. Slow, authoritative things only; poses travel as
 * bytes and what concerns one viewer as messages.
 */
export const TrainingState = schema(
  {
    tick: t.uint32().default(0),
    phase: t.string().default('waiting'),
    mode: t.string().default(''),
    entities: t.map(EntityField),
    /** `<simulation>.<signal>` → integer reading. */
    signals: t.map('int32'),
    /** By person id; no spectators in it. */
    members: t.map(MemberField),
    spectators: t.uint16().default(0),
    /** Nobody new comes in. */
    locked: t.boolean().default(false),
    /** Whose hand is up: person id → name. */
    asking: t.map('string'),
  },
  'Training',
)
export type TrainingState = SchemaType<typeof TrainingState>

type FlatPlace = Pick<EntityField, 'place' | 'by' | 'hand' | 'socket' | 'slot' | 'x' | 'y' | 'z' | 'yaw'>

export function flattenPlace(place: Place): FlatPlace {
  const flat = { place: place.kind, by: '', hand: '', socket: '', slot: 0, x: 0, y: 0, z: 0, yaw: 0 }
  switch (place.kind) {
    case 'home':
      return flat
    case 'held':
      return { ...flat, by: place.by, hand: place.hand }
    case 'socket':
      return { ...flat, socket: place.socket, slot: place.slot ?? 0 }
    case 'rest':
      return { ...flat, x: place.position[0], y: place.position[1], z: place.position[2], yaw: place.yaw }
  }
}

/** The Place a client rebuilds from the flat fields. */
export function placeOf(field: FlatPlace): Place {
  switch (field.place) {
    case 'held':
      return { kind: 'held', by: field.by, hand: field.hand === 'left' ? 'left' : 'right' }
    case 'socket':
      return { kind: 'socket', socket: field.socket, slot: field.slot }
    case 'rest':
      return { kind: 'rest', position: [field.x, field.y, field.z], yaw: field.yaw }
    default:
      return { kind: 'home' }
  }
}

export type FlatEntity = FlatPlace & Pick<EntityField, 'state' | 'locked' | 'hidden'>

export function flattenEntity({ place, state, locked, hidden }: PublicWorld['entities'][string]): FlatEntity {
  return { ...flattenPlace(place), state, locked, hidden }
}
