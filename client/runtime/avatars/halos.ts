import { InstancedMesh, Matrix4, PlaneGeometry, ShaderMaterial, UniformsUtils, Vector3 } from 'three'
import { fogUniforms } from '../world/smoke-fog.ts'

/** Breathing rings around hands that are held out for something; one draw call, none without. */
export interface Halos {
  readonly mesh: InstancedMesh
  begin(eye: Vector3, deltaS: number): void
  add(hand: Vector3): void
  end(): void
  dispose(): void
}

const RADIUS_M = 0.15

export function createHalos(capacity: number): Halos {
  const geometry = new PlaneGeometry(2, 2)
  const breath = { value: 0 }
  const material = new ShaderMaterial({
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...UniformsUtils.clone(fogUniforms()), breath },
    transparent: true,
    depthWrite: false,
    fog: true,
    toneMapped: false,
  })
  const mesh = new InstancedMesh(geometry, material, capacity)
  mesh.frustumCulled = false
  mesh.renderOrder = 4
  const up = new Vector3(0, 1, 0)
  const from = new Vector3()
  const matrix = new Matrix4()
  let count = 0
  let timeS = 0
  return {
    mesh,
    begin(eye, deltaS) {
      from.copy(eye)
      count = 0
      // A swell in 1.6 s: far below anything that flickers.
      timeS = (timeS + deltaS) % 1.6
      breath.value = 0.5 - 0.5 * Math.cos((timeS / 1.6) * 2 * Math.PI)
    },
    add(hand) {
      if (count === capacity) return
      matrix.lookAt(from, hand, up)
      for (let i = 0; i < 11; i++) matrix.elements[i] = (matrix.elements[i] ?? 0) * RADIUS_M
      mesh.setMatrixAt(count++, matrix.setPosition(hand))
    },
    end() {
      mesh.count = count
      mesh.visible = count > 0
      if (count > 0) mesh.instanceMatrix.needsUpdate = true
    },
    dispose() {
      mesh.removeFromParent()
      mesh.dispose()
      geometry.dispose()
      material.dispose()
    },
  }
}

const vertex = /* glsl */ `
varying vec2 vAt;
#include <fog_pars_vertex>
void main() {
  vAt = position.xy;
  vec4 mvPosition = viewMatrix * instanceMatrix * vec4(position, 1.);
  gl_Position = projectionMatrix * mvPosition;
  #include <fog_vertex>
}`

/** Amber as every highlight, on a dark edge so that it shows before light walls too. */
const fragment = /* glsl */ `
uniform float breath;
varying vec2 vAt;
#include <fog_pars_fragment>
void main() {
  float at = length(vAt) - mix(.72, .84, breath);
  float soft = fwidth(at);
  float ring = 1. - smoothstep(.045, .045 + soft, abs(at));
  float edge = 1. - smoothstep(.075, .075 + soft, abs(at));
  float glow = .35 * (1. - smoothstep(-.5, 0., at)) * smoothstep(-.75, 0., at);
  gl_FragColor = vec4(mix(vec3(.02, .03, .04), vec3(1., .539, .063), max(ring, 1. - edge)), max(max(ring, .7 * edge), glow));
  if (gl_FragColor.a < .01) discard;
  #include <fog_fragment>
  #include <colorspace_fragment>
}`
