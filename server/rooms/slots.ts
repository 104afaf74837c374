/** Numbers people's avatars in pose frames, from 1. Who comes back gets the same number: others know them by its colour. */
export class Slots {
  readonly #slots = new Map<string, number>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  of(person: string): number | undefined {
    return this.#slots.get(person)
  }

  /** @param isHere keeps the numbers of others who are connected when all have been given out */
  take(person: string, isHere: (other: string) => boolean): number {
    const known = this.#slots.get(person)
    if (known !== undefined) return known
    if (this.#slots.size >= this.#most) this.#forget(isHere)
    const taken = new Set(this.#slots.values())
    let slot = 1
    while (taken.has(slot)) slot += 1
    this.#slots.set(person, slot)
    return slot
  }

  #forget(isHere: (other: string) => boolean): void {
    for (const other of this.#slots.keys()) if (!isHere(other)) this.#slots.delete(other)
  }
}
