import { Quaternion, Vector3 } from 'three'
import type { Object3D } from 'three'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'

/** A flat screen's eye that stays where it is, whatever else moves it. */
export interface StillView {
  readonly frozen: Readable<boolean>
  freeze(on: boolean): void
  /** Once a frame, after everything that moves the eye. */
  update(): void
}

export function createStillView(camera: Object3D, rest: (on: boolean) => void): StillView {
  const frozen = writable(false)
  const position = new Vector3()
  const rotation = new Quaternion()
  return {
    frozen,
    freeze(on) {
      if (on === frozen.get()) return
      position.copy(camera.position)
      rotation.copy(camera.quaternion)
      rest(on)
      frozen.set(on)
    },
    update() {
      if (!frozen.get()) return
      camera.position.copy(position)
      camera.quaternion.copy(rotation)
      camera.updateMatrixWorld()
    },
  }
}
