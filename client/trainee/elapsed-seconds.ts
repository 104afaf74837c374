import { writable } from '#client/runtime/readable.ts'
import type { Readable } from '#client/runtime/readable.ts'
import type { SessionLink } from '#client/net/session-link.ts'

const ticksPerSecond = 20

/** Whole seconds of training time; paused time has no ticks. Changes once a second, not with every tick. */
export function elapsedSeconds(link: SessionLink): Readable<number> {
  const seconds = () => Math.floor(link.world.get().tick / ticksPerSecond)
  return {
    get: seconds,
    subscribe(callback) {
      const last = writable(seconds())
      const offLast = last.subscribe(callback)
      const offWorld = link.world.subscribe(() => last.set(seconds()))
      return () => {
        offWorld()
        offLast()
      }
    },
  }
}
