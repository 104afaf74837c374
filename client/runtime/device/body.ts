import { Quaternion, Vector3 } from 'three'
import type { HandJoints } from '#shared/protocol/tracked-pose.ts'

export type Side = 'left' | 'right'
export type Device = 'mouse' | 'touch' | 'keyboard' | 'controllers' | 'hands'

/** One hand as every device fills it, each frame, in the workplace frame. */
export interface Hand {
  readonly side: Side
  present: boolean
  kind: 'screen' | 'controller' | 'tracked'
  /** Palm. */
  readonly grip: Vector3
  readonly gripRotation: Quaternion
  /** Where it points: −Z is the target ray. */
  readonly aim: Quaternion
  readonly rayOrigin: Vector3
  readonly rayDirection: Vector3
  /** Fingertip or controller's nose: what touches. */
  readonly tip: Vector3
  /** 0..1: trigger, pinch, mouse button, key. */
  trigger: number
  /** 0..1: grip button; 0 where there is none. */
  squeeze: number
  /** Asks for a sign where it points: the upper face button (B or Y). */
  marks: boolean
  /** Fingers; they count while `kind` is `tracked`. */
  joints: HandJoints | null
}

/** A person as all devices fill it. Nobody downstream can tell devices apart. */
export interface Body {
  readonly head: Vector3
  readonly headRotation: Quaternion
  readonly left: Hand
  readonly right: Hand
  /** Set by teleport, turn and recentre; cleared when a pose was sent. */
  discontinuity: boolean
}

export function createBody(): Body {
  return {
    head: new Vector3(0, 1.6, 0),
    headRotation: new Quaternion(),
    left: createHand('left'),
    right: createHand('right'),
    discontinuity: true,
  }
}

function createHand(side: Side): Hand {
  return {
    side,
    present: false,
    kind: 'screen',
    grip: new Vector3(),
    gripRotation: new Quaternion(),
    aim: new Quaternion(),
    rayOrigin: new Vector3(),
    rayDirection: new Vector3(0, 0, -1),
    tip: new Vector3(),
    trigger: 0,
    squeeze: 0,
    marks: false,
    joints: null,
  }
}
