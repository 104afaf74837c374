import {
  Color,
  type Material,
  type Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  MeshStandardMaterial,
  type Object3D,
  type Texture,
} from 'three'

export interface WorldMaterials {
  setEnvironment(texture: Texture): void
  setDaylight(fraction: number): void
}

/** Light in the lightmap is irradiance ÷ π; three divides by π once more. */
const LIGHTMAP_GAIN = Math.PI * 1.45
const LAMP_GAIN = 1.7
const SKY_GAIN = 1.15
const VISIBLE = 0.002
const ENVIRONMENT_GAIN = { prop: 1.5, gloss: 0.8, floor: 0.22 }
/** Part of a glossy static surface's diffuse light that comes from the lightmap; the rest comes with its reflections. */
const GLOSS_LIGHTMAP = 0.55

/**
 * Swaps the loader's materials, by name, for the cheapest that looks right: Lambert with lightmap for what is matt and never moves,
 * Standard with reflections for gloss, floor and everything that moves, Basic for lamps and the sky.
 */
export function dressWorld(root: Object3D): WorldMaterials {
  const made = new Map<string, Material>()
  root.traverse((o) => {
    if (!('isMesh' in o)) return
    const mesh = o as Mesh
    const from = mesh.material as MeshStandardMaterial
    const key = o.name === 'sky' ? 'sky' : from.name
    const to = made.get(key) ?? make(key, from)
    made.set(key, to)
    mesh.material = to
    if (o.name === 'sky') mesh.renderOrder = -1
  })
  const lit: { material: MeshLambertMaterial | MeshStandardMaterial; full: number }[] = []
  for (const m of made.values()) {
    if (m instanceof MeshLambertMaterial || m instanceof MeshStandardMaterial)
      lit.push({ material: m, full: m.lightMapIntensity })
  }
  const reflecting = [...made.values()].filter(
    (m): m is MeshStandardMaterial => m instanceof MeshStandardMaterial,
  )
  const lamp = made.get('lamp')
  let daylight = 1

  return {
    setEnvironment: (texture) => {
      for (const m of reflecting) {
        m.envMap = texture
        m.needsUpdate = true
      }
    },
    setDaylight: (fraction) => {
      if (Math.abs(fraction - daylight) < VISIBLE) return
      daylight = fraction
      for (const l of lit) l.material.lightMapIntensity = l.full * fraction
      for (const m of reflecting) m.envMapIntensity = gain(m.name) * fraction
      if (lamp instanceof MeshBasicMaterial) lamp.color.setScalar(LAMP_GAIN * (0.5 + 0.5 * fraction))
    },
  }
}

function make(name: string, from: MeshStandardMaterial): Material {
  const vertexColors = true
  const map = from.map
  if (map) map.anisotropy = 4
  if (name === 'lamp' || name === 'sky') {
    const brightness = name === 'sky' ? SKY_GAIN : LAMP_GAIN
    return named(new MeshBasicMaterial({ map, color: new Color().setScalar(brightness) }), name)
  }
  const lightMap = from.aoMap
  const lightMapIntensity = Number(from.userData['lightmap'] ?? 1) * LIGHTMAP_GAIN
  if (lightMap) lightMap.colorSpace = 'srgb'
  if (name === 'prop' || name === 'gloss' || name === 'floor') {
    const standard = new MeshStandardMaterial({
      map,
      vertexColors,
      roughness: name === 'floor' ? 0.42 : 1,
      metalness: name === 'floor' ? 0 : 1,
      envMapIntensity: gain(name),
    })
    if (name !== 'floor') {
      standard.roughnessMap = from.roughnessMap
      standard.metalnessMap = from.metalnessMap
    }
    if (name !== 'prop') {
      standard.lightMap = lightMap
      standard.lightMapIntensity = lightMapIntensity * (name === 'gloss' ? GLOSS_LIGHTMAP : 0.85)
    }
    return named(standard, name)
  }
  return named(new MeshLambertMaterial({ map, lightMap, lightMapIntensity, vertexColors }), name)
}

function gain(name: string): number {
  return name in ENVIRONMENT_GAIN ? ENVIRONMENT_GAIN[name as keyof typeof ENVIRONMENT_GAIN] : 1
}

function named<M extends Material>(material: M, name: string): M {
  material.name = name
  return material
}
