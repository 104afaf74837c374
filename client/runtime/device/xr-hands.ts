import { Matrix4, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { HandJoints } from '#shared/protocol/tracked-pose.ts'
import type { Body, Hand, Side } from './body.ts'
import { emptyHandJoints, readHandJoints } from './hand-joints.ts'
import { pinchOf } from './pinch.ts'
import { createXrSpaces } from './xr-spaces.ts'

export const JOINTS = 25
const WRIST = 0
const THUMB_TIP = 4
const INDEX_TIP = 9
const MIDDLE_METACARPAL = 10
const MIDDLE_PROXIMAL = 11

/** A hand's gamepad and joints as the frame before drawing found them. */
export interface XrSource {
  readonly side: Side
  source: XRInputSource
  /** Thumbstick, −1..1; y is negative forward. */
  stickX: number
  stickY: number
  /** The lower face button (A or X), for whom one controller has to do. */
  button: boolean
  /** 25 joints in the rig's frame, or null with a controller. */
  joints: readonly Matrix4[] | null
}

export interface XrHands {
  readonly left: XrSource | null
  readonly right: XrSource | null
  readonly device: 'controllers' | 'hands'
  /** Fills the body's head and hands from the frame; false while the head is not tracked. */
  read(frame: XRFrame, base: XRReferenceSpace, rig: Object3D, body: Body): boolean
  pulse(side: Side, strength: number, durationMs: number): void
  dispose(): void
}

/** Reads the session's tracked controllers and hands. */
export function readXrHands(session: XRSession): XrHands {
  const spaces = createXrSpaces()
  const sources: XrSource[] = []
  const matrix = new Matrix4()
  const other = new Vector3()
  const shapes: Readonly<Record<Side, HandJoints>> = { left: emptyHandJoints(), right: emptyHandJoints() }
  let viewer: XRReferenceSpace | undefined

  function onChange() {
    sources.length = 0
    for (const source of session.inputSources ?? []) {
      if (source.targetRayMode !== 'tracked-pointer' || source.handedness === 'none') continue
      const joints = source.hand ? Array.from({ length: JOINTS }, () => new Matrix4()) : null
      sources.push({ side: source.handedness, source, stickX: 0, stickY: 0, button: false, joints })
    }
    spaces.set([
      viewer,
      ...sources.flatMap(({ source }) => [
        source.targetRaySpace,
        source.gripSpace ?? undefined,
        ...(source.hand ? source.hand.values() : []),
      ]),
    ])
  }

  function readOne(entry: XrSource, first: number, rig: Object3D, hand: Hand) {
    if (!spaces.get(first, matrix)) return
    matrix.premultiply(rig.matrixWorld)
    matrix.decompose(hand.rayOrigin, hand.aim, other)
    hand.rayDirection.set(0, 0, -1).applyQuaternion(hand.aim)
    hand.grip.copy(hand.rayOrigin)
    hand.gripRotation.copy(hand.aim)
    if (spaces.get(first + 1, matrix)) {
      matrix.premultiply(rig.matrixWorld)
      matrix.decompose(hand.grip, hand.gripRotation, other)
    }
    hand.tip.copy(hand.rayOrigin).addScaledVector(hand.rayDirection, 0.03)
    hand.present = true
    hand.kind = entry.joints ? 'tracked' : 'controller'
    if (entry.joints) readJoints(entry.joints, first + 2, rig, hand)
    else readGamepad(entry, hand)
  }

  function readJoints(joints: readonly Matrix4[], first: number, rig: Object3D, hand: Hand) {
    for (let i = 0; i < JOINTS; i++) {
      const joint = joints[i]
      if (joint && !spaces.get(first + i, joint) && i === WRIST) hand.present = false
    }
    const palm = joints[MIDDLE_METACARPAL]
    const knuckle = joints[MIDDLE_PROXIMAL]
    const index = joints[INDEX_TIP]
    const thumb = joints[THUMB_TIP]
    if (!palm || !knuckle || !index || !thumb) return
    hand.tip.setFromMatrixPosition(index)
    hand.trigger = pinchOf(hand.tip.distanceTo(other.setFromMatrixPosition(thumb)))
    hand.tip.applyMatrix4(rig.matrixWorld)
    hand.grip
      .setFromMatrixPosition(palm)
      .lerp(other.setFromMatrixPosition(knuckle), 0.7)
      .applyMatrix4(rig.matrixWorld)
    hand.squeeze = 0
    hand.marks = false
    readHandJoints(joints, rig.matrixWorld, (hand.joints = shapes[hand.side]))
  }

  session.addEventListener('inputsourceschange', onChange)
  onChange()
  void session.requestReferenceSpace('viewer').then((space) => {
    viewer = space
    onChange()
  })
  return {
    get left() {
      return sources.find((entry) => entry.side === 'left') ?? null
    },
    get right() {
      return sources.find((entry) => entry.side === 'right') ?? null
    },
    get device() {
      return sources.some((entry) => entry.joints) ? 'hands' : 'controllers'
    },
    read(frame, base, rig, body) {
      body.left.present = false
      body.right.present = false
      spaces.read(frame, base)
      if (!spaces.get(0, matrix)) return false
      matrix.premultiply(rig.matrixWorld).decompose(body.head, body.headRotation, other)
      let first = 1
      for (const entry of sources) {
        readOne(entry, first, rig, body[entry.side])
        first += 2 + (entry.joints ? JOINTS : 0)
      }
      return true
    },
    pulse(side, strength, durationMs) {
      const gamepad = sources.find((entry) => entry.side === side)?.source.gamepad
      // Where there is no actuator (hands, emulators) nothing is felt, and nothing is wrong.
      void gamepad?.hapticActuators?.[0]?.pulse(strength, durationMs).catch(() => false)
    },
    dispose: () => session.removeEventListener('inputsourceschange', onChange),
  }
}

function readGamepad(entry: XrSource, hand: Hand): void {
  const gamepad = entry.source.gamepad
  hand.trigger = gamepad?.buttons[0]?.value ?? 0
  hand.squeeze = gamepad?.buttons[1]?.value ?? 0
  hand.marks = gamepad?.buttons[5]?.pressed ?? false
  entry.stickX = gamepad?.axes[2] ?? 0
  entry.stickY = gamepad?.axes[3] ?? 0
  entry.button = gamepad?.buttons[4]?.pressed ?? false
}
