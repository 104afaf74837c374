/** Things in the order of the workplace document, so that a list does not jump about under the finger as one walks. */
export function inDocumentOrder<T extends { entity: string }>(
  things: readonly T[],
  entities: readonly { id: string }[],
): T[] {
  const rank = new Map(entities.map(({ id }, index) => [id, index]))
  return things.toSorted((a, b) => (rank.get(a.entity) ?? rank.size) - (rank.get(b.entity) ?? rank.size))
}
