import {
  ACESFilmicToneMapping,
  CubeCamera,
  Group,
  HalfFloatType,
  type Mesh,
  type Object3D,
  PMREMGenerator,
  Scene,
  type Texture,
  Vector3,
  WebGLCubeRenderTarget,
  type WebGLRenderer,
} from 'three'
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { dressWorld, type WorldMaterials } from './world-materials.ts'

/** The loaded workplace model. Its frame is the workplace frame: metres, Y up, −Z north. */
export interface World {
  readonly root: Group
  /** Merged and immovable; what a ray hits as floor, table or wall. */
  readonly static: Object3D
  /** The room photographed once from its middle, or its node `probe` (PMREM). Give it to materials of your own as `envMap`; leave `scene.environment` empty. */
  readonly environment: Texture
  entity(id: string): Object3D | undefined
  /** Spray origin of a thing; its −Z is the direction of the spray. */
  muzzle(id: string): Object3D | undefined
  /** 1 = lamps and window as built, 0 = dark. */
  setDaylight(fraction: number): void
  dispose(): void
}

const EYE = new Vector3(0.2, 1.35, 0)
const PROBE_PX = 128

/** Tone mapping for which the room was lit. Call once per renderer, before the first frame. */
export function prepareRenderer(renderer: WebGLRenderer): void {
  renderer.toneMapping = ACESFilmicToneMapping
  renderer.toneMappingExposure = 1
}

/**
 * Loads a world.glb of assets/built. The meshopt decoder is part of the bundle; nothing else is fetched.
 * @throws what the loader threw, with the url, as `cause`
 */
export async function loadWorld(
  renderer: WebGLRenderer,
  url: string,
  onProgress: (fraction: number) => void = () => {},
): Promise<World> {
  const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder)
  const gltf = await loader
    .loadAsync(url, (e) => onProgress(e.lengthComputable ? e.loaded / e.total : 0))
    .catch((cause: unknown) => {
      throw new Error(`the world model ${url} could not be loaded`, { cause })
    })
  const root = new Group()
  root.name = 'world'
  root.add(...gltf.scene.children)
  const materials = dressWorld(root)
  const still = required(root, 'static')
  const environment = photograph(renderer, root, materials)
  for (const child of root.children) if (child.name === 'static' || child.name === 'sky') freeze(child)
  onProgress(1)

  return {
    root,
    static: still,
    environment,
    entity: (id) => root.getObjectByName(id.replaceAll('.', '-')),
    muzzle: (id) => root.getObjectByName(`${id}-muzzle`),
    setDaylight: (fraction) => materials.setDaylight(fraction),
    dispose: () => disposeWorld(root, environment),
  }
}

function required(root: Group, name: string): Object3D {
  const found = root.getObjectByName(name)
  if (!found) throw new Error(`the world model has no node "${name}"`)
  return found
}

/** Reflections and ambient light of everything that moves come from the baked room itself, so no picture is loaded for them. */
function photograph(renderer: WebGLRenderer, root: Group, materials: WorldMaterials): Texture {
  const scene = new Scene()
  const target = new WebGLCubeRenderTarget(PROBE_PX, { type: HalfFloatType, generateMipmaps: true })
  const camera = new CubeCamera(0.05, 30, target)
  const moving = root.children.filter((c) => c.name !== 'static' && c.name !== 'sky')
  for (const child of moving) child.visible = false
  camera.position.copy(root.getObjectByName('probe')?.position ?? EYE)
  scene.add(root, camera)
  camera.update(renderer, scene)
  for (const child of moving) child.visible = true
  const generator = new PMREMGenerator(renderer)
  const environment = generator.fromCubemap(target.texture).texture
  generator.dispose()
  target.dispose()
  root.removeFromParent()
  materials.setEnvironment(environment)
  return environment
}

function freeze(object: Object3D): void {
  object.traverse((o) => {
    o.updateMatrix()
    o.matrixAutoUpdate = false
  })
}

function disposeWorld(root: Group, environment: Texture): void {
  root.traverse((o) => {
    if (!('isMesh' in o)) return
    const mesh = o as Mesh
    mesh.geometry.dispose()
    for (const m of [mesh.material].flat()) {
      for (const value of Object.values(m))
        if (value && typeof value === 'object' && 'isTexture' in value) value.dispose()
      m.dispose()
    }
  })
  environment.dispose()
  root.removeFromParent()
}
