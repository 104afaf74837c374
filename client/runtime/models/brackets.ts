import { BufferAttribute, BufferGeometry, LineBasicMaterial, LineSegments, Vector3 } from 'three'
import type { Target } from '../interaction/pick.ts'

/** Corner marks around a thing: hover (white) and highlight (amber, breathing slower than once a second). */
export interface Brackets {
  readonly root: LineSegments
  update(target: Target | null, nowS: number): void
}

const size = new Vector3()

export function createBrackets(kind: 'hover' | 'highlight'): Brackets {
  const material = new LineBasicMaterial({
    color: kind === 'hover' ? 0xf4f7fa : 0xffc247,
    transparent: true,
    depthTest: kind === 'hover',
    fog: false,
    toneMapped: false,
  })
  const root = new LineSegments(cornerGeometry(), material)
  root.renderOrder = 10
  root.visible = false
  root.matrixAutoUpdate = false
  return {
    root,
    update(target, nowS) {
      root.visible = target !== null && target.object.visible
      if (!target || !root.visible) return
      const swell = kind === 'highlight' ? 0.05 + 0.02 * Math.sin(nowS * 4) : 0.012
      material.opacity = kind === 'highlight' ? 0.75 + 0.25 * Math.sin(nowS * 4) : 0.9
      target.box.getSize(size).addScalar(swell * 2)
      target.box.getCenter(root.position)
      root.matrix.makeScale(size.x, size.y, size.z).setPosition(root.position)
      root.matrix.premultiply(target.object.matrixWorld)
      root.matrixWorldNeedsUpdate = true
    },
  }
}

/** Three short lines at each corner of a unit cube. */
function cornerGeometry(): BufferGeometry {
  const points: number[] = []
  for (const x of [-0.5, 0.5])
    for (const y of [-0.5, 0.5])
      for (const z of [-0.5, 0.5])
        points.push(x, y, z, x * 0.6, y, z, x, y, z, x, y * 0.6, z, x, y, z, x, y, z * 0.6)
  return new BufferGeometry().setAttribute('position', new BufferAttribute(new Float32Array(points), 3))
}
