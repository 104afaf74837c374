import { Ray } from 'three'
import type { PerspectiveCamera } from 'three'
import { listenToKeyPen } from './key-pen.ts'
import { AIR_M, lookAt } from './look.ts'
import type { Pen } from './pen.ts'
import { listenToScreenPen } from './screen-pen.ts'
import { createSpot } from './spot.ts'
import type { Spot } from './spot.ts'
import type { SurfaceProbe } from './surface-probe.ts'

export interface ScreenDrawingOptions {
  canvas: HTMLCanvasElement
  camera: PerspectiveCamera
  probe: SurfaceProbe
  pen: Pen
  isOn(): boolean
  isStill(): boolean
  /** There is a body: E, Q, F and G would act. */
  embodied: boolean
  press(spot: Spot, by: 'drag' | 'key'): void
  /** Escape: what was begun, else the tool. */
  leave(): void
  undo(): void
}

/** A flat screen's pen: mouse, finger, or a point that arrow keys move. */
export interface ScreenDrawing {
  /** Null: the pointer is not over the scene. */
  readonly spot: Spot | null
  readonly look: Ray
  update(deltaS: number): void
  dispose(): void
}

export function createScreenDrawing(options: ScreenDrawingOptions): ScreenDrawing {
  const { canvas, camera, probe, pen } = options
  const look = new Ray()
  const spot = createSpot()
  const pointer = { x: 0, y: 0, over: false }
  let by: 'pointer' | 'keys' = 'pointer'
  let dragging = false

  function aim(x: number, y: number): Spot {
    look.origin.setFromMatrixPosition(camera.matrixWorld)
    look.direction.set(x, y, 0.5).unproject(camera).sub(look.origin).normalize()
    lookAt(probe, look, AIR_M, spot)
    return spot
  }
  function point(x: number, y: number) {
    pointer.x = x
    pointer.y = y
    pointer.over = true
    by = 'pointer'
  }

  const stopPointer = listenToScreenPen(canvas, {
    isOn: options.isOn,
    hover: point,
    leave() {
      pointer.over = false
    },
    down(x, y) {
      point(x, y)
      dragging = true
      options.press(aim(x, y), 'drag')
    },
    move(x, y) {
      point(x, y)
      if (dragging) pen.move(aim(x, y), look)
    },
    up() {
      dragging = false
      pen.up()
    },
    cancel() {
      dragging = false
      pen.cancel()
    },
  })
  const keys = listenToKeyPen(canvas, {
    isOn: options.isOn,
    isStill: options.isStill,
    acting: options.embodied ? /^Key[EQFG]$/ : /^$/,
    set() {
      if (by === 'pointer' && pointer.over) {
        keys.x = pointer.x
        keys.y = pointer.y
      }
      by = 'keys'
      options.press(aim(keys.x, keys.y), 'key')
    },
    stop: options.leave,
    undo: options.undo,
  })

  return {
    get spot() {
      return by === 'keys' || pointer.over ? spot : null
    },
    look,
    update(deltaS) {
      if (keys.update(deltaS, canvas.clientWidth / Math.max(1, canvas.clientHeight))) by = 'keys'
      if (by === 'pointer' && !pointer.over) return
      aim(by === 'keys' ? keys.x : pointer.x, by === 'keys' ? keys.y : pointer.y)
      // A line is drawn while the pen is down; anything else follows to its other end.
      if (pen.growing && (dragging || pen.growing.shape !== 'stroke')) pen.move(spot, look)
    },
    dispose() {
      stopPointer()
      keys.dispose()
    },
  }
}
