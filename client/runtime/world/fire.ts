import {
  AddEquation,
  CustomBlending,
  Group,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  PointLight,
  ShaderMaterial,
  Vector2,
  Vector3,
} from 'three'
import { billboards, perInstance } from './billboards.ts'
import { type Emitter, EMITTERS } from './emitter.ts'
import { flicker } from './flicker.ts'
import { follow } from './follow.ts'
import { fireFragment, fireVertex } from './fire.glsl.ts'
import { noiseTexture } from './noise-texture.ts'

export interface Fire {
  readonly root: Group
  /** `intensities` 0..1 per emitter; `agentOnIt` 0..1 flattens the flames. Allocates nothing. */
  update(dtS: number, intensities: ArrayLike<number>, agentOnIt: number): void
  dispose(): void
}

const TONGUE = 0
const EMBER = 1
const GLOW = 2
const PER_EMITTER = [26, 22, 18]
const EMBERS = 14
const LIGHT_CD = 7
const FOLLOW_PER_S = 3

/** Flames, embers and glow of all emitters in one draw call, and one point light. */
export function createFire(emitters: readonly Emitter[]): Fire {
  const emitterOf: number[] = []
  const kindOf: number[] = []
  const add = (e: number, kind: number, count: number) => {
    for (let i = 0; i < count; i++) {
      emitterOf.push(e)
      kindOf.push(kind)
    }
  }
  emitters.forEach((_, e) => {
    add(e, TONGUE, PER_EMITTER[e] ?? 12)
    add(e, EMBER, EMBERS)
    add(e, GLOW, 1)
  })
  const geometry = billboards(emitterOf.length, 11)
  perInstance(geometry, 'aEmitter', emitterOf)
  perInstance(geometry, 'aKind', kindOf)
  const shown = new Float32Array(EMITTERS)
  const uniforms = {
    uTime: { value: 0 },
    uNoise: { value: noiseTexture() },
    uIntensity: { value: shown },
    uAgent: { value: 0 },
    uBase: {
      value: pad(
        emitters.map((e) => e.at),
        () => new Vector3(),
      ),
    },
    uSize: {
      value: pad(
        emitters.map((e) => new Vector2(e.radius, e.height)),
        () => new Vector2(0.1, 0.1),
      ),
    },
  }
  const material = new ShaderMaterial({
    uniforms,
    vertexShader: fireVertex,
    fragmentShader: fireFragment,
    transparent: true,
    depthWrite: false,
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  })
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 11
  const light = new PointLight('#ff7a2a', 0, 9, 1.6)
  const root = new Group()
  root.name = 'fire'
  root.add(mesh, light)

  return {
    root,
    update(dtS, intensities, agentOnIt) {
      const t = (uniforms.uTime.value += dtS)
      const share = Math.min(1, dtS * FOLLOW_PER_S)
      follow(shown, intensities, share)
      light.position.set(0, 0, 0)
      let sum = 0
      let e = 0
      for (const emitter of emitters) {
        const weight = (shown[e++] ?? 0) * emitter.height
        sum += weight
        light.position.addScaledVector(emitter.at, weight)
        light.position.y += weight * emitter.height * 0.4
        light.position.z += weight * 0.25
      }
      uniforms.uAgent.value += (agentOnIt - uniforms.uAgent.value) * share
      mesh.visible = sum > 0.002
      if (sum > 0) light.position.divideScalar(sum)
      light.intensity = LIGHT_CD * Math.min(1.6, sum) * (1 - 0.6 * uniforms.uAgent.value) * flicker(t)
    },
    dispose() {
      geometry.dispose()
      material.dispose()
      light.dispose()
    },
  }
}

function pad<T>(values: T[], filler: () => T): T[] {
  while (values.length < EMITTERS) values.push(filler())
  return values
}
