/** Closed-form flight with linear drag; past the hit distance a puff stops there, spreads and fades as a cloud. */
export const sprayVertex = /* glsl */ `
attribute vec4 aSeed; attribute vec4 aBorn; attribute vec4 aFlight;
uniform float uTime; uniform float uLife; uniform float uGravity; uniform float uDrag; uniform float uSize[2]; uniform float uStreak; uniform float uLingers;
varying vec2 vUv; varying vec3 vLook;
void main() {
  float age = uTime - aBorn.w; float share = age / uLife;
  float speed = length(aFlight.xyz); vec3 dir = aFlight.xyz / max(speed, .001);
  float path = speed * (1. - exp(-uDrag * age)) / uDrag;
  float over = max(path - aFlight.w, 0.); float hitShare = clamp(over / 1.2, 0., 1.);
  vec3 p = aBorn.xyz + dir * min(path, aFlight.w) + vec3(0., .5 * uGravity * age * age * step(path, aFlight.w), 0.);
  if (over > 0.) {
    float tHit = -log(max(1. - aFlight.w * uDrag / speed, .02)) / uDrag; p.y += .5 * uGravity * tHit * tHit;
    vec3 around = normalize(vec3(aSeed.x - .5, aSeed.y * .6, aSeed.z - .5));
    p += around * over * mix(.12, .4, aSeed.w) - dir * min(over, .3) * .35 + vec3(0., uGravity * .06 * over, 0.);
  }
  p.y = max(p.y, .02);
  float size = mix(uSize[0], uSize[1], pow(clamp(share, 0., 1.), .8)) * mix(.7, 1.3, aSeed.x);
  vec4 centre = viewMatrix * vec4(p, 1.);
  vec3 flow = (viewMatrix * vec4(dir, 0.)).xyz; float lying = uStreak * (1. - hitShare);
  vec2 along = normalize(flow.xy + vec2(1e-4)); vec2 across = vec2(along.y, -along.x);
  vec2 soft = position.xy * size;
  vec2 streak = along * position.y * (size * 9. * (.25 + .75 * length(flow.xy)) + .02) + across * position.x * size * .62;
  float spin = aSeed.y * 6.; soft = mat2(cos(spin), -sin(spin), sin(spin), cos(spin)) * soft;
  vUv = position.xy;
  float alive = step(0., share) * step(share, 1.);
  float fade = smoothstep(0., .012, share) * mix(1., .5, smoothstep(0., .4, share)) * smoothstep(1., .4, share) * (over > 0. ? smoothstep(uLingers * 2.4, 0., hitShare * 1.2) : 1.);
  vLook = vec3(aSeed.z, fade * alive * (1. + .9 * (1. - uStreak) * smoothstep(.3, 0., share)), lying);
  gl_Position = alive > .5 ? projectionMatrix * (centre + vec4(mix(soft, streak, lying), 0., 0.)) : vec4(2., 2., 2., 1.);
}`

export const sprayFragment = /* glsl */ `
uniform sampler2D uNoise; uniform vec3 uColour; uniform float uOpacity;
varying vec2 vUv; varying vec3 vLook;
void main() {
  float r = length(vUv);
  float n = texture2D(uNoise, vUv * .24 + vLook.x * 6.).r;
  float puff = smoothstep(1., .1, r + (n - .5) * .9); float drop = smoothstep(1., .2, r);
  float a = mix(puff, drop, vLook.z) * vLook.y * uOpacity;
  float body = mix(.8 + .26 * n, mix(.86, 1.06, smoothstep(.8, .1, r)), vLook.z);
  gl_FragColor = vec4(uColour * body, a);
}`
