import {
  Group,
  InstancedMesh,
  Matrix4,
  MultiplyBlending,
  type Object3D,
  PlaneGeometry,
  ShaderMaterial,
  Vector3,
} from 'three'

/** Something that throws a soft blob: its origin is `originAbove` metres over its lowest point, the blob has `radius` metres. */
export interface ShadowCaster {
  readonly object: Object3D
  readonly originAbove: number
  readonly radius: number
  readonly strength: number
}

export interface ContactShadows {
  readonly root: Group
  update(): void
  dispose(): void
}

const FADE_M = 0.5
const ABOVE_FLOOR_M = 0.003

/** Soft blobs on the floor below whatever moves, fading as it is lifted: one draw call, no shadow maps. */
export function createContactShadows(casters: readonly ShadowCaster[]): ContactShadows {
  const blobs = createBlobs(casters.length)
  const root = new Group()
  root.name = 'contact-shadows'
  root.add(blobs.mesh)
  const at = new Vector3()
  return {
    root,
    update() {
      let i = 0
      for (const caster of casters) {
        caster.object.getWorldPosition(at)
        const lifted = Math.max(0, at.y - caster.originAbove)
        const near = Math.max(0, 1 - lifted / FADE_M)
        const radius = near > 0 && caster.object.visible ? caster.radius * (1 + lifted) : 0
        blobs.set(i++, at.x, at.z, radius, near * caster.strength)
      }
      blobs.show(i)
    },
    dispose: blobs.dispose,
  }
}

export interface Blobs {
  readonly mesh: InstancedMesh
  /** Metres; strength 0..1. */
  set(index: number, x: number, z: number, radius: number, strength: number): void
  /** The first so many. */
  show(count: number): void
  dispose(): void
}

export function createBlobs(capacity: number): Blobs {
  const geometry = new PlaneGeometry(2, 2).rotateX(-Math.PI / 2)
  const material = new ShaderMaterial({
    vertexShader: vertex,
    fragmentShader: fragment,
    transparent: true,
    depthWrite: false,
    blending: MultiplyBlending,
    premultipliedAlpha: true,
  })
  const mesh = new InstancedMesh(geometry, material, capacity)
  mesh.frustumCulled = false
  mesh.renderOrder = 1
  const matrix = new Matrix4()
  return {
    mesh,
    set(index, x, z, radius, strength) {
      // The blob's strength rides in the unused scale of Y.
      matrix.makeScale(radius, Math.max(0.001, strength), radius).setPosition(x, ABOVE_FLOOR_M, z)
      mesh.setMatrixAt(index, matrix)
    },
    show(count) {
      mesh.count = count
      mesh.instanceMatrix.needsUpdate = true
    },
    dispose() {
      mesh.removeFromParent()
      geometry.dispose()
      material.dispose()
      mesh.dispose()
    },
  }
}

const vertex = /* glsl */ `
varying vec2 vAt; varying float vStrength;
void main() {
  vAt = position.xz; vStrength = instanceMatrix[1].y;
  gl_Position = projectionMatrix * viewMatrix * modelMatrix * instanceMatrix * vec4(position.x, 0., position.z, 1.);
}`

const fragment = /* glsl */ `
varying vec2 vAt; varying float vStrength;
void main() {
  float soft = smoothstep(1., .1, length(vAt));
  gl_FragColor = vec4(vec3(1. - soft * soft * vStrength), 1.);
}`
