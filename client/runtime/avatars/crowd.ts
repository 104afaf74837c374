import { BufferAttribute, CapsuleGeometry } from 'three'
import type { BufferGeometry, Object3D, Texture, Vector3 } from 'three'
import { createBlobs } from '../world/contact-shadows.ts'
import type { Blobs } from '../world/contact-shadows.ts'
import { createCrowdMesh } from './crowd-mesh.ts'
import type { CrowdMesh } from './crowd-mesh.ts'
import { createFigureMaterial } from './figure-material.ts'
import { FAR_BONES, NEAR_BONES } from './hand-figure.ts'
import { createHalos } from './halos.ts'
import type { Halos } from './halos.ts'
import { headGeometry } from './head-geometry.ts'
import { createLabels } from './labels.ts'
import type { Labels } from './labels.ts'
import { MOST_NEAR } from './line-up.ts'
import { createTiles } from './tiles.ts'
import type { Tiles } from './tiles.ts'
import { torsoGeometry } from './torso-geometry.ts'

/** Shapes near and far, hands, shadows, plates, halos: at most eight draw calls for any number of people. */
export interface Crowd {
  readonly capacity: number
  readonly heads: Readonly<Record<'near' | 'far', CrowdMesh>>
  readonly torsos: Readonly<Record<'near' | 'far', CrowdMesh>>
  readonly bones: CrowdMesh
  readonly shadows: Blobs
  readonly labels: Labels
  readonly halos: Halos
  /** Layer 0 is the badges'; people have layers 1 … capacity. */
  readonly tiles: Tiles
  begin(eye: Vector3, deltaS: number): void
  /** @param people how many have a shadow */
  end(people: number): void
  dispose(): void
}

const FAR_DETAIL = 0.42

export function createCrowd(scene: Object3D, environment: Texture | null, capacity: number): Crowd {
  const { material, setTiles } = createFigureMaterial(environment)
  const tiles = createTiles(capacity + 1)
  const labels = createLabels(capacity)
  const halos = createHalos(capacity)
  const shadows = createBlobs(capacity)
  // Before the figures: these fade out below and would cover them.
  shadows.mesh.renderOrder = -2
  setTiles(tiles.texture)
  labels.setTiles(tiles.texture)
  const near = Math.min(MOST_NEAR, capacity)
  const made: CrowdMesh[] = []
  const mesh = (geometry: BufferGeometry, count: number) => {
    const crowd = createCrowdMesh(geometry, material, count)
    made.push(crowd)
    scene.add(crowd.mesh)
    return crowd
  }
  const crowd = {
    capacity,
    heads: { near: mesh(headGeometry(1), near), far: mesh(headGeometry(FAR_DETAIL), capacity) },
    torsos: { near: mesh(torsoGeometry(1), near), far: mesh(torsoGeometry(FAR_DETAIL), capacity) },
    bones: mesh(boneGeometry(), 2 * (near * NEAR_BONES + (capacity - near) * FAR_BONES)),
    shadows,
    labels,
    halos,
    tiles,
    begin(eye: Vector3, deltaS: number) {
      for (const each of made) each.begin()
      labels.begin(eye)
      halos.begin(eye, deltaS)
    },
    end(people: number) {
      for (const each of made) each.end()
      shadows.show(people)
      labels.end()
      halos.end()
    },
    dispose() {
      for (const each of made) each.dispose()
      shadows.dispose()
      labels.dispose()
      halos.dispose()
      tiles.dispose()
      material.dispose()
    },
  }
  scene.add(shadows.mesh, labels.mesh, halos.mesh)
  return crowd
}

function boneGeometry(): BufferGeometry {
  const capsule = new CapsuleGeometry(1, 1, 2, 8)
  const { count } = capsule.getAttribute('position')
  const fill = (values: readonly number[]) =>
    new BufferAttribute(new Float32Array(Array.from({ length: count }, () => values).flat()), 4)
  return capsule.setAttribute('color', fill([1, 1, 1, 1])).setAttribute('aFinish', fill([1, 0.75, 0, 0]))
}
