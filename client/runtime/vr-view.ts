import { Vector3 } from 'three'
import type { Texture } from 'three'
import type { RuntimeSettings } from './comfort.ts'
import type { Body, Side } from './device/body.ts'
import { readXrHands } from './device/xr-hands.ts'
import type { XrHands } from './device/xr-hands.ts'
import type { HandLoop } from './interaction/hand-loop.ts'
import type { Floor } from './locomotion/floor.ts'
import { placeFeet, turnAboutHead } from './locomotion/rig-moves.ts'
import { createVrLocomotion } from './locomotion/vr-locomotion.ts'
import { createHandModels } from './models/hand-models.ts'
import { createArcModel, createBeam } from './models/pointer-models.ts'
import { onlyOwnSight } from './own-sight.ts'
import type { Stage } from './stage.ts'
import type { Things } from './things/things.ts'
import { createVrPanels } from './vr-panels.ts'
import type { VrPanels, VrPanelsOptions } from './vr-panels.ts'

export interface VrView {
  readonly device: 'controllers' | 'hands'
  readonly panels: VrPanels
  readonly speed: number
  /** Reads head and hands of the frame, and moves the person; false until the device is tracked. */
  read(deltaS: number, frame: XRFrame, body: Body, loops: Readonly<Record<Side, HandLoop>>): boolean
  /** After picking: draws hands, beams and arc. */
  draw(body: Body, loops: Readonly<Record<Side, HandLoop>>): void
  buttonOf(side: Side): boolean
  /** Feet on a place, facing a yaw (radians). */
  place(body: Body, x: number, z: number, yaw: number): void
  pulse(side: Side, strength: number, durationMs: number): void
  setVisible(visible: boolean): void
  dispose(): void
}

/** One immersive session: its hands, how they look, and how the person moves. */
export function createVrView(
  stage: Stage,
  session: XRSession,
  floor: Floor,
  things: Things,
  environment: Texture | null,
  settings: () => RuntimeSettings,
  onRecentre: () => void,
  panelsOptions: VrPanelsOptions,
): VrView {
  const { rig, scene, renderer } = stage
  const hands: XrHands = readXrHands(session)
  const models = { left: createHandModels(environment), right: createHandModels(environment) }
  const beams = { left: createBeam(), right: createBeam() }
  const arc = createArcModel()
  const locomotion = createVrLocomotion(rig, floor, settings)
  const panels = createVrPanels(panelsOptions)
  const forward = new Vector3()
  const roots = [models.left.root, models.right.root, beams.left.root, beams.right.root, arc.root]
  scene.add(...roots.map(onlyOwnSight))
  let base: XRReferenceSpace | null = null

  function drawHand(side: Side, body: Body, loops: Readonly<Record<Side, HandLoop>>) {
    const hand = body[side]
    const held = things.inHand(side)
    models[side].update(hand, hands[side]?.joints ?? null, rig.matrixWorld, held !== undefined)
    const loop = loops[side]
    const points =
      !loop.near &&
      locomotion.arc === null &&
      (held === undefined || loop.hit.target !== null || loop.onSurface)
    beams[side].update(hand, points, loop.hit.distance, loop.hit.target !== null || loop.onSurface)
  }

  function readBody(frame: XRFrame, body: Body): boolean {
    const space = renderer.xr.getReferenceSpace()
    if (!space) return false
    if (space !== base) {
      base?.removeEventListener('reset', onRecentre)
      base = space
      base.addEventListener('reset', onRecentre)
    }
    return hands.read(frame, space, rig, body)
  }

  return {
    panels,
    get device() {
      return hands.device
    },
    get speed() {
      return locomotion.speed
    },
    read(deltaS, frame, body, loops) {
      if (!readBody(frame, body)) return false
      const { x, z } = rig.position
      const turn = rig.rotation.y
      locomotion.begin(body)
      for (const side of SIDES) {
        const source = hands[side]
        const steers = source && !loops[side].steer(body[side], source.stickX, source.stickY)
        locomotion.update(deltaS, body, body[side], steers ? source : null, loops[side].throwing)
      }
      const moved = rig.position.x !== x || rig.position.z !== z || rig.rotation.y !== turn
      return !moved || readBody(frame, body)
    },
    draw(body, loops) {
      arc.update(locomotion.arc, locomotion.landing)
      for (const side of SIDES) drawHand(side, body, loops)
    },
    buttonOf: (side) => hands[side]?.button ?? false,
    place(body, x, z, yaw) {
      forward.set(0, 0, -1).applyQuaternion(body.headRotation)
      turnAboutHead(rig, body.head, yaw - Math.atan2(-forward.x, -forward.z))
      placeFeet(rig, body.head, x, z)
      body.discontinuity = true
    },
    pulse: (side, strength, durationMs) => hands.pulse(side, strength, durationMs),
    setVisible(visible) {
      for (const side of SIDES) models[side].root.visible = visible
    },
    dispose() {
      base?.removeEventListener('reset', onRecentre)
      hands.dispose()
      panels.dispose()
      for (const side of SIDES) {
        models[side].dispose()
        beams[side].root.removeFromParent()
      }
      arc.root.removeFromParent()
      rig.position.set(0, 0, 0)
      rig.rotation.set(0, 0, 0)
      rig.updateMatrixWorld(true)
    },
  }
}

const SIDES = ['left', 'right'] as const
