import { comfort } from '../comfort.ts'
import { listenToKeyboard } from '../device/keyboard.ts'
import { listenToPointer } from '../device/pointer.ts'
import type { Drift } from './drift.ts'

const LOOK_RAD_PER_PX = 0.0032
/** Of the half metre. */
const NUDGE_PER_S = 1.6

/** The follower's own keys and mouse, while a flat screen's eye is somebody else's: they step aside and look around. */
export interface DriftInput {
  /** @param on the eye is somebody else's */
  update(on: boolean, deltaS: number): void
  dispose(): void
}

export function listenToDrift(canvas: HTMLCanvasElement, drift: Drift): DriftInput {
  let listening = false
  const stopPointer = listenToPointer(canvas, {
    look(dx, dy) {
      if (listening) drift.look(-dx * LOOK_RAD_PER_PX, -dy * LOOK_RAD_PER_PX)
    },
    at() {},
    press() {},
    release() {},
    locked() {},
  })
  const keys = listenToKeyboard({ canvas, onPress: () => false, onRelease() {} })
  const axis = (negative: string, positive: string) =>
    Number(keys.isDown(positive)) - Number(keys.isDown(negative))
  return {
    update(on, deltaS) {
      listening = on
      if (!on) return
      const step = NUDGE_PER_S * deltaS
      const turn = comfort.keyLookRadPerS * deltaS
      const side = axis('KeyA', 'KeyD')
      const ahead = axis('KeyS', 'KeyW')
      const yaw = axis('ArrowRight', 'ArrowLeft')
      const pitch = axis('ArrowDown', 'ArrowUp')
      if (side !== 0 || ahead !== 0) drift.nudge(side * step, ahead * step)
      if (yaw !== 0 || pitch !== 0) drift.look(yaw * turn, pitch * turn)
    },
    dispose() {
      stopPointer()
      keys.dispose()
    },
  }
}
