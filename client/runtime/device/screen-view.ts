import { Euler, MathUtils } from 'three'
import type { Quaternion, Vector3 } from 'three'

const STEEPEST = MathUtils.degToRad(80)

/** Where a flat screen's person stands and looks. Yaw 0 faces −Z, positive turns left; radians. */
export interface ScreenView {
  readonly feet: { x: number; z: number }
  yaw: number
  pitch: number
  eyeHeightM: number
}

export function createScreenView(eyeHeightM: number): ScreenView {
  return { feet: { x: 0, z: 0 }, yaw: 0, pitch: 0, eyeHeightM }
}

export function turnView(view: ScreenView, yaw: number, pitch: number): void {
  view.yaw += yaw
  view.pitch = MathUtils.clamp(view.pitch + pitch, -STEEPEST, STEEPEST)
}

const euler = new Euler(0, 0, 0, 'YXZ')

export function viewRotation(view: ScreenView, out: Quaternion): Quaternion {
  return out.setFromEuler(euler.set(view.pitch, view.yaw, 0))
}

/** Yaw and pitch that look from the eye at a point. */
export function anglesTo(view: ScreenView, point: Vector3): { yaw: number; pitch: number } {
  const dx = point.x - view.feet.x
  const dy = point.y - view.eyeHeightM
  const dz = point.z - view.feet.z
  return {
    yaw: Math.atan2(-dx, -dz),
    pitch: MathUtils.clamp(Math.atan2(dy, Math.hypot(dx, dz)), -STEEPEST, STEEPEST),
  }
}

/** Turns at most `radians` towards the point; true when it is there. */
export function turnTowards(view: ScreenView, point: Vector3, radians: number): boolean {
  const goal = anglesTo(view, point)
  const dYaw = MathUtils.euclideanModulo(goal.yaw - view.yaw + Math.PI, 2 * Math.PI) - Math.PI
  const dPitch = goal.pitch - view.pitch
  const far = Math.hypot(dYaw, dPitch)
  const share = far <= radians ? 1 : radians / far
  turnView(view, dYaw * share, dPitch * share)
  return share === 1
}
