/** Passes frames on as they come; what came before the first listener is kept for it: each frame builds on those before. */
export interface Frames {
  tell(bytes: Uint8Array): void
  /** Returns what ends it. */
  listen(callback: (bytes: Uint8Array) => void): () => void
  /** A new connection begins anew. */
  forget(): void
}

/** A minute of a busy room. */
const MOST_KEPT = 1200

export function createFrames(): Frames {
  const listeners = new Set<(bytes: Uint8Array) => void>()
  const kept: Uint8Array[] = []
  return {
    tell(bytes) {
      if (listeners.size > 0) for (const listener of listeners) listener(bytes)
      else if (kept.length < MOST_KEPT) kept.push(bytes)
    },
    listen(callback) {
      for (const bytes of kept.splice(0)) callback(bytes)
      listeners.add(callback)
      return () => void listeners.delete(callback)
    },
    forget() {
      kept.length = 0
    },
  }
}
