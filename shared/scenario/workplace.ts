import { z } from 'zod'
import { affordance } from '#shared/procedure/affordances/registry.ts'
import { simulation } from '#shared/simulations/registry.ts'
import { documentId, iri, languageMap, quaternion, semver, sha256, vector3 } from './common.ts'

const transform = z.strictObject({ position: vector3, rotation: quaternion.default([0, 0, 0, 1]) })

const entity = z.strictObject({
  id: documentId,
  groups: z.array(documentId).default([]),
  /** Node of an asset, or absent for a thing that is only a place (the base of a fire). */
  model: z.strictObject({ asset: documentId, node: z.string().max(64) }).optional(),
  transform,
  parent: documentId.optional(),
  name: languageMap,
  description: languageMap,
  hazards: z.array(documentId).default([]),
  /** One for each person (own lock, own tag), shifted by `offset` metres for each that came before; only its owner uses it, unless `others` may. */
  personal: z
    .union([z.literal(false), z.strictObject({ offset: vector3, others: z.boolean().default(false) })])
    .default(false),
  affordances: z.array(affordance).default([]),
  states: z.strictObject({ values: z.array(documentId).min(1), initial: documentId }).optional(),
})
export type Entity = z.infer<typeof entity>

const zone = z.strictObject({ id: documentId, name: languageMap, min: vector3, max: vector3 })

const variable = z.strictObject({
  id: documentId,
  unit: z.string().max(16).optional(),
  min: z.int(),
  max: z.int(),
  initial: z.int(),
  visibleTo: z.enum(['everyone', 'authority']).default('authority'),
})

/** The slow-changing world: what is there and what can be done with it (IEEE 1589 "workplace"). */
export const workplace = z.strictObject({
  schemaVersion: z.literal(2),
  id: documentId,
  iri,
  version: semver,
  title: languageMap,
  licence: z.string().max(60),
  assets: z.array(
    z.strictObject({
      id: documentId,
      file: z.string().regex(/^[a-z0-9][a-z0-9/._-]*$/i),
      sha256,
      bytes: z.int().positive(),
      licence: z.string().max(60),
      attribution: z.string().max(300),
    }),
  ),
  walkable: z.array(z.strictObject({ min: vector3, max: vector3 })).min(1),
  obstacles: z.array(z.strictObject({ min: vector3, max: vector3 })).default([]),
  spawns: z.array(z.strictObject({ id: documentId, position: vector3, yawDegrees: z.number() })).min(1),
  teleportSpots: z
    .array(z.strictObject({ id: documentId, name: languageMap, position: vector3, yawDegrees: z.number() }))
    .default([]),
  /** Always reachable; entering it by choice pauses the scenario. */
  safePlace: z.strictObject({ position: vector3, yawDegrees: z.number() }),
  /** Where the instruction panel hangs in the world. */
  panel: z.strictObject({ position: vector3, yawDegrees: z.number() }),
  zones: z.array(zone).default([]),
  entities: z.array(entity),
  variables: z.array(variable).default([]),
  simulations: z.array(simulation).default([]),
})
export type Workplace = z.infer<typeof workplace>
