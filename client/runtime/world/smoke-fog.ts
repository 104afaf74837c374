import { Color, Fog, ShaderChunk } from 'three'

/**
 * Smoke lies under the ceiling and comes down, so fog must depend on height. three's fog depends on distance only; its four shader chunks are
 * replaced before any material is compiled. `Fog.near` then means the height in metres where smoke starts, `Fog.far` its density per metre.
 * Along a straight ray the density (a ramp of `SOFT` metres, then constant) has a closed integral, so one exp per pixel does it.
 */
const SOFT = 0.55

export function createSmokeFog(): Fog {
  ShaderChunk.fog_pars_vertex = '#ifdef USE_FOG\n varying vec3 vFogView;\n#endif'
  ShaderChunk.fog_vertex = '#ifdef USE_FOG\n vFogView = mvPosition.xyz;\n#endif'
  ShaderChunk.fog_pars_fragment = /* glsl */ `
#ifdef USE_FOG
  uniform vec3 fogColor; varying vec3 vFogView; uniform float fogNear; uniform float fogFar;
  float smokeBelow(float y) { float s = clamp(y - fogNear, 0., ${SOFT}); return s * s / ${2 * SOFT} + max(y - fogNear - ${SOFT}, 0.); }
  float smokeShare(vec3 view) {
    float y0 = cameraPosition.y; float dy = dot(viewMatrix[1].xyz, view);
    float mean = abs(dy) > .02 ? (smokeBelow(y0 + dy) - smokeBelow(y0)) / dy : clamp((y0 - fogNear) / ${SOFT}, 0., 1.);
    return 1. - exp(-fogFar * mean * length(view));
  }
#endif`
  ShaderChunk.fog_fragment =
    '#ifdef USE_FOG\n gl_FragColor.rgb = mix(gl_FragColor.rgb, fogColor, smokeShare(vFogView));\n#endif'
  return new Fog('#5b5650', 2.7, 0)
}

/** What a shader material of our own needs to sit in the smoke: spread into its uniforms, with `fog: true`. */
export function fogUniforms() {
  return { fogColor: { value: new Color() }, fogNear: { value: 0 }, fogFar: { value: 0 } }
}
