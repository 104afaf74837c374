import {
  BufferAttribute,
  type BufferGeometry,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
} from 'three'
import { hash } from './noise-texture.ts'

/** One quad drawn `count` times; `aSeed` = four fixed random numbers 0..1 per instance. Corners run −1..1 in `position.xy`. */
export function billboards(count: number, seed: number): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3),
  )
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  const seeds = new Float32Array(count * 4)
  for (let i = 0; i < seeds.length; i++) seeds[i] = hash(i, i >> 2, seed)
  geometry.setAttribute('aSeed', new InstancedBufferAttribute(seeds, 4))
  geometry.instanceCount = count
  return geometry
}

/** An integer per instance, e.g. which emitter or which kind. */
export function perInstance(
  geometry: BufferGeometry,
  name: string,
  values: ArrayLike<number>,
  size = 1,
): void {
  geometry.setAttribute(name, new InstancedBufferAttribute(Float32Array.from(values), size))
}
