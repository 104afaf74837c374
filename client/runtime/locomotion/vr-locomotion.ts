import type { Object3D } from 'three'
import { Vector3 } from 'three'
import { comfort } from '../comfort.ts'
import type { RuntimeSettings } from '../comfort.ts'
import type { Body, Hand } from '../device/body.ts'
import type { XrSource } from '../device/xr-hands.ts'
import { slide } from './floor.ts'
import type { Floor } from './floor.ts'
import { placeFeet, turnAboutHead } from './rig-moves.ts'
import { ARC_POINTS, throwArc } from './teleport-arc.ts'
import type { Landing } from './teleport-arc.ts'

const PUSHED = 0.7
const LET_GO = 0.4

export interface VrLocomotion {
  /** Polyline of the present teleport, ARC_POINTS × xyz, workplace frame; null while none is aimed. */
  readonly arc: Float32Array | null
  readonly landing: Landing
  /** Metres per second of smooth movement now, for the vignette. */
  readonly speed: number
  /** Before both hands of a frame. */
  begin(body: Body): void
  update(deltaS: number, body: Body, hand: Hand, source: XrSource | null, throwing: boolean): void
}

/** Teleport, snap turn about the head, and where wished smooth walking and turning. Only a person's own input moves the rig. */
export function createVrLocomotion(
  rig: Object3D,
  floor: Floor,
  settings: () => RuntimeSettings,
): VrLocomotion {
  const points = new Float32Array(ARC_POINTS * 3)
  const landing: Landing = { reached: false, valid: false, x: 0, z: 0 }
  const forward = new Vector3()
  const feet = { x: 0, z: 0 }
  const turning = { left: false, right: false }
  let aimedBy: Hand | null = null
  let byStick = false
  let speed = 0

  function turn(deltaS: number, body: Body, hand: Hand, stickX: number) {
    const { turn: how } = settings()
    if (how === 'smooth') {
      if (Math.abs(stickX) < LET_GO) return
      turnAboutHead(rig, body.head, -Math.sign(stickX) * comfort.smoothTurnRadPerS * deltaS)
      body.discontinuity = true
      return
    }
    if (Math.abs(stickX) < LET_GO) turning[hand.side] = false
    else if (Math.abs(stickX) > PUSHED && !turning[hand.side]) {
      turning[hand.side] = true
      turnAboutHead(rig, body.head, (-Math.sign(stickX) * how * Math.PI) / 180)
      body.discontinuity = true
    }
  }

  function walk(deltaS: number, body: Body, stickX: number, stickY: number) {
    const far = Math.hypot(stickX, stickY)
    if (far < 0.2) return
    // Level forward, so that looking down is not walking slowly.
    forward.set(0, 0, -1).applyQuaternion(body.headRotation)
    const yaw = Math.atan2(-forward.x, -forward.z)
    const step = (comfort.smoothMoveMps * Math.min(1, far) * deltaS) / far
    const sin = Math.sin(yaw)
    const cos = Math.cos(yaw)
    feet.x = body.head.x
    feet.z = body.head.z
    slide(floor, feet, (cos * stickX + sin * stickY) * step, (-sin * stickX + cos * stickY) * step, feet)
    placeFeet(rig, body.head, feet.x, feet.z)
    speed = comfort.smoothMoveMps * Math.min(1, far)
  }

  function teleport(body: Body, hand: Hand, stickY: number, throwing: boolean) {
    if (aimedBy === null && (throwing || stickY < -PUSHED)) {
      aimedBy = hand
      byStick = !throwing
    }
    if (aimedBy !== hand) return
    if (byStick ? stickY < -LET_GO : throwing) {
      throwArc(hand.rayOrigin, hand.rayDirection, body.head, floor, points, landing)
      return
    }
    aimedBy = null
    if (!landing.valid) return
    placeFeet(rig, body.head, landing.x, landing.z)
    body.discontinuity = true
  }

  return {
    get arc() {
      return aimedBy ? points : null
    },
    landing,
    get speed() {
      return speed
    },
    update(deltaS, body, hand, source, throwing) {
      const { move, leftHanded } = settings()
      const walks = move === 'walk' && hand.side === (leftHanded ? 'right' : 'left')
      if (walks && source) walk(deltaS, body, source.stickX, source.stickY)
      else if (source) turn(deltaS, body, hand, source.stickX)
      teleport(body, hand, walks || !source ? 0 : source.stickY, throwing)
    },
    begin(body) {
      speed = 0
      if (aimedBy && !body[aimedBy.side].present) aimedBy = null
    },
  }
}
