import { Euler, Quaternion, Vector3 } from 'three'
import type { PerspectiveCamera } from 'three'
import { comfort } from '../comfort.ts'
import { listenToKeyboard } from './keyboard.ts'
import { listenToPointer } from './pointer.ts'
import { anglesTo, createScreenView, turnView, viewRotation } from './screen-view.ts'

/** An eye without a body: it floats where mouse, keys or fingers take it, within the box. Metres, workplace frame. */
export interface FreeCamera {
  place(eye: Vector3, lookAt: Vector3): void
  update(deltaS: number): void
  /** −1..1 each: sideways, ahead, up. Held until changed. */
  move(x: number, y: number, up: number): void
  /** While it rests somebody else moves the camera; it goes on from where that was left. */
  rest(on: boolean): void
  dispose(): void
}

export interface FreeCameraOptions {
  canvas: HTMLCanvasElement
  camera: PerspectiveCamera
  min: Vector3
  max: Vector3
  onTouch(): void
  /** A key that does not move the eye; true when it meant something. */
  onKey(code: string): boolean
}

const LOOK_RAD_PER_PX = 0.0032
const MOVES = /^(Key[WASDQE]|Arrow(Up|Down|Left|Right)|Shift(Left|Right))$/

export function createFreeCamera({
  canvas,
  camera,
  min,
  max,
  onTouch,
  onKey,
}: FreeCameraOptions): FreeCamera {
  const view = createScreenView(comfort.eyeHeightM)
  const rotation = new Quaternion()
  const eye = new Vector3()
  const step = new Vector3()
  const asked = new Vector3()
  const euler = new Euler(0, 0, 0, 'YXZ')
  let resting = false

  function stay(at: Vector3) {
    eye.copy(at).clamp(min, max)
    view.feet.x = eye.x
    view.feet.z = eye.z
    view.eyeHeightM = eye.y
  }

  const stopPointer = listenToPointer(canvas, {
    look(dx, dy) {
      if (!resting) turnView(view, -dx * LOOK_RAD_PER_PX, -dy * LOOK_RAD_PER_PX)
    },
    at() {},
    press(kind) {
      if (kind === 'touch') onTouch()
    },
    release() {},
    locked() {},
  })
  const keys = listenToKeyboard({
    canvas,
    onPress: (code) => onKey(code) || MOVES.test(code),
    onRelease() {},
  })
  const axis = (negative: string, positive: string) =>
    Number(keys.isDown(positive)) - Number(keys.isDown(negative))

  return {
    place(at, lookAt) {
      stay(at)
      Object.assign(view, anglesTo(view, lookAt))
    },
    rest(on) {
      if (resting && !on) {
        stay(camera.position)
        view.yaw = euler.setFromQuaternion(camera.quaternion).y
        view.pitch = 0
        turnView(view, 0, euler.x)
      }
      resting = on
    },
    update(deltaS) {
      if (resting) return
      const turn = comfort.keyLookRadPerS * deltaS
      turnView(view, axis('ArrowRight', 'ArrowLeft') * turn, axis('ArrowDown', 'ArrowUp') * turn)
      viewRotation(view, rotation)
      step.set(axis('KeyA', 'KeyD') + asked.x, 0, axis('KeyW', 'KeyS') - asked.y)
      step.applyQuaternion(rotation)
      step.y += axis('KeyQ', 'KeyE') + asked.z
      const fast = keys.isDown('ShiftLeft') || keys.isDown('ShiftRight')
      const speed = fast ? comfort.flatRunMps * 2 : comfort.flatRunMps
      stay(eye.addScaledVector(step.clampLength(0, 1), speed * deltaS))
      camera.position.copy(eye)
      camera.quaternion.copy(rotation)
      camera.updateMatrixWorld()
    },
    move(x, y, up) {
      asked.set(x, y, up).clampScalar(-1, 1)
      if (x !== 0 || y !== 0 || up !== 0) onTouch()
    },
    dispose() {
      stopPointer()
      keys.dispose()
    },
  }
}
