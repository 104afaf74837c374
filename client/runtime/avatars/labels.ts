import {
  BufferAttribute,
  BufferGeometry,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  ShaderMaterial,
  UniformsUtils,
  Vector3,
} from 'three'
import type { DataArrayTexture } from 'three'
import { fogUniforms } from '../world/smoke-fog.ts'
import { badges, EM_SHARE, MARK_SHARE, PLATE_ASPECT } from './tiles.ts'

export type Badge = (typeof badges)[number] | null

/** Name plates over heads, all in one draw call; filled anew each frame, farthest first. */
export interface Labels {
  readonly mesh: InstancedMesh
  begin(eye: Vector3): void
  /** `at`: lower edge of the plate; `width` in its heights. */
  add(at: Vector3, tile: number, width: number, badge: Badge, opacity: number): void
  end(): void
  setTiles(tiles: DataArrayTexture): void
  dispose(): void
}

/** One em of the name at 1.5 m and nearer: 24 dmm (1.4°). Farther off it shrinks by less than distance would have it. */
const EM_RAD = 0.024
const FULL_M = 1.5
const SHRINK = 0.3
const FADE_M = [13, 17] as const
const NEAR_M = [0.35, 0.6] as const

/** Height of a plate at a distance, metres. */
export function plateHeight(distance: number): number {
  const share = distance > FULL_M ? (FULL_M / distance) ** SHRINK : 1
  return (EM_RAD * Math.max(distance, 0.7) * share) / EM_SHARE
}

export function plateOpacity(distance: number): number {
  return ramp(NEAR_M[0], NEAR_M[1], distance) * (1 - ramp(FADE_M[0], FADE_M[1], distance))
}

function ramp(from: number, to: number, value: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

export function createLabels(capacity: number): Labels {
  const plates = new InstancedBufferAttribute(new Float32Array(capacity * 4), 4)
  const geometry = plateAndBadge().setAttribute('iPlate', plates)
  const material = new ShaderMaterial({
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: UniformsUtils.merge([fogUniforms(), { tiles: { value: null } }]),
    transparent: true,
    depthWrite: false,
    fog: true,
    toneMapped: false,
  })
  const mesh = new InstancedMesh(geometry, material, capacity)
  mesh.frustumCulled = false
  mesh.renderOrder = 4
  const eye = new Vector3()
  const away = new Vector3()
  const right = new Vector3()
  const up = new Vector3()
  const matrix = new Matrix4()
  let count = 0
  return {
    mesh,
    begin(from) {
      eye.copy(from)
      count = 0
    },
    add(at, tile, width, badge, opacity) {
      if (count === capacity || opacity <= 0) return
      away.subVectors(eye, at)
      const distance = away.length()
      const height = plateHeight(distance)
      // Upright, and turned to the viewer: its own right is the viewer's.
      right.set(away.z, 0, -away.x).normalize()
      up.crossVectors(away.normalize(), right)
      matrix
        .makeBasis(right.multiplyScalar(height), up.multiplyScalar(height), away.multiplyScalar(height))
        .setPosition(at)
      mesh.setMatrixAt(count, matrix)
      plates.setXYZW(count, tile, width, badge === null ? -1 : badges.indexOf(badge), opacity)
      count++
    },
    end() {
      mesh.count = count
      mesh.visible = count > 0
      if (count === 0) return
      mesh.instanceMatrix.needsUpdate = true
      plates.needsUpdate = true
    },
    setTiles(tiles) {
      const uniform = material.uniforms['tiles']
      if (uniform) uniform.value = tiles
    },
    dispose() {
      mesh.removeFromParent()
      mesh.dispose()
      geometry.dispose()
      material.dispose()
    },
  }
}

/** A unit plate standing on its origin, and a badge to the right of it. z: 0 plate, 1 badge. */
function plateAndBadge(): BufferGeometry {
  const corners = [0, 1].flatMap((part) => [
    [-0.5, 0, part],
    [0.5, 0, part],
    [-0.5, 1, part],
    [0.5, 1, part],
  ])
  return new BufferGeometry()
    .setAttribute('position', new BufferAttribute(new Float32Array(corners.flat()), 3))
    .setIndex([0, 1, 2, 2, 1, 3, 4, 5, 6, 6, 5, 7])
}

const vertex = /* glsl */ `
attribute vec4 iPlate;
varying vec3 vAt; varying float vOpacity;
#include <fog_pars_vertex>
void main() {
  bool badge = position.z > .5;
  float shown = badge && iPlate.z < -.5 ? 0. : 1.;
  vec2 corner = badge ? vec2(iPlate.y * .5 + .42 + position.x * .7, .15 + position.y * .7) : vec2(position.x * iPlate.y, position.y);
  float u = badge ? (iPlate.z + position.x + .5) * ${MARK_SHARE}
    : ${MARK_SHARE} + (position.x + .5) * iPlate.y * ${(1 - MARK_SHARE) / PLATE_ASPECT};
  vAt = vec3(u, position.y, badge ? 0. : iPlate.x);
  vOpacity = iPlate.w;
  vec4 mvPosition = viewMatrix * instanceMatrix * vec4(corner * shown, 0., 1.);
  gl_Position = projectionMatrix * mvPosition;
  #include <fog_vertex>
}`

const fragment = /* glsl */ `
precision mediump sampler2DArray;
uniform sampler2DArray tiles;
varying vec3 vAt; varying float vOpacity;
#include <fog_pars_fragment>
void main() {
  gl_FragColor = texture(tiles, vAt);
  gl_FragColor.a *= vOpacity;
  if (gl_FragColor.a < .01) discard;
  #include <fog_fragment>
  #include <colorspace_fragment>
}`
