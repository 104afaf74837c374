import { MeshStandardMaterial } from 'three'
import type { DataArrayTexture, Texture } from 'three'
import { MARK_SHARE } from './tiles.ts'

export interface FigureMaterial {
  readonly material: MeshStandardMaterial
  setTiles(tiles: DataArrayTexture): void
}

/**
 * One material for everybody: `aFinish` says what a vertex is made of (tint, roughness, light, mark), `iTint` the person's colour and
 * opacity, `iState` tile and speaking light. Blended, but drawn first among what is blended and into the depth buffer: people are
 * solid except where somebody's opacity is below one.
 */
export function createFigureMaterial(environment: Texture | null): FigureMaterial {
  const material = new MeshStandardMaterial({
    vertexColors: true,
    transparent: true,
    metalness: 0,
    envMap: environment,
    envMapIntensity: 1.35,
  })
  const tiles = { value: null as DataArrayTexture | null }
  material.onBeforeCompile = (shader) => {
    shader.uniforms['tiles'] = tiles
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${vertexDeclarations}`)
      .replace('#include <color_vertex>', `#include <color_vertex>\n${vertex}`)
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>\n${fragmentDeclarations}`)
      .replace('#include <color_fragment>', `#include <color_fragment>\n${colour}`)
      .replace('#include <roughnessmap_fragment>', 'float roughnessFactor = vFinish.y;')
      .replace('#include <emissivemap_fragment>', lamp)
  }
  return {
    material,
    setTiles(next) {
      tiles.value = next
    },
  }
}

const vertexDeclarations = /* glsl */ `
attribute vec4 aFinish; attribute vec4 iTint; attribute vec2 iState;
varying vec4 vFinish; varying vec4 vTint; varying vec2 vState; varying vec2 vMark;`

const vertex = /* glsl */ `
vFinish = aFinish; vTint = iTint; vState = iState; vMark = uv;`

const fragmentDeclarations = /* glsl */ `
precision mediump sampler2DArray;
uniform sampler2DArray tiles;
varying vec4 vFinish; varying vec4 vTint; varying vec2 vState; varying vec2 vMark;`

const colour = /* glsl */ `
if (vFinish.w > .5) diffuseColor *= texture(tiles, vec3(vMark.x * ${MARK_SHARE}, vMark.y, vState.x));
else diffuseColor.rgb *= mix(vec3(1.), vTint.rgb, vFinish.x);
diffuseColor.a *= vTint.a;`

const lamp = /* glsl */ `
totalEmissiveRadiance += vFinish.z * vState.y * vec3(.3, 1.6, 1.);`
