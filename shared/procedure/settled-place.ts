import type { Draft } from './draft.ts'
import { freeSlot, socketOf } from './sockets.ts'
import type { Place } from './state.ts'

/** Where a thing comes to be that was meant for that place: where it cannot be, back to where the document put it. */
export function settled({ compiled, state }: Draft, thing: string, wanted: Place): Place {
  switch (wanted.kind) {
    case 'socket': {
      const { socket } = wanted
      const slot = freeSlot(compiled, state, socket, thing)
      if (slot === undefined) return { kind: 'home' }
      return socketOf(compiled, socket)?.capacity === undefined
        ? { kind: 'socket', socket }
        : { kind: 'socket', socket, slot }
    }
    case 'rest': {
      const [x, y, z] = wanted.position
      const sound = [x, y, z, wanted.yaw].every(Number.isSafeInteger)
      return sound ? { kind: 'rest', position: [x, y, z], yaw: wanted.yaw } : { kind: 'home' }
    }
    case 'home':
    case 'held':
      return { kind: 'home' }
  }
}
