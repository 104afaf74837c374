import { Matrix4, Object3D, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { frameOf, fromFrame, toFrame } from './anchor-frame.ts'
import { createFrames } from './frames.ts'
import { seededRandom } from './random.fixture.ts'

function someObject(random: () => number): Object3D {
  const parent = new Object3D()
  const object = new Object3D()
  parent.add(object)
  for (const each of [parent, object]) {
    each.position.set(random() - 0.5, random(), random() - 0.5).multiplyScalar(20)
    each.quaternion.copy(
      new Quaternion(random() - 0.5, random() - 0.5, random() - 0.5, random() - 0.5).normalize(),
    )
  }
  object.scale.setScalar(0.001 + random() * 5)
  return object
}

test('DRAW-2 into a thing’s frame in mm and back: within 0.87 mm, whatever its scale, and along with it when it moves', () => {
  const random = seededRandom(3)
  const frame = new Matrix4()
  const mm = new Vector3()
  const back = new Vector3()
  for (let i = 0; i < 300; i++) {
    const object = someObject(random)
    const point = new Vector3(random(), random(), random()).multiplyScalar(10)
    const triple = toFrame(frameOf(object, frame), point, mm).toArray()
    expect(triple.every(Number.isInteger)).toBe(true)
    expect(fromFrame(frame, triple, 0, back).distanceTo(point)).toBeLessThanOrEqual(0.00087)
    const move = new Vector3(random(), random(), random())
    object.parent?.position.add(move)
    fromFrame(frameOf(object, frame), triple, 0, back)
    expect(back.distanceTo(point.add(move))).toBeLessThanOrEqual(0.00087)
  }
})

test('DRAW-13 a moving thing is one row of a texture; one that stands still, or is not there, is written once', () => {
  const things = new Map(['valve', 'lamp'].map((id) => [id, new Object3D()]))
  const frames = createFrames((id) => things.get(id))
  const rows = ['', 'valve', 'lamp', 'ghost'].map(frames.row)
  expect(rows).toEqual([0, 1, 2, 3])
  expect(frames.row('valve')).toBe(1)
  expect([frames.matrix('')?.elements[15], frames.matrix('ghost')]).toEqual([1, null])
  frames.update()
  const { version } = frames.texture()
  frames.update()
  expect(frames.texture().version).toBe(version)
  things.get('lamp')?.position.set(1, 2, 3)
  frames.update()
  expect(frames.texture().version).toBe(version + 1)
  expect([...(frames.texture().image.data as Float32Array)].slice(2 * 16 + 12, 3 * 16)).toEqual([1, 2, 3, 1])
  things.set('ghost', new Object3D())
  frames.update()
  expect(frames.matrix('ghost')).not.toBeNull()
  things.delete('ghost')
  frames.update()
  expect(frames.matrix('ghost')).toBeNull()
  for (let i = 0; i < 40; i++) frames.row(`more-${i}`)
  expect([...(frames.texture().image.data as Float32Array)].slice(2 * 16 + 12, 3 * 16)).toEqual([1, 2, 3, 1])
})
