import type { Object3D } from 'three'

/** How an extinguisher is handled now; 0..1 where a number. */
export interface ExtinguisherPose {
  /** Hose or horn points forward (in the hand) instead of hanging (on the bracket). */
  readonly ready: boolean
  readonly squeeze: number
  /** 0 = pin in, 1 = out of sight. */
  readonly pin: number
}

const PIN_TRAVEL_M = 0.075
const LEVER_TRAVEL_RAD = 0.17
const HORN_HANGS_RAD = -1.45

/** Poses the named children of an extinguisher of the kitchen-office. The pin is left alone once it has been given to a hand. */
export function poseExtinguisher(extinguisher: Object3D, pose: ExtinguisherPose): void {
  const part = (suffix: string) => child(extinguisher, suffix)
  const stowed = part('-hose-stowed')
  const ready = part('-hose-ready')
  const horn = part('-horn')
  const lever = part('-lever')
  const pin = part('-pin')
  if (stowed) stowed.visible = !pose.ready
  if (ready) ready.visible = pose.ready
  if (horn) horn.rotation.x = pose.ready ? 0 : HORN_HANGS_RAD
  if (lever) lever.rotation.x = pose.squeeze * LEVER_TRAVEL_RAD
  if (pin) {
    pin.userData['inX'] ??= pin.position.x
    pin.position.x = Number(pin.userData['inX']) + pose.pin * PIN_TRAVEL_M
    pin.visible = pose.pin < 1
  }
}

function child(parent: Object3D, suffix: string): Object3D | undefined {
  for (const c of parent.children) if (c.name.endsWith(suffix)) return c
  return undefined
}
