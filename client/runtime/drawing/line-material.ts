import { Color, DoubleSide, GreaterDepth, LessEqualDepth, ShaderMaterial, Vector4 } from 'three'
import type { DataTexture } from 'three'
import { lineSizeGlsl } from './line-size.ts'
import { marks } from './line-batch.ts'
import { palette } from './palette.ts'

/** Uniforms that lines and plates share. */
export interface DrawingUniforms {
  frames: { value: DataTexture }
  /** Seconds. */
  time: { value: number }
  /** Radians of one pixel of whatever is drawn into. */
  pixel: { value: number }
  colors: { value: readonly Color[] }
}

export function drawingUniforms(frames: DataTexture): DrawingUniforms {
  return {
    frames: { value: frames },
    time: { value: 0 },
    pixel: { value: 0.001 },
    colors: { value: palette.map(({ colour }) => new Color(colour)) },
  }
}

/**
 * Lines turned to the eye. Solid and written into the depth buffer, edge a little behind middle, so that joints, crossings and
 * people before them come out right in whatever order they are drawn. Neither smoke nor light changes them.
 */
export function createLineMaterial(uniforms: DrawingUniforms, behind: boolean): ShaderMaterial {
  return new ShaderMaterial({
    ...placedBehind(behind),
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: {
      ...uniforms,
      dashes: { value: palette.map(dashOf) },
      splits: { value: palette.map(({ split }) => split) },
    },
    side: DoubleSide,
    alphaToCoverage: true,
    fog: false,
    toneMapped: false,
  })
}

/** What lies behind something shows through it as a fine grid, so that nothing drawn is lost; farther off it does not. */
export function placedBehind(behind: boolean) {
  return {
    defines: { BEHIND: Number(behind) },
    depthWrite: !behind,
    depthFunc: behind ? GreaterDepth : LessEqualDepth,
  }
}

/** Of a vertex: is it too far off to show through? Of a fragment: is it in a gap of the grid? */
export const behindGlsl = {
  vertex: /* glsl */ `bool isLost(vec3 at) { return BEHIND == 1 && length(at) > 8.; }`,
  fragment: /* glsl */ `bool isGap() { return BEHIND == 1 && ((int(gl_FragCoord.x) + int(gl_FragCoord.y)) & 1) == 1; }`,
}

function dashOf({ dash: [on = 1, off = 0, thenOn = 0, thenOff = 0] }: (typeof palette)[number]): Vector4 {
  return new Vector4(on, off, thenOn, thenOff)
}

const is = (mark: keyof typeof marks) => `(kind == ${marks[mark]})`

const vertex = /* glsl */ `
attribute vec4 iFrom; attribute vec4 iTo; attribute vec4 iSpan;
uniform highp sampler2D frames; uniform float time;
varying vec2 vAt; varying float vLong; varying float vHalf; varying float vEdge; varying float vAlong;
flat varying int vKind; flat varying int vColor; flat varying int vHot; flat varying int vLayer;
${lineSizeGlsl}
${behindGlsl.vertex}
void main() {
  int look = int(iTo.w + .5); int kind = look & 7; int color = (look >> 3) & 7; int hot = look >> 6;
  int layer = int(position.z + .5);
  mat4 frame = frameAt(frames, iFrom.w);
  if (frame[3][3] < .5 || time < iSpan.z) { gl_Position = vec4(2., 2., 2., 1.); return; }
  mat4 toView = viewMatrix * frame;
  vec3 a = (toView * vec4(iFrom.xyz * .001, 1.)).xyz;
  vec3 b = (toView * vec4(iTo.xyz * .001, 1.)).xyz;
  if (isLost(a) || (BEHIND == 1 && layer == 0)) { gl_Position = vec4(2., 2., 2., 1.); return; }
  float grown = clamp((time - iSpan.z) / max(iSpan.w - iSpan.z, .001), 0., 1.);
  float along = mix(iSpan.x, iSpan.y, grown) * .001;
  if (${is('line')}) b = mix(a, b, grown);
  float fat = hot > 0 ? 1.8 : 1.;
  float halfA = halfWidth(length(a)) * fat;
  float edgeA = edgeWidth(length(a)) * fat;
  vec3 eyeward = normalize(-a);
  if (${is('stem')}) b = a + upAt(a) * emAt(length(a)) * 1.6;
  if (${is('dot')} || ${is('ring')}) b = a;
  float deep = dot(b - a, eyeward); vec3 flat_ = b - a - eyeward * deep;
  float long_ = length(flat_);
  vec3 dir = long_ > 1e-5 ? flat_ / long_ : normalize(vec3(eyeward.z, 0., -eyeward.x));
  if (${is('tick')}) {
    vec3 across = cross(eyeward, dir) * halfA * 4.5;
    b = a + across; a -= across; long_ = halfA * 9.; dir = normalize(across); deep = 0.;
  }
  vec3 side = cross(eyeward, dir);
  bool far = position.x > .5;
  float halfB = ${is('line')} || ${is('stem')} ? halfWidth(length(b)) * fat : halfA;
  vHalf = far ? halfB : halfA;
  vEdge = vHalf * edgeA / halfA;
  float reach = vHalf + (layer == 0 ? vEdge : 0.);
  vec3 p;
  if (${is('head')}) {
    // The tip is at a; b is where the arrow comes from.
    float room = layer == 0 ? edgeA * 3. : edgeA;
    vAt = vec2(far ? -10. * halfA - room : 2.5 * halfA + room, position.y * (5. * halfA + room));
    p = a - dir * vAt.x + side * vAt.y;
    vLong = 0.;
  } else if (${is('dot')} || ${is('ring')}) {
    reach += vHalf * 4.;
    vAt = vec2(far ? reach : -reach, position.y * reach);
    p = a + dir * vAt.x + side * vAt.y;
    vLong = 0.;
  } else {
    vAt = vec2(far ? long_ + reach : -reach, position.y * reach);
    // Caps go on as the line does, away from the eye or towards it, so that they lie on what comes before and after.
    vec3 ahead = dir + eyeward * clamp(deep / max(long_, 1e-5), -4., 4.);
    p = (far ? b + ahead * reach : a - ahead * reach) + side * vAt.y;
    vLong = long_;
  }
  vAlong = far ? along + (iSpan.y > iSpan.x ? reach : 0.) : iSpan.x * .001 - reach;
  vKind = kind; vColor = color; vHot = hot; vLayer = layer;
  // Out of what it was drawn on, towards the eye: seen from there it stays where it is.
  float pull = (layer == 1 ? 7.5 : 6.) * halfA + (kind > 0 ? .6 * halfA : 0.) + .001;
  p *= 1. - min(.3, pull / max(length(p), .01));
  gl_Position = projectionMatrix * vec4(p, 1.);
}`

const fragment = /* glsl */ `
uniform vec3 colors[${palette.length}]; uniform vec4 dashes[${palette.length}]; uniform float splits[${palette.length}];
varying vec2 vAt; varying float vLong; varying float vHalf; varying float vEdge; varying float vAlong;
flat varying int vKind; flat varying int vColor; flat varying int vHot; flat varying int vLayer;
${behindGlsl.fragment}
float within(float d) { float soft = max(fwidth(d), 1e-6) * .6; return 1. - smoothstep(-soft, soft, d); }
float stretch(float at, float from, float to, float soft) {
  return to > from ? smoothstep(from - soft, from + soft, at) * (1. - smoothstep(to - soft, to + soft, at)) : 0.; }
float dash() {
  vec4 d = dashes[vColor];
  if (d.y == 0.) return 1.;
  // In line widths, in steps of two, so that dashes neither crawl nor crowd as one walks.
  float at = vAlong / exp2(floor(log2(vHalf * 2.) + .5));
  float soft = max(fwidth(at), 1e-6) * .6; float sum = d.x + d.y + d.z + d.w;
  at = mod(at, sum);
  return max(max(stretch(at, 0., d.x, soft), stretch(at - sum, 0., d.x, soft)), stretch(at, d.x + d.y, d.x + d.y + d.z, soft)); }
void main() {
  float d;
  if (${marks.head} == vKind) {
    // A triangle: 12.5 halves long with its tip 2.5 ahead, 10 across.
    vec2 p = vec2(vAt.x - 2.5 * vHalf, abs(vAt.y));
    d = max(dot(p, normalize(vec2(5., 12.5))), -(p.x + 12.5 * vHalf));
  } else if (${marks.dot} == vKind) d = length(vAt) - 2.2 * vHalf;
  else if (${marks.ring} == vKind) d = abs(length(vAt) - 3.2 * vHalf) - .8 * vHalf;
  else d = length(vec2(vAt.x - clamp(vAt.x, 0., vLong), vAt.y)) - vHalf;
  float alpha = vLayer == 1 ? within(d) : within(d - vEdge);
  vec3 color = vec3(.008, .011, .015);
  if (vLayer == 1) {
    color = vHot > 0 ? mix(colors[vColor], vec3(1.), .55) : colors[vColor];
    if (vKind == ${marks.line}) {
      alpha *= dash();
      if (splits[vColor] > 0.) alpha *= 1. - within(abs(vAt.y) - splits[vColor] * vHalf);
    }
  }
  if (alpha < .02 || isGap()) discard;
  gl_FragColor = vec4(color, alpha);
  #include <colorspace_fragment>
}`
