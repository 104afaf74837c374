import { Color, ShaderMaterial, Vector2, Vector4 } from 'three'
import type { Texture } from 'three'

/** How a picture of somebody's sight is shown. */
export interface PictureMaterial extends ShaderMaterial {
  readonly uniforms: {
    picture: { value: Texture | null }
    /** Of the picture on screen or in the room, in whatever measure `corner` and `rim` are in. */
    size: { value: Vector2 }
    corner: { value: number }
    rim: { value: number }
    edge: { value: Color }
    /** Left, lower, right, upper edge in the screen's −1 … 1. */
    rect: { value: Vector4 }
  }
}

/** Live, and of what is past; as the screen shows them. */
export const pictureEdges = { live: new Color(0.067, 0.094, 0.12), past: new Color(1, 0.76, 0.28) } as const

/**
 * The picture's numbers are the screen's already: they are neither tone-mapped nor encoded again.
 * @param onScreen it lies on the screen, in `rect`, whatever the camera does; else it is a plane in the room
 */
export function createPictureMaterial(onScreen: boolean): PictureMaterial {
  return new ShaderMaterial({
    vertexShader: onScreen ? screenVertex : roomVertex,
    fragmentShader: fragment,
    uniforms: {
      picture: { value: null },
      size: { value: new Vector2(1, 1) },
      corner: { value: 0 },
      rim: { value: 0 },
      edge: { value: pictureEdges.live },
      rect: { value: new Vector4() },
    },
    transparent: true,
    depthTest: !onScreen,
    depthWrite: !onScreen,
    toneMapped: false,
    fog: false,
  }) as unknown as PictureMaterial
}

const screenVertex = /* glsl */ `
uniform vec4 rect;
varying vec2 vAt;
void main() {
  vAt = uv;
  gl_Position = vec4(mix(rect.xy, rect.zw, uv), 0., 1.);
}`

const roomVertex = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.);
}`

const fragment = /* glsl */ `
uniform sampler2D picture; uniform vec2 size; uniform float corner, rim; uniform vec3 edge;
varying vec2 vAt;
void main() {
  vec2 from = abs(vAt - .5) * size - size * .5 + corner;
  float away = length(max(from, 0.)) + min(max(from.x, from.y), 0.) - corner;
  float soft = fwidth(away);
  float inside = 1. - smoothstep(-soft, 0., away);
  if (inside < .01) discard;
  float frame = smoothstep(-rim - soft, -rim, away);
  gl_FragColor = vec4(mix(texture2D(picture, vAt).rgb, edge, frame), inside);
}`
