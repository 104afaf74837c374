import type { Object3D } from 'three'

export interface Walk {
  /** Swings arms and legs to the speed; at 0 the figure breathes. The caller moves and turns the root node. */
  update(dtS: number, speedMps: number): void
}

const STRIDE_M = 1.35
const FULL_SWING_MPS = 1.3

/** Walk of the `colleague` node of the kitchen-office. Allocates nothing per frame. */
export function createWalk(colleague: Object3D): Walk {
  const part = (name: string) => colleague.getObjectByName(`colleague-${name}`)
  const body = part('body')
  const restY = body?.position.y ?? 0
  const head = part('head')
  const sides = [limbs(1, 'r'), limbs(-1, 'l')]
  let phase = 0
  let amount = 0
  let time = 0

  function limbs(sign: number, tag: string) {
    return {
      sign,
      leg: part(`leg-${tag}`),
      shin: part(`shin-${tag}`),
      arm: part(`arm-${tag}`),
      forearm: part(`forearm-${tag}`),
    }
  }

  return {
    update(dtS, speedMps) {
      time += dtS
      phase += (dtS * speedMps * Math.PI * 2) / STRIDE_M
      amount += (Math.min(1.25, speedMps / FULL_SWING_MPS) - amount) * Math.min(1, dtS * 6)
      for (const s of sides) {
        const swing = Math.sin(phase) * s.sign
        const lift = Math.max(0, Math.cos(phase) * s.sign)
        if (s.leg) s.leg.rotation.x = swing * 0.46 * amount
        if (s.shin) s.shin.rotation.x = -(0.06 + lift * 0.75) * amount
        if (s.arm) s.arm.rotation.x = 0.04 - swing * 0.36 * amount
        if (s.forearm) s.forearm.rotation.x = 0.12 + (0.28 + 0.12 * swing) * amount
      }
      const breath = Math.sin(time * 1.5) * 0.0025 * (1 - Math.min(1, amount))
      if (body) {
        body.position.y = restY + breath + Math.cos(phase * 2) * 0.018 * amount
        body.rotation.x = -0.05 * amount
      }
      if (head) head.rotation.y = Math.sin(time * 0.43) * 0.12 * (1 - Math.min(1, amount))
    },
  }
}
