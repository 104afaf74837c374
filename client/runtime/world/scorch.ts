import {
  Group,
  InstancedMesh,
  Matrix4,
  MultiplyBlending,
  PlaneGeometry,
  ShaderMaterial,
  Vector3,
} from 'three'
import { perInstance } from './billboards.ts'
import { noiseTexture } from './noise-texture.ts'
import { fogUniforms } from './smoke-fog.ts'

/** A surface that blackens: centre on the surface, direction it faces, size in metres, and between which marks 0..1 it does. */
export interface ScorchPatch {
  readonly at: Vector3
  readonly facing: Vector3
  readonly width: number
  readonly height: number
  readonly from: number
  readonly to: number
}

export interface Scorch {
  readonly root: Group
  /** `mark` 0..1, monotone within a run: the soot that stays. */
  update(mark: number): void
  dispose(): void
}

const ABOVE_SURFACE_M = 0.006

/** Soot on walls, floor and worktop as multiplied decals: one draw call. */
export function createScorch(patches: readonly ScorchPatch[]): Scorch {
  const geometry = new PlaneGeometry(1, 1)
  const uniforms = { ...fogUniforms(), uMark: { value: 0 }, uNoise: { value: noiseTexture() } }
  const material = new ShaderMaterial({
    uniforms,
    vertexShader: vertex,
    fragmentShader: fragment,
    transparent: true,
    depthWrite: false,
    blending: MultiplyBlending,
    premultipliedAlpha: true,
    fog: true,
  })
  const mesh = new InstancedMesh(geometry, material, patches.length)
  const matrix = new Matrix4()
  const eye = new Vector3()
  const scaled = new Vector3()
  patches.forEach((p, i) => {
    const up = Math.abs(p.facing.y) > 0.9 ? new Vector3(0, 0, -1) : new Vector3(0, 1, 0)
    matrix.lookAt(eye.copy(p.facing), new Vector3(), up)
    matrix.setPosition(p.at.clone().addScaledVector(p.facing, ABOVE_SURFACE_M))
    mesh.setMatrixAt(i, matrix.scale(scaled.set(p.width, p.height, 1)))
  })
  const ranges = patches.flatMap((p, i) => [p.from, p.to, i * 0.37, p.facing.y > 0.9 ? 1 : 0])
  perInstance(geometry, 'aRange', ranges, 4)
  mesh.frustumCulled = false
  mesh.renderOrder = 2
  const root = new Group()
  root.name = 'scorch'
  root.add(mesh)
  return {
    root,
    update(mark) {
      uniforms.uMark.value = mark
      mesh.visible = mark > 0.01
    },
    dispose() {
      geometry.dispose()
      material.dispose()
      mesh.dispose()
    },
  }
}

const vertex = /* glsl */ `
#include <fog_pars_vertex>
attribute vec4 aRange; uniform float uMark; varying vec2 vUv; varying float vDark; varying float vSeed; varying float vFloor;
void main() {
  vUv = uv; vSeed = aRange.z; vFloor = aRange.w; vDark = smoothstep(aRange.x, aRange.y, uMark);
  vec4 mvPosition = viewMatrix * modelMatrix * instanceMatrix * vec4(position, 1.);
#include <fog_vertex>
  gl_Position = projectionMatrix * mvPosition;
}`

const fragment = /* glsl */ `
#include <fog_pars_fragment>
uniform sampler2D uNoise; varying vec2 vUv; varying float vDark; varying float vSeed; varying float vFloor;
void main() {
  vec2 c = vUv * 2. - 1.;
  float n = texture2D(uNoise, vUv * .6 + vSeed).r - .5; float fine = texture2D(uNoise, vUv * 2.1 + vSeed).g - .5;
  float plume = abs(c.x) / mix(.34, .86, vUv.y); float tall = smoothstep(0., .1, vUv.y) * smoothstep(1., .35, vUv.y);
  float wall = smoothstep(1.05, .1, plume + n * .9) * tall;
  float round_ = smoothstep(1., .2, length(c) + n * .7);
  float soot = mix(wall, round_, vFloor) * vDark * (.86 + fine * .5);
  soot *= smoothstep(1., .9, max(abs(c.x), abs(c.y)));
  // Multiplied onto what fog already covered, so smoke before it must thin the soot itself.
  soot *= 1. - smokeShare(vFogView);
  gl_FragColor = vec4(mix(vec3(1.), vec3(.07, .06, .05), clamp(soot, 0., .94)), 1.);
}`
