import { Color, ShaderMaterial } from 'three'

export interface GhostMaterial {
  readonly material: ShaderMaterial
  /** Writes depth alone: drawn first, so that of hands one can see through only the front is seen. */
  readonly depth: ShaderMaterial
  dress(colour: string, opacity: number): void
}

/**
 * Hands of light: a bright rim, hollow and striped inside. Nobody takes them for a person's hands or the own ones, whatever
 * colours they can tell.
 */
export function createGhostMaterial(): GhostMaterial {
  const uniforms = { tint: { value: new Color(0xffffff) }, opacity: { value: 0 } }
  const material = new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    fog: false,
    toneMapped: false,
  })
  const depth = new ShaderMaterial({ vertexShader, fragmentShader: 'void main() {}', colorWrite: false })
  return {
    material,
    depth,
    dress(colour, opacity) {
      uniforms.tint.value.set(colour)
      uniforms.opacity.value = opacity
    },
  }
}

const vertexShader = /* glsl */ `
varying vec3 vNormal;
varying vec3 vTowards;
varying float vHeight;
void main() {
  mat3 stretch = mat3(instanceMatrix);
  vec3 across = normal / vec3(dot(stretch[0], stretch[0]), dot(stretch[1], stretch[1]), dot(stretch[2], stretch[2]));
  vNormal = normalMatrix * (stretch * across);
  vec4 world = modelMatrix * instanceMatrix * vec4(position, 1.);
  vec4 at = viewMatrix * world;
  vTowards = -at.xyz;
  vHeight = world.y;
  gl_Position = projectionMatrix * at;
}`

const fragmentShader = /* glsl */ `
uniform vec3 tint;
uniform float opacity;
varying vec3 vNormal;
varying vec3 vTowards;
varying float vHeight;
void main() {
  float facing = clamp(dot(normalize(vNormal), normalize(vTowards)), 0., 1.);
  float rim = smoothstep(.75, .15, facing);
  float edge = smoothstep(.28, .08, facing);
  float wave = abs(fract(vHeight * 90.) - .5);
  float soft = min(.5, fwidth(vHeight) * 90.);
  float stripe = 1. - smoothstep(.2, .2 + soft, wave);
  vec3 colour = mix(mix(tint, vec3(1.), .55 * rim), vec3(.03, .05, .07), edge);
  gl_FragColor = vec4(colour, opacity * max(max(.3, .85 * rim), .5 * stripe));
  #include <colorspace_fragment>
}`
