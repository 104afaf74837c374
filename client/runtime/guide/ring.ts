import { Color, Mesh, PlaneGeometry, ShaderMaterial } from 'three'

/** A soft ring with a dark edge, which shows before light and dark walls alike. One draw call. */
export interface Ring {
  readonly mesh: Mesh
  /** Radius and width as shares of the plane's half. */
  draw(colour: string, opacity: number, radius: number, width: number): void
  dispose(): void
}

const plane = new PlaneGeometry(2, 2)

/** @param onTop seen through what stands before it */
export function createRing(onTop: boolean): Ring {
  const uniforms = {
    tint: { value: new Color(0xffffff) },
    opacity: { value: 0 },
    radius: { value: 0.7 },
    width: { value: 0.1 },
  }
  const material = new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    depthTest: !onTop,
    fog: false,
    toneMapped: false,
    polygonOffset: true,
    polygonOffsetFactor: -2,
    polygonOffsetUnits: -8,
  })
  const mesh = new Mesh(plane, material)
  mesh.renderOrder = onTop ? 22 : 8
  mesh.visible = false
  return {
    mesh,
    draw(colour, opacity, radius, width) {
      mesh.visible = opacity > 0.01
      uniforms.tint.value.set(colour)
      uniforms.opacity.value = opacity
      uniforms.radius.value = radius
      uniforms.width.value = width
    },
    dispose() {
      mesh.removeFromParent()
      material.dispose()
    },
  }
}

const vertexShader = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = position.xy;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.);
}`

const fragmentShader = /* glsl */ `
uniform vec3 tint;
uniform float opacity, radius, width;
varying vec2 vAt;
void main() {
  float at = abs(length(vAt) - radius);
  float soft = max(fwidth(at), .02);
  float ring = 1. - smoothstep(width, width + soft, at);
  float edge = 1. - smoothstep(width * 1.7, width * 1.7 + soft, at);
  gl_FragColor = vec4(mix(vec3(.01, .016, .024), tint, ring), opacity * max(ring, .75 * edge));
  if (gl_FragColor.a < .01) discard;
  #include <colorspace_fragment>
}`
