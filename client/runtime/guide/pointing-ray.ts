import { Color, CylinderGeometry, Group, Mesh, ShaderMaterial, Vector3 } from 'three'
import type { Object3D } from 'three'
import { createRing } from './ring.ts'

/** A thin ray, and a dot where it ends. */
export interface PointingRay {
  readonly root: Object3D
  draw(from: Vector3, to: Vector3, eye: Vector3, colour: string, opacity: number): void
  hide(): void
  dispose(): void
}

/** Metres. */
const THICK = 0.0032
/** Of the dot, as seen: 7 dmm. */
const DOT_RAD = 0.007

const stick = new CylinderGeometry(1, 1, 1, 6, 1, true).rotateX(Math.PI / 2).translate(0, 0, 0.5)

/** @param startsM it begins so far off where it comes from, and is fully there only farther on: that stays to be seen */
export function createPointingRay(startsM: number, dotted: boolean): PointingRay {
  const uniforms = { tint: { value: new Color() }, opacity: { value: 0 } }
  const material = new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    fog: false,
    toneMapped: false,
  })
  const ray = new Mesh(stick, material)
  ray.frustumCulled = false
  ray.renderOrder = 9
  const dot = createRing(true)
  const root = new Group()
  root.add(ray, dot.mesh)
  const along = new Vector3()

  return {
    root,
    draw(from, to, eye, colour, opacity) {
      root.visible = opacity > 0.01
      if (!root.visible) return
      const length = along.subVectors(to, from).length()
      ray.position.copy(from).addScaledVector(along, startsM / Math.max(length, startsM))
      ray.lookAt(to)
      ray.scale.set(THICK, THICK, Math.max(0.001, length - startsM))
      uniforms.tint.value.set(colour)
      uniforms.opacity.value = opacity
      dot.mesh.position.copy(to)
      dot.mesh.lookAt(eye)
      dot.mesh.scale.setScalar(DOT_RAD * Math.max(0.5, to.distanceTo(eye)))
      dot.draw(colour, dotted ? opacity : 0, 0, 0.55)
    },
    hide() {
      root.visible = false
    },
    dispose() {
      root.removeFromParent()
      material.dispose()
      dot.dispose()
    },
  }
}

const vertexShader = /* glsl */ `
varying float vAlong;
void main() {
  vAlong = position.z;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.);
}`

const fragmentShader = /* glsl */ `
uniform vec3 tint;
uniform float opacity;
varying float vAlong;
void main() {
  gl_FragColor = vec4(tint, opacity * mix(.2, .9, smoothstep(0., .45, vAlong)));
  #include <colorspace_fragment>
}`
