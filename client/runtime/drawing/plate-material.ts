import { DoubleSide, ShaderMaterial } from 'three'
import type { DataArrayTexture } from 'three'
import { lineSizeGlsl } from './line-size.ts'
import { behindGlsl, placedBehind } from './line-material.ts'
import type { DrawingUniforms } from './line-material.ts'
import { palette } from './palette.ts'
import { AUTHOR_EM, MARK_EM, PAD_EM, TILE_EM } from './plate-layout.ts'

/** Dark plates with a rim in the drawing's colour, upright and turned to the eye. Solid, as lines are. */
export function createPlateMaterial(
  uniforms: DrawingUniforms,
  tiles: { value: DataArrayTexture },
  behind: boolean,
): ShaderMaterial {
  return new ShaderMaterial({
    ...placedBehind(behind),
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...uniforms, tiles },
    side: DoubleSide,
    alphaToCoverage: true,
    fog: false,
    toneMapped: false,
  })
}

const f = (value: number) => value.toFixed(4)

const vertex = /* glsl */ `
attribute vec4 iAt; attribute vec4 iPlate; attribute vec4 iMark;
uniform highp sampler2D frames; uniform float time;
varying vec2 vAt; flat varying vec2 vSize; flat varying vec3 vMark; flat varying int vLayer; flat varying int vColor; flat varying int vHot;
${lineSizeGlsl}
${behindGlsl.vertex}
void main() {
  int look = int(iPlate.w + .5);
  vColor = look & 7; vHot = (look >> 3) & 1; float lift = float(look >> 4) / 8.;
  mat4 frame = frameAt(frames, iAt.w);
  if (frame[3][3] < .5 || time < iMark.w) { gl_Position = vec4(2., 2., 2., 1.); return; }
  vec3 p = (viewMatrix * frame * vec4(iAt.xyz * .001, 1.)).xyz;
  if (isLost(p)) { gl_Position = vec4(2., 2., 2., 1.); return; }
  float distance = length(p); float em = emAt(distance);
  vec3 up = upAt(p); vec3 right = cross(up, normalize(-p));
  vSize = iPlate.yz; vMark = iMark.rgb; vLayer = int(iPlate.x + .5);
  // In ems from the lower left corner; a rim's width of room around.
  vAt = position.xy * (vSize + .2) - .1;
  p += right * (vAt.x - vSize.x * .5) * em + up * (vAt.y + lift) * em;
  p *= 1. - min(.35, vSize.x * .5 * em / max(distance, .01));
  gl_Position = projectionMatrix * vec4(p, 1.);
}`

const fragment = /* glsl */ `
precision mediump sampler2DArray;
uniform sampler2DArray tiles; uniform vec3 colors[${palette.length}];
varying vec2 vAt; flat varying vec2 vSize; flat varying vec3 vMark; flat varying int vLayer; flat varying int vColor; flat varying int vHot;
${behindGlsl.fragment}
void main() {
  vec2 from = abs(vAt - vSize * .5) - vSize * .5 + .38;
  float d = length(max(from, 0.)) + min(max(from.x, from.y), 0.) - .38;
  float soft = max(fwidth(d), 1e-5) * .6;
  float alpha = 1. - smoothstep(-soft, soft, d - .09);
  if (alpha < .02 || isGap()) discard;
  vec2 tile = vec2(vAt.x / ${f(TILE_EM.width)}, 1. - (vSize.y - vAt.y) / ${f(TILE_EM.height)});
  float ink = texture(tiles, vec3(tile, vLayer)).r;
  bool mark = vAt.x < ${f(PAD_EM.x + MARK_EM - 0.05)} && vAt.y < ${f(PAD_EM.y + AUTHOR_EM)} && vMark.r >= 0.;
  vec3 ground = vHot > 0 ? vec3(.09, .11, .13) : vec3(.0056, .0091, .0137);
  vec3 color = mix(ground, mark ? vMark : vec3(.86, .89, .91), ink);
  float rim = vHot > 0 ? .16 : .09;
  color = mix(color, colors[vColor], smoothstep(-rim - soft, -rim + soft, d));
  color = mix(color, vec3(.008, .011, .015), smoothstep(-soft, soft, d));
  gl_FragColor = vec4(color, alpha);
  #include <colorspace_fragment>
}`
