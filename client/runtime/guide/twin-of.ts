import { isInstance, templateOf } from '../things/personal-thing.ts'

/**
 * What one has instead of a thing that somebody else acts on: of personal things the own one, of what is everybody's the thing
 * itself. Undefined where there is none, or somebody else has it in hand.
 *
 * @param number of one's own things; 0 for none
 */
export function twinOf(
  entity: string,
  number: number,
  { isThere, isWithOthers }: { isThere(id: string): boolean; isWithOthers(id: string): boolean },
): string | undefined {
  const twin = isInstance(entity) ? `${templateOf(entity)}@${number}` : entity
  return isThere(twin) && !isWithOthers(twin) ? twin : undefined
}
