import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { Readable } from './readable.ts'
import type { Side } from './device/body.ts'

/** Who holds what, looked up without a search each frame. */
export function watchHoldings(
  world: Pick<Readable<PublicWorldClient>, 'get'>,
): (person: string, side: Side) => string | undefined {
  const hands = { left: new Map<string, string>(), right: new Map<string, string>() }
  let read: PublicWorldClient['entities'] | null = null

  function readAnew(entities: PublicWorldClient['entities']) {
    read = entities
    hands.left.clear()
    hands.right.clear()
    for (const [id, { place }] of Object.entries(entities))
      if (place.kind === 'held') hands[place.hand].set(place.by, id)
  }

  return (person, side) => {
    const { entities } = world.get()
    if (entities !== read) readAnew(entities)
    return hands[side].get(person)
  }
}
