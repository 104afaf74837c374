import { Color, type Fog, Group, Mesh, NormalBlending, ShaderMaterial, Vector3 } from 'three'
import { billboards, perInstance } from './billboards.ts'
import { type Emitter, EMITTERS } from './emitter.ts'
import { follow } from './follow.ts'
import { noiseTexture } from './noise-texture.ts'
import { fogUniforms } from './smoke-fog.ts'
import { smokeFragment, smokeVertex } from './smoke.glsl.ts'

export interface Smoke {
  readonly root: Group
  /** `layer` 0..1: how far the smoke under the ceiling has come down. `steam` 0..1: agent on the fire turns the plume white. */
  update(dtS: number, intensities: ArrayLike<number>, layer: number, steam: number): void
  dispose(): void
}

/** Where smoke can go, metres; puffs fade towards these faces instead of being cut by walls. */
export interface SmokeRoom {
  readonly min: Vector3
  readonly max: Vector3
}

const PUFFS = [48, 26, 20]
const LAYER_LOW_M = 0.85
const DENSITY_PER_M = 1.15
const THIN = new Color('#8d8780')
const THICK = new Color('#2b2724')
const FOLLOW_PER_S = 1.6

/** Rising plumes that mushroom under the ceiling (one draw call), and the layer itself as height fog on everything. */
export function createSmoke(emitters: readonly Emitter[], room: SmokeRoom, fog: Fog): Smoke {
  const emitterOf = emitters.flatMap((_, e) => Array.from({ length: PUFFS[e] ?? 10 }, () => e))
  const geometry = billboards(emitterOf.length, 29)
  perInstance(geometry, 'aEmitter', emitterOf)
  const shown = new Float32Array(EMITTERS)
  const bases = emitters.map((e) => e.at.clone())
  while (bases.length < EMITTERS) bases.push(new Vector3())
  const uniforms = {
    ...fogUniforms(),
    uTime: { value: 0 },
    uNoise: { value: noiseTexture() },
    uIntensity: { value: shown },
    uBase: { value: bases },
    uSteam: { value: 0 },
    uCeiling: { value: room.max.y - 0.22 },
    uMin: { value: room.min },
    uMax: { value: room.max },
    uLayer: { value: 0 },
  }
  const material = new ShaderMaterial({
    uniforms,
    vertexShader: smokeVertex,
    fragmentShader: smokeFragment,
    transparent: true,
    depthWrite: false,
    blending: NormalBlending,
    fog: true,
  })
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 10
  const root = new Group()
  root.name = 'smoke'
  root.add(mesh)

  return {
    root,
    update(dtS, intensities, layer, steam) {
      uniforms.uTime.value += dtS
      const share = Math.min(1, dtS * FOLLOW_PER_S)
      follow(shown, intensities, share)
      uniforms.uSteam.value += (steam - uniforms.uSteam.value) * share
      const down = (uniforms.uLayer.value += (layer - uniforms.uLayer.value) * share)
      mesh.visible = Math.max(shown[0] ?? 0, shown[1] ?? 0, shown[2] ?? 0) > 0.01
      fog.near = room.max.y - (room.max.y - LAYER_LOW_M) * Math.sqrt(down) - 0.05
      fog.far = DENSITY_PER_M * down * (0.35 + 0.65 * down)
      fog.color.lerpColors(THIN, THICK, Math.min(1, down * 1.25))
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}
