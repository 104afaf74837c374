import { CapsuleGeometry, Group, InstancedMesh } from 'three'
import type { Object3D } from 'three'
import { createHandFigure, followHand } from '../avatars/hand-figure.ts'
import type { HandFigure } from '../avatars/hand-figure.ts'
import { JOINT_COUNT } from '../avatars/hand-skeleton.ts'
import type { Side } from '../device/body.ts'
import { bonesOf, handBones, layBones } from '../models/hand-bones.ts'
import type { PlayedPose } from '../motion/played-pose.ts'
import type { GhostFrame } from './ghost-frame.ts'
import { intoFrame } from './ghost-frame.ts'
import { createGhostMaterial } from './ghost-material.ts'

/** Another's hands, to be copied. */
export interface GhostHands {
  readonly root: Object3D
  /** The higher one's wrist as it is drawn; of hands that are not to be seen the last one. */
  readonly wrist: Float32Array
  update(deltaS: number, how: GhostLook): void
  dispose(): void
}

/** The same object in every frame. */
export interface GhostLook {
  /** Null: none are to be seen. */
  pose: PlayedPose | null
  holds(side: Side): boolean
  frame: GhostFrame
  colour: string
  opacity: number
}

/** Round a glove: by a thing that both have they lie over the very hands that they are of. */
const bones = handBones(1.3)
const cuff = bonesOf([[0, JOINT_COUNT, 0.032]])
const EACH = bones.count + cuff.count
/** Before it nothing see-through, after it all of it: smoke and marks do not hide behind what only bends light. */
const ORDER = 6

export function createGhostHands(): GhostHands {
  const { material, depth, dress } = createGhostMaterial()
  const capsule = new CapsuleGeometry(1, 1, 4, 12)
  const front = new InstancedMesh(capsule, depth, EACH * 2)
  const light = new InstancedMesh(capsule, material, EACH * 2)
  light.instanceMatrix = front.instanceMatrix
  const matrices = front.instanceMatrix.array as Float32Array
  const root = new Group()
  root.add(front, light)
  for (const [i, mesh] of [front, light].entries()) {
    mesh.frustumCulled = false
    mesh.renderOrder = ORDER + i
  }
  const figures = { left: createHandFigure('left'), right: createHandFigure('right') }
  const joints = new Float32Array((JOINT_COUNT + 1) * 3)
  const wrist = new Float32Array(3)

  function lay(figure: HandFigure, frame: GhostFrame, first: number): number {
    if (!figure.present) return first
    joints.set(figure.joints)
    intoFrame(frame, joints)
    layBones(bones, joints, matrices, first)
    layBones(cuff, joints, matrices, first + bones.count)
    if (first === 0 || (joints[1] ?? 0) > (wrist[1] ?? 0))
      for (let k = 0; k < 3; k++) wrist[k] = joints[k] ?? 0
    return first + EACH
  }

  return {
    root,
    wrist,
    update(deltaS, { pose, holds, frame, colour, opacity }) {
      root.visible = pose !== null && opacity > 0
      const jumped = pose?.discontinuity ?? true
      followHand(figures.left, pose?.left ?? null, holds('left'), jumped, deltaS)
      followHand(figures.right, pose?.right ?? null, holds('right'), jumped, deltaS)
      if (!root.visible) return
      front.count = light.count = lay(figures.right, frame, lay(figures.left, frame, 0))
      front.instanceMatrix.needsUpdate = true
      dress(colour, opacity)
    },
    dispose() {
      root.removeFromParent()
      front.dispose()
      light.dispose()
      capsule.dispose()
      material.dispose()
      depth.dispose()
    },
  }
}
