import { Euler, Quaternion, Vector3 } from 'three'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { followerInHand, standInForPage } from './follower.fixture.ts'

beforeAll(standInForPage)
afterAll(() => void vi.unstubAllGlobals())

const looking = (yaw: number, pitch: number, roll = 0) =>
  new Quaternion().setFromEuler(new Euler(pitch, yaw, roll, 'YXZ'))

/** Ana walks a circle and looks ahead; told thirty times a second over a good line. */
function circling(follower: ReturnType<typeof followerInHand>) {
  const angle = () => follower.now() / 1500
  const send = () => {
    const a = angle()
    const head = {
      position: [2 * Math.sin(a), 1.6, 2 * Math.cos(a)] as [number, number, number],
      rotation: looking(a - Math.PI / 2, -0.3, 0.1).toArray(),
    }
    follower.send('ana', { discontinuity: false, head, left: null, right: null }, 20)
  }
  return async (ms: number) => {
    let sight = null
    for (let t = 0; t < ms; t += 16) {
      if (Math.floor(t / 32) !== Math.floor((t - 16) / 32)) send()
      sight = await follower.frame(16)
    }
    return sight
  }
}

test('EYES-40 through the eyes the camera is where the played head is, and own looking rests meanwhile', async () => {
  const follower = followerInHand()
  const run = circling(follower)
  follower.live.set({ ...follower.live.get(), leader: 'ana' })
  await run(1000)
  follower.eyes.choose('eyes')
  const sight = await run(500)
  const { head } = follower.played('ana')?.pose ?? {}
  expect(follower.camera.position.toArray()).toEqual([...(head?.position ?? [])])
  expect(follower.camera.quaternion.toArray()).toEqual([...(head?.rotation ?? [])])
  expect([sight?.through, sight?.eye]).toEqual(['ana', follower.camera.position])
  expect(sight?.people.map(({ person }) => person).toSorted()).toEqual(['ana', 'me'])
  const report = follower.eyes.report()
  expect(report.head).toEqual({ position: report.camera?.position, rotation: report.camera?.rotation })
  expect(report.ageMs).toBeGreaterThan(60)
  expect(report.ageMs).toBeLessThan(250)
  expect(report.camera?.fov).toBe(70)
  expect(follower.rests).toEqual([true])
  follower.eyes.choose('free')
  expect(follower.rests).toEqual([true, false])
  expect(await run(100)).toBe(null)
})

test('EYES-2 taken into a headset, the eye is one’s own again in that very frame', async () => {
  const follower = followerInHand()
  const run = circling(follower)
  await run(600)
  follower.eyes.choose('eyes', 'ana')
  await run(200)
  const before = follower.camera.position.toArray()
  follower.device.panels = { panel: { root: follower.rig } } as never
  const sight = await run(16)
  expect([sight, follower.eyes.way.get(), follower.rests]).toEqual([null, 'window', [true, false]])
  expect(follower.camera.position.toArray()).toEqual(before)
})

test('EYES-63 who has a body looks back in the window alone; the scene is that of now', async () => {
  const follower = followerInHand()
  const run = circling(follower)
  follower.live.set({ ...follower.live.get(), leader: 'ana' })
  await run(4000)
  follower.eyes.choose('beside', 'ana')
  follower.eyes.rewind.to(2000)
  const sight = await run(500)
  expect(follower.eyes.way.get()).toBe('rewind')
  const now = sight?.people.find(({ person }) => person === 'ana')?.pose.head.position
  expect([...(now ?? [])]).toEqual([...(follower.played('ana')?.pose.head.position ?? [])])
  // The window's eye is where hers was two seconds ago: on the circle, 76° behind.
  const { eye } = follower.pictures.at(-1) ?? { eye: new Vector3() }
  expect(eye.distanceTo(new Vector3().fromArray(now ?? [0, 0, 0]))).toBeGreaterThan(2)
  expect(follower.told.at(-1)).toEqual({ act: 'watch', way: 'rewind', of: 'ana' })
  follower.eyes.rewind.live()
  await run(1600)
  expect(follower.told.at(-1)).toEqual({ act: 'watch', way: 'beside', of: 'ana' })
  expect([follower.eyes.way.get(), follower.eyes.rewind.behindMs.get()]).toEqual(['beside', 0])
})

test('EYES-63 for who has no body the whole scene goes back', async () => {
  const follower = followerInHand({ embodied: false })
  const run = circling(follower)
  await run(2000)
  follower.world.set({ ...follower.world.get(), tick: 7 })
  const then = follower.world.get()
  await run(1000)
  follower.world.set({ ...follower.world.get(), tick: 8 })
  await run(1000)
  follower.eyes.rewind.to(1500)
  follower.eyes.rewind.play(0)
  const sight = await run(100)
  expect(sight?.world).toBe(then)
  const past = sight?.people[0]?.pose.head.position
  const before = [...(past ?? [])]
  const later = await run(500)
  expect([...(later?.people[0]?.pose.head.position ?? [])]).toEqual(before)
  expect(before).not.toEqual([...(follower.played('ana')?.pose.head.position ?? [])])
  follower.eyes.rewind.live()
  expect(await run(32)).toBe(null)
})

test('EYES-63 the past of who is watched through the eyes is where the eye is', async () => {
  const follower = followerInHand({ embodied: false })
  const run = circling(follower)
  await run(3000)
  follower.eyes.choose('eyes', 'ana')
  follower.eyes.rewind.to(1000)
  const sight = await run(200)
  const ana = sight?.people.find(({ person }) => person === 'ana')
  expect(follower.camera.position.toArray()).toEqual([...(ana?.pose.head.position ?? [])])
  expect((follower.sessionMs() - (ana?.atMs ?? 0)) / 1000).toBeGreaterThan(1)
})

test('EYES-31 in a headset one is told that the other has gone, and goes only by asking', async () => {
  const follower = followerInHand({ inVr: true })
  const run = circling(follower)
  follower.body.head.set(0, 1.6, 0)
  await run(600)
  follower.eyes.choose('beside', 'ana')
  await run(400)
  expect(follower.eyes.far.get()).toBe(true)
  expect([follower.came, follower.gone]).toEqual([[], ['ana']])
  follower.eyes.catchUp()
  const [x = 9, z = 9] = follower.came[0] ?? []
  const head = follower.played('ana')?.pose.head.position
  expect(Math.hypot(x - (head?.[0] ?? 0), z - (head?.[2] ?? 0))).toBeLessThan(1.2)
  follower.body.head.set(x, 1.6, z)
  await run(16)
  expect(follower.eyes.far.get()).toBe(false)
})

test('EYES-50 one drifts while one watches, and snaps back at once with reduced motion', async () => {
  const follower = followerInHand()
  follower.settings.set({ ...follower.settings.get(), reducedMotion: true })
  const run = circling(follower)
  await run(600)
  follower.eyes.choose('eyes', 'ana')
  follower.eyes.drift(1, 0)
  await run(16)
  const head = () => new Vector3().fromArray(follower.played('ana')?.pose.head.position ?? [9, 9, 9])
  expect(follower.camera.position.distanceTo(head())).toBeCloseTo(0.5)
  expect(follower.eyes.drifted.get()).toBe(true)
  expect(follower.eyes.key('Home')).toBe(true)
  await run(16)
  expect(follower.camera.position.distanceTo(head())).toBe(0)
})
