import type { PublicWorld } from '#shared/session/public-world.ts'

type Seated = { readonly slot: number; readonly kind: string }

/** Slots of those who lead, hold something or are looked through; `members` by person. */
export function busySlots(
  entities: PublicWorld['entities'],
  members: Iterable<readonly [person: string, seated: Seated]>,
  watched: ReadonlySet<string>,
): Set<number> {
  const holders = new Set<string>()
  for (const { place } of Object.values(entities)) if (place.kind === 'held') holders.add(place.by)
  const slots = new Set<number>()
  for (const [person, { slot, kind }] of members)
    if (slot !== 0 && (kind === 'instructor' || holders.has(person) || watched.has(person))) slots.add(slot)
  return slots
}
