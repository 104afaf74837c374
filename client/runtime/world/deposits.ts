import {
  Group,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  PlaneGeometry,
  ShaderMaterial,
  type Vector3,
} from 'three'
import type { AgentLook } from './agents.ts'
import { noiseTexture } from './noise-texture.ts'

export interface Deposits {
  readonly root: Group
  update(dtS: number): void
  /** Leaves a patch of agent on the level surface at this place (the oldest goes when all are in use). */
  drop(at: Vector3): void
  clear(): void
  dispose(): void
}

const PATCHES = 96
const ABOVE_SURFACE_M = 0.008

/** Powder, frost or wetness that stays where the agent landed: one draw call. */
export function createDeposits(look: AgentLook['deposit']): Deposits {
  const geometry = new PlaneGeometry(2, 2).rotateX(-Math.PI / 2)
  const drops = new InstancedBufferAttribute(new Float32Array(PATCHES * 2), 2)
  geometry.setAttribute('aDrop', drops)
  const uniforms = {
    uTime: { value: 0 },
    uNoise: { value: noiseTexture() },
    uColour: { value: look.colour },
    uOpacity: { value: look.opacity },
    uMelts: { value: Number.isFinite(look.meltsS) ? look.meltsS : 1e6 },
  }
  const material = new ShaderMaterial({
    uniforms,
    vertexShader: vertex,
    fragmentShader: fragment,
    transparent: true,
    depthWrite: false,
  })
  const mesh = new InstancedMesh(geometry, material, PATCHES)
  mesh.frustumCulled = false
  mesh.renderOrder = 3
  mesh.visible = false
  const root = new Group()
  root.add(mesh)
  const matrix = new Matrix4()
  let next = 0
  return {
    root,
    update(dtS) {
      uniforms.uTime.value += dtS
    },
    drop(at) {
      if (!mesh.visible) mesh.count = 0
      const size = look.radius * (0.7 + Math.random() * 0.6)
      matrix
        .makeRotationY(Math.random() * 6.28)
        .setPosition(
          at.x + (Math.random() - 0.5) * 0.3,
          Math.max(0, at.y) + ABOVE_SURFACE_M + next * 0.00004,
          at.z + (Math.random() - 0.5) * 0.3,
        )
      matrix.elements[0] *= size
      matrix.elements[2] *= size
      matrix.elements[8] *= size
      matrix.elements[10] *= size
      mesh.setMatrixAt(next, matrix)
      drops.setXY(next, uniforms.uTime.value, Math.random())
      mesh.instanceMatrix.needsUpdate = drops.needsUpdate = true
      next = (next + 1) % PATCHES
      mesh.count = Math.min(PATCHES, Math.max(mesh.count, next === 0 ? PATCHES : next))
      mesh.visible = true
    },
    clear() {
      next = 0
      mesh.visible = false
    },
    dispose() {
      geometry.dispose()
      material.dispose()
      mesh.dispose()
    },
  }
}

const vertex = /* glsl */ `
attribute vec2 aDrop; uniform float uTime; uniform float uMelts; varying vec2 vAt; varying vec2 vLook;
void main() {
  float age = uTime - aDrop.x;
  vAt = position.xz; vLook = vec2(aDrop.y, smoothstep(0., .5, age) * (1. - smoothstep(uMelts * .4, uMelts, age)));
  gl_Position = projectionMatrix * viewMatrix * modelMatrix * instanceMatrix * vec4(position, 1.);
}`

const fragment = /* glsl */ `
uniform sampler2D uNoise; uniform vec3 uColour; uniform float uOpacity; varying vec2 vAt; varying vec2 vLook;
void main() {
  float n = texture2D(uNoise, vAt * .3 + vLook.x * 9.).g; float fine = texture2D(uNoise, vAt * 1.6 + vLook.x).r;
  float a = smoothstep(1., .0, length(vAt) + (n - .5) * .9) * vLook.y * uOpacity * (.55 + .7 * fine);
  gl_FragColor = vec4(uColour * (.9 + .15 * fine), a * .6);
}`
