/** A value that can be read now and watched; `subscribe` does not call at once. */
export interface Readable<T> {
  get(): T
  subscribe(listener: (value: T) => void): () => void
}

export interface Writable<T> extends Readable<T> {
  /** Setting the same value (Object.is) again tells nobody. */
  set(value: T): void
}

export function writable<T>(initial: T): Writable<T> {
  let current = initial
  const listeners = new Set<(value: T) => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const listener of listeners) listener(value)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
