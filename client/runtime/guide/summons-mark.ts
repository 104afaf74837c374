import { Group, MathUtils, Vector3 } from 'three'
import type { Object3D, Quaternion } from 'three'
import type { Summons } from '#shared/live/state.ts'
import type { PersonMark } from '../avatars/mark-of.ts'
import { createNameTag } from './name-tag.ts'
import { createRing } from './ring.ts'

/** Where one is called to: a ring on the floor, until one has come or let it be. */
export interface SummonsMark {
  readonly root: Object3D
  write(text: string, mark: PersonMark, summons: Pick<Summons, 'n' | 'position'>): void
  /** @param n the call that counts for this person now; 0: none */
  draw(deltaS: number, n: number, eye: Vector3, eyeRotation: Quaternion): void
  dispose(): void
}

/** Nearer than this one has come. */
const THERE_M = 0.8
const LASTS_S = 45
const RADIUS_M = 0.35
const TAG_M = 1.1

export function createSummonsMark(): SummonsMark {
  const ring = createRing(false)
  ring.mesh.rotation.x = -Math.PI / 2
  ring.mesh.scale.setScalar(RADIUS_M)
  const tag = createNameTag()
  const root = new Group()
  root.add(ring.mesh, tag.mesh)
  root.visible = false
  const at = new Vector3()
  const tagAt = new Vector3()
  let known = 0
  let over = 0
  let leftS = 0
  let colour = ''

  return {
    root,
    write(text, mark, { n, position }) {
      tag.write(text, mark)
      ;({ colour } = mark)
      if (n === known) return
      known = n
      leftS = LASTS_S
      at.set(position[0] / 1000, 0.015, position[2] / 1000)
      tagAt.copy(at).setY(TAG_M)
    },
    draw(deltaS, n, eye, eyeRotation) {
      leftS -= deltaS
      if (Math.hypot(eye.x - at.x, eye.z - at.z) < THERE_M || leftS <= 0) over = known
      root.visible = n > 0 && n === known && n !== over
      if (!root.visible) return
      const opacity = MathUtils.clamp(leftS, 0, 1)
      ring.mesh.position.copy(at)
      ring.draw(colour, opacity, 0.85, 0.06)
      tag.place(tagAt, eye, eyeRotation, opacity)
    },
    dispose() {
      root.removeFromParent()
      ring.dispose()
      tag.dispose()
    },
  }
}
