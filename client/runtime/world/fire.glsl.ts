/** Stateless: where a tongue or ember is follows from time and its seed, so the processor does nothing per particle. */
export const fireVertex = /* glsl */ `
attribute vec4 aSeed; attribute float aEmitter; attribute float aKind;
uniform float uTime; uniform float uIntensity[3]; uniform vec3 uBase[3]; uniform vec2 uSize[3]; uniform float uAgent;
varying vec2 vUv; varying vec4 vLook; varying float vLife;
void main() {
  int e = int(aEmitter + .5);
  float heat = uIntensity[e]; vec3 base = uBase[e]; float radius = uSize[e].x; float tall = uSize[e].y;
  float grown = pow(heat, .68);
  float speed = aKind < .5 ? mix(.75, 1.15, aSeed.y) : mix(.35, .6, aSeed.y);
  float life = fract(uTime * speed + aSeed.x);
  float turn = aSeed.z * 6.2832 + aSeed.x * 3.;
  float out_ = sqrt(aSeed.w);
  vec3 p = base; vec2 size;
  if (aKind < .5) {
    float inner = 1. - .45 * out_;
    float rise = tall * grown * (.18 + .62 * inner) * (1. - .55 * uAgent);
    p.xz += vec2(cos(turn), sin(turn)) * radius * (.25 + .75 * grown) * out_ * (1. - .6 * life);
    p.x += sin(uTime * 2.1 + aSeed.z * 20.) * .035 * life * tall; p.z += cos(uTime * 1.7 + aSeed.w * 20.) * .03 * life * tall;
    p.y += rise * (life * .75 + .1) + (aSeed.y - .5) * radius * 1.1 * step(.5, aEmitter);
    float body = smoothstep(0., .18, life) * (1. - .75 * life);
    size = vec2(radius * (.85 + .75 * aSeed.y), tall * (.2 + .26 * inner) * (1. - .3 * uAgent)) * (.36 + .74 * grown) * (.4 + .7 * body);
    size *= step(aSeed.x * .55 - .1, heat) * smoothstep(.0, .03, heat);
  } else if (aKind < 1.5) {
    p.xz += vec2(cos(turn), sin(turn)) * radius * out_ + vec2(sin(uTime * 1.3 + aSeed.x * 30.), cos(uTime * 1.1 + aSeed.y * 30.)) * .12 * life;
    p.y += tall * (.3 + 1.5 * life * (.4 + .6 * grown));
    size = vec2(mix(.004, .009, aSeed.z)) * (1. - life) * smoothstep(.15, .5, heat) * step(.05, heat);
  } else {
    p.y += tall * .45 * grown; size = vec2(tall * 1.15 * grown + radius); life = .5;
  }
  vec4 centre = viewMatrix * vec4(p, 1.);
  vec3 up = normalize(mix((viewMatrix * vec4(0., 1., 0., 0.)).xyz, vec3(0., 1., 0.), aKind < .5 ? .25 : 1.));
  vec3 right = normalize(cross(up, -centre.xyz));
  // The glow stands well before the wall: a quad cut by it would show as an edge.
  if (aKind > 1.5) { float near = min(size.x * .9, length(centre.xyz) * .5); size *= 1. - near / length(centre.xyz); centre.xyz += normalize(-centre.xyz) * near; }
  vec3 at = centre.xyz + right * position.x * size.x + up * (position.y + (aKind < .5 ? .55 : 0.)) * size.y;
  vUv = position.xy; vLife = life; vLook = vec4(aSeed.x, aSeed.y, aKind, heat);
  gl_Position = projectionMatrix * vec4(at, 1.);
}`

/** Colours are display-referred: flames keep their hue whatever the tone mapping. Premultiplied; alpha 0 = purely additive. */
export const fireFragment = /* glsl */ `
uniform sampler2D uNoise; uniform float uTime;
varying vec2 vUv; varying vec4 vLook; varying float vLife;
vec3 hot(float t) {
  vec3 c = mix(vec3(.62, .1, .01), vec3(.95, .26, .02), smoothstep(.05, .4, t));
  c = mix(c, vec3(1., .62, .12), smoothstep(.35, .68, t));
  return mix(c, vec3(1., .93, .62), smoothstep(.68, 1., t));
}
void main() {
  float r = length(vUv);
  if (vLook.z > 1.5) { float g = exp(-r * r * 4.2) - .015; gl_FragColor = vec4(vec3(1., .38, .08) * max(g, 0.) * .34 * vLook.w, 0.); return; }
  if (vLook.z > .5) { float g = smoothstep(1., .1, r); gl_FragColor = vec4(vec3(1., .55, .16) * g, 0.); return; }
  float y = vUv.y * .5 + .5;
  vec2 st = vec2(vUv.x * .3, y * .34) + vec2(vLook.x * 7., vLook.y * 5. - uTime * .5);
  float n = texture2D(uNoise, st * .6).r * .62 + texture2D(uNoise, st * 1.5 + .37).g * .38;
  float sway = (texture2D(uNoise, vec2(vLook.x * 3., y * .2 - uTime * .3)).b - .5) * y;
  float bell = sqrt(y) * (1. - y) * 2.6;
  float edge = 1. - abs(vUv.x + sway * 1.1) / max(bell * .82, .02);
  float shape = edge * .72 + (n - .5) * 1.25 * (.35 + y) - y * .16 + .06;
  float rim = smoothstep(1., .7, abs(vUv.x)) * smoothstep(0., .2, y) * smoothstep(1., .8, y);
  float a = smoothstep(.0, .3, shape) * rim * smoothstep(1., .5, vLife) * smoothstep(0., .12, vLife);
  float t = clamp(shape * 1.05 + .2 - vLife * .45 - y * .26, 0., 1.);
  gl_FragColor = vec4(hot(t) * a, a * mix(.3, .8, t) * .9);
}`
