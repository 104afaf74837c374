/** Who waits until what they asked for is on disk, tick by tick. */
export class DurableAsks {
  #sinceTick: ((kept: boolean) => void)[] = []
  readonly #waiting = new Set<(kept: boolean) => void>()

  /** True when the next tick is durable; false when it never will be. */
  wait(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#sinceTick.push(resolve)
      this.#waiting.add(resolve)
    })
  }

  /** Takes those of this tick; the answer tells them that it is durable. */
  take(): () => void {
    const asked = this.#sinceTick
    this.#sinceTick = []
    return () => {
      for (const resolve of asked) this.#answer(resolve, true)
    }
  }

  giveUp(): void {
    for (const resolve of this.#waiting) this.#answer(resolve, false)
  }

  #answer(resolve: (kept: boolean) => void, kept: boolean): void {
    this.#waiting.delete(resolve)
    resolve(kept)
  }
}
