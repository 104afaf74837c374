import { BackSide, Color, MathUtils, Mesh, ShaderMaterial, SphereGeometry } from 'three'
import type { Object3D, Quaternion, Vector3 } from 'three'
import { comfort } from '../comfort.ts'

export interface Vignette {
  readonly root: Object3D
  /** Smooth movement, m/s. */
  setSpeed(speedMps: number): void
  /** A hurt that is shown without blood and without flashing: swells once and fades. */
  hurt(kind: 'shock' | 'burn' | 'smoke'): void
  update(deltaS: number, head: Vector3, rotation: Quaternion): void
  readonly strength: number
}

const COLOURS = { shock: 0x9fd8ff, burn: 0xff7a3c, smoke: 0x3a3734 }
const HURT_S = 2.4

/** Darkens outside a cone around the view, measured in degrees, the same in every headset. One draw, none while clear. */
export function createVignette(): Vignette {
  const material = new ShaderMaterial({
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: BackSide,
    fog: false,
    toneMapped: false,
    uniforms: {
      inner: { value: 1 },
      outer: { value: 1.2 },
      alpha: { value: 0 },
      tint: { value: new Color(0) },
    },
    vertexShader:
      'varying vec3 at; void main() { at = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
    fragmentShader:
      'uniform float inner, outer, alpha; uniform vec3 tint; varying vec3 at; void main() { float angle = acos(clamp(-normalize(at).z, -1.0, 1.0)); gl_FragColor = vec4(tint, alpha * smoothstep(inner, outer, angle)); }',
  })
  const root = new Mesh(new SphereGeometry(0.6, 32, 20), material)
  root.frustumCulled = false
  root.renderOrder = 100
  const { inner, outer, alpha, tint } = material.uniforms as Record<string, { value: number & Color }>
  let wanted = 0
  let moving = 0
  let hurtS = 0
  let hurtKind: 'shock' | 'burn' | 'smoke' = 'shock'

  return {
    root,
    get strength() {
      return root.visible ? Number(alpha?.value ?? 0) : 0
    },
    setSpeed(speedMps) {
      wanted = Math.min(1, speedMps / comfort.smoothMoveMps)
    },
    hurt(kind) {
      hurtKind = kind
      hurtS = HURT_S
    },
    update(deltaS, head, rotation) {
      moving += MathUtils.clamp(
        wanted - moving,
        -deltaS / comfort.vignetteFadeS,
        deltaS / comfort.vignetteFadeS,
      )
      hurtS = Math.max(0, hurtS - deltaS)
      const hurt = hurtS > 0 ? Math.sin((1 - hurtS / HURT_S) * Math.PI) * 0.8 : 0
      root.visible = moving > 0.01 || hurt > 0.01
      if (!root.visible || !inner || !outer || !alpha || !tint) return
      const open = MathUtils.degToRad(
        MathUtils.lerp(comfort.vignetteOpenDegrees, comfort.vignetteClosedDegrees, moving),
      )
      Object.assign(inner, { value: hurt > 0 ? MathUtils.degToRad(18) : open })
      Object.assign(outer, { value: hurt > 0 ? MathUtils.degToRad(58) : open + 0.14 })
      Object.assign(alpha, { value: Math.max(moving, hurt) })
      ;(tint.value as Color).set(hurt > 0 ? COLOURS[hurtKind] : 0)
      root.position.copy(head)
      root.quaternion.copy(rotation)
    },
  }
}
