import type { ClientEntity } from '#shared/protocol/views.ts'

/** Has the entity such an affordance? */
export function can(entity: ClientEntity, type: string): boolean {
  return entity.affordances.some((affordance) => affordance.type === type)
}
