import {
  CapsuleGeometry,
  CylinderGeometry,
  Group,
  InstancedMesh,
  Mesh,
  MeshStandardMaterial,
  SphereGeometry,
  TorusGeometry,
  Vector3,
} from 'three'
import type { Matrix4, Texture } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { Hand } from '../device/body.ts'
import { JOINTS } from '../device/xr-hands.ts'
import { handBones, layBones } from './hand-bones.ts'

const skin = handBones()

export interface HandModels {
  readonly root: Group
  /** `joints` in the rig's frame, as read; null draws a controller. */
  update(hand: Hand, joints: readonly Matrix4[] | null, rigWorld: Matrix4, hidden: boolean): void
  dispose(): void
}

/** One hand's two looks: a slim controller, or a glove of rounded bones; one draw call each. */
export function createHandModels(environment: Texture | null): HandModels {
  const root = new Group()
  const glove = new MeshStandardMaterial({
    color: 0x39434e,
    roughness: 0.75,
    metalness: 0,
    envMap: environment,
  })
  const shell = new MeshStandardMaterial({
    color: 0xaeb6bd,
    roughness: 0.4,
    metalness: 0.1,
    envMap: environment,
  })
  const bone = new CapsuleGeometry(1, 1, 3, 8)
  const bones = new InstancedMesh(bone, glove, skin.count)
  const controller = new Mesh(controllerGeometry(), shell)
  bones.frustumCulled = false
  root.add(bones, controller)
  controller.matrixAutoUpdate = false
  bones.matrixAutoUpdate = false

  const places = new Float32Array(JOINTS * 3)
  const one = new Vector3(1, 1, 1)

  function poseBones(joints: readonly Matrix4[]) {
    for (let i = 0; i < JOINTS; i++)
      for (let k = 0; k < 3; k++) places[i * 3 + k] = joints[i]?.elements[12 + k] ?? 0
    layBones(skin, places, bones.instanceMatrix.array as Float32Array, 0)
    bones.instanceMatrix.needsUpdate = true
  }

  return {
    root,
    update(hand, joints, rigWorld, hidden) {
      bones.visible = hand.present && joints !== null && joints.length === JOINTS
      controller.visible = hand.present && joints === null && !hidden
      if (bones.visible && joints) {
        poseBones(joints)
        bones.matrix.copy(rigWorld)
        bones.matrixWorldNeedsUpdate = true
      }
      if (controller.visible) {
        controller.matrix.compose(hand.grip, hand.gripRotation, one)
        controller.matrixWorldNeedsUpdate = true
      }
    },
    dispose() {
      root.removeFromParent()
      bone.dispose()
      bones.dispose()
      controller.geometry.dispose()
      glove.dispose()
      shell.dispose()
    },
  }
}

/** Handle, head and a ring, in the grip's frame (−Z away from the person, the handle leans back along +Z). */
function controllerGeometry() {
  const handle = new CapsuleGeometry(0.016, 0.075, 4, 12)
    .rotateX(Math.PI / 2 - 0.25)
    .translate(0, -0.012, 0.028)
  const head = new CylinderGeometry(0.027, 0.024, 0.018, 24).rotateX(-0.25).translate(0, 0.006, -0.03)
  const ring = new TorusGeometry(0.036, 0.0045, 8, 28).rotateX(0.55).translate(0, 0.012, -0.045)
  const button = new SphereGeometry(0.006, 10, 8).translate(0.008, 0.017, -0.032)
  return mergeGeometries([handle, head, ring, button])
}
