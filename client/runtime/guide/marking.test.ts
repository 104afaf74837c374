import { Object3D, Vector3 } from 'three'
import type { Ray } from 'three'
import { expect, test } from 'vitest'
import type { LiveAct, LiveAnswer } from '#shared/live/acts.ts'
import type { Spot } from '../drawing/spot.ts'
import { createMarking } from './marking.ts'

/** A wall 2 m ahead; what stands before it can be put there. */
function room(before: { id: string; object: Object3D } | null = null, answer: LiveAnswer = { ok: true }) {
  const acts: LiveAct[] = []
  const refused: string[] = []
  const except: (string | undefined)[] = []
  const marking = createMarking({
    probe: {
      cast(ray: Ray, most: number, spot: Spot, through?: string) {
        except.push(through)
        if (ray.direction.z >= 0 || most < 2) return false
        spot.anchor = before !== null && before.id !== through ? before.id : ''
        spot.distance = spot.anchor === '' ? 2 : 1
        ray.at(spot.distance, spot.point)
        return true
      },
    },
    things: {
      object: (id) => (id === before?.id ? before.object : undefined),
      inHand: (side) => (side === 'right' ? 'torch' : undefined),
    },
    act: (act) => {
      acts.push(act)
      return Promise.resolve(answer)
    },
    onRefused: ({ reason }) => refused.push(reason),
  })
  return { marking, acts, refused, except }
}
const pointer = (z: number, side: 'left' | 'right' = 'right') => ({
  rayOrigin: new Vector3(0, 1.5, 0),
  rayDirection: new Vector3(0, 0, z),
  side,
})

test('GUIDE-12 a sign is told where the ray ends: of the workplace, in mm', () => {
  const { marking, acts } = room()
  expect(marking.mark('ping', pointer(-1))).toBe(true)
  expect(acts).toEqual([{ act: 'ping', anchor: '', at: [0, 1500, -2000] }])
  expect(marking.aim(pointer(-1))).toBe(2)
})

test('GUIDE-12 on a thing it is told in the frame of the thing, wherever that stands and is turned', () => {
  const object = new Object3D()
  object.position.set(0, 1, -1.2)
  object.rotation.y = Math.PI / 2
  const { marking, acts } = room({ id: 'valve', object })
  marking.mark('look-here', pointer(-1))
  expect(acts).toEqual([{ act: 'look-here', anchor: 'valve', at: [-200, 500, 0] }])
})

test('GUIDE-12 where nothing is met no sign is made, and what one holds is looked through', () => {
  const { marking, acts, except } = room({ id: 'torch', object: new Object3D() })
  expect(marking.mark('ping', pointer(1))).toBe(false)
  expect(marking.aim(pointer(1))).toBe(Infinity)
  expect(acts).toEqual([])
  marking.mark('ping', pointer(-1))
  expect(acts).toMatchObject([{ anchor: '' }])
  marking.mark('ping', pointer(-1, 'left'))
  expect(except).toEqual(['torch', 'torch', 'torch', undefined])
})

test('GUIDE-15 what was asked to look at is taken back, and a refusal is told', async () => {
  const { marking, acts, refused } = room(null, { ok: false, reason: 'not-allowed' })
  marking.stopLookHere()
  await Promise.resolve()
  expect(acts).toEqual([{ act: 'look-here', anchor: '', at: null }])
  expect(refused).toEqual(['not-allowed'])
})
