export const smokeVertex = /* glsl */ `
attribute vec4 aSeed; attribute float aEmitter;
uniform float uTime; uniform float uIntensity[3]; uniform vec3 uBase[3]; uniform float uCeiling; uniform vec3 uMin; uniform vec3 uMax;
#include <fog_pars_vertex>
varying vec2 vUv; varying vec3 vWorld; varying vec4 vLook;
void main() {
  int e = int(aEmitter + .5); float heat = uIntensity[e]; vec3 base = uBase[e];
  float life = fract(uTime * mix(.16, .22, aSeed.y) + aSeed.x);
  float climb = 1. - pow(1. - min(life / .62, 1.), 1.35);
  float spread = max(life - .45, 0.) / .55;
  float turn = aSeed.z * 6.2832;
  float reach = mix(.06, .22, climb) * aSeed.w + spread * mix(.5, 2.2, aSeed.w);
  vec3 p = base + vec3(cos(turn) * reach, 0., sin(turn) * reach);
  p.y = mix(base.y + .22, uCeiling - .1 * aSeed.w - .12 * spread, climb);
  p.x += sin(uTime * .6 + aSeed.x * 20.) * .06 * climb;
  p = clamp(p, uMin + .12, uMax - .12);
  float size = mix(.1, .36, climb) + spread * .5; size *= .6 + .4 * sqrt(heat);
  vec4 centre = viewMatrix * vec4(p, 1.);
  float spin = aSeed.z * 6. + uTime * mix(-.25, .25, aSeed.x);
  vec2 q = mat2(cos(spin), -sin(spin), sin(spin), cos(spin)) * position.xy;
  vec2 flat_ = vec2(1., mix(1., .72, spread));
  vec4 at = centre + vec4(q * size * flat_, 0., 0.);
  vec3 offset = transpose(mat3(viewMatrix)) * (at.xyz - centre.xyz);
  vWorld = p + offset; vUv = position.xy;
  float fade = smoothstep(0., .12, life) * smoothstep(1., .6, life);
  vLook = vec4(aSeed.x, life, fade * min(1., heat * 1.6) * mix(.4, .9, heat), smoothstep(.45, .02, p.y - base.y));
  vec4 mvPosition = at;
#include <fog_vertex>
  gl_Position = projectionMatrix * at;
}`

export const smokeFragment = /* glsl */ `
uniform sampler2D uNoise; uniform float uTime; uniform float uSteam; uniform vec3 uMin; uniform vec3 uMax;
#include <fog_pars_fragment>
varying vec2 vUv; varying vec3 vWorld; varying vec4 vLook;
void main() {
  float r = length(vUv);
  vec2 st = vUv * .22 + vec2(vLook.x * 5., vLook.x * 3. - uTime * .04);
  float n = texture2D(uNoise, st).r * .65 + texture2D(uNoise, st * 2.3 + .5).g * .35;
  float body = smoothstep(1., .15, r + (n - .5) * 1.1);
  vec3 wall = smoothstep(vec3(0.), vec3(.2), min(vWorld - uMin, uMax - vWorld));
  float a = body * vLook.z * .5 * wall.x * wall.y * wall.z;
  vec3 dark = mix(vec3(.16, .15, .145), vec3(.42, .4, .38), n * .8 + vLook.y * .3);
  vec3 lit = mix(dark, vec3(.62, .27, .08), vLook.w * .7);
  gl_FragColor = vec4(mix(lit, vec3(.86, .87, .88) * (.8 + .25 * n), uSteam * .85), a);
#include <fog_fragment>
}`
