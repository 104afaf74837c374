import { nextRandom } from '#shared/kernel/random.ts'

/** Seeded chance. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** 0 … below − 1. */
  below(below: number): number {
    const { state, value } = nextRandom(this.#state)
    this.#state = state
    return value % below
  }

  /** One in `n`. */
  once(n: number): boolean {
    return this.below(n) === 0
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T
  }

  bytes(most: number): Buffer {
    return Buffer.from(Array.from({ length: this.below(most + 1) }, () => this.below(256)))
  }
}
