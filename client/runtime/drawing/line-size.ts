/** How wide lines and how large words are, as angles: what is drawn reads from where it is looked at, near or far. */

/** Half of a line's coloured middle, and its dark edge, up to `LINE_FULL_M`; farther off both shrink. */
export const HALF_RAD = 0.0026
export const EDGE_RAD = 0.0013
export const LINE_FULL_M = 3
export const LINE_SHRINK = 0.5
/** Never less, on whatever screen. */
export const HALF_PX = 1.25
export const EDGE_PX = 1

/** One em as on name plates: 24 dmm at 1.5 m. */
export const EM_RAD = 0.024
export const EM_FULL_M = 1.5
export const EM_SHRINK = 0.3
export const EM_PX = 13
/** Nearer than this nothing grows any larger in the eye. */
export const NEAREST_M = 0.25

/** Metres, of half a line's middle at a distance. @param pixel radians of one pixel */
export function halfWidth(distance: number, pixel: number): number {
  const d = Math.max(distance, NEAREST_M)
  const share = Math.min(1, LINE_FULL_M / d) ** LINE_SHRINK
  return Math.max(HALF_RAD * share, HALF_PX * pixel) * d
}

/** Metres, of one em at a distance. */
export function em(distance: number, pixel: number): number {
  const d = Math.max(distance, NEAREST_M)
  const share = Math.min(1, EM_FULL_M / d) ** EM_SHRINK
  return Math.max(EM_RAD * share, EM_PX * pixel) * d
}

const f = (value: number) => value.toFixed(6)

/** The same for shaders. `uniform float pixel` belongs to it. */
export const lineSizeGlsl = /* glsl */ `
uniform float pixel;
float fall(float d, float full, float power) { return pow(min(1., full / d), power); }
float halfWidth(float distance) { float d = max(distance, ${f(NEAREST_M)});
  return max(${f(HALF_RAD)} * fall(d, ${f(LINE_FULL_M)}, ${f(LINE_SHRINK)}), ${f(HALF_PX)} * pixel) * d; }
float edgeWidth(float distance) { float d = max(distance, ${f(NEAREST_M)});
  return max(${f(EDGE_RAD)} * fall(d, ${f(LINE_FULL_M)}, ${f(LINE_SHRINK)}), ${f(EDGE_PX)} * pixel) * d; }
float emAt(float distance) { float d = max(distance, ${f(NEAREST_M)});
  return max(${f(EM_RAD)} * fall(d, ${f(EM_FULL_M)}, ${f(EM_SHRINK)}), ${f(EM_PX)} * pixel) * d; }
mat4 frameAt(sampler2D frames, float row) { int y = int(row + .5);
  return mat4(texelFetch(frames, ivec2(0, y), 0), texelFetch(frames, ivec2(1, y), 0),
    texelFetch(frames, ivec2(2, y), 0), texelFetch(frames, ivec2(3, y), 0)); }
/** The world's up, across the look at a point of the view. */
vec3 upAt(vec3 at) { vec3 eyeward = normalize(-at); vec3 up = mat3(viewMatrix) * vec3(0., 1., 0.);
  up -= eyeward * dot(up, eyeward);
  if (dot(up, up) < .01) up = vec3(0., 1., 0.) - eyeward * eyeward.y;
  return normalize(up); }
`
