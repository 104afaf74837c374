import { Euler, Quaternion, Vector3 } from 'three'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { randomBelow } from '#shared/kernel/random.ts'
import type { WatchingWay } from '#shared/live/acts.ts'
import type { RuntimeSettings } from '../comfort.ts'
import type { XrSource } from '../device/xr-hands.ts'
import { createHit } from '../interaction/pick.ts'
import { createFloor } from '../locomotion/floor.ts'
import { placeFeet, turnAboutHead } from '../locomotion/rig-moves.ts'
import { createVrLocomotion } from '../locomotion/vr-locomotion.ts'
import { followerInHand, standInForPage } from './follower.fixture.ts'

beforeAll(standInForPage)
afterAll(() => void vi.unstubAllGlobals())

const HZ = 72
const people = ['ana', 'bo'] as const
const ways: readonly WatchingWay[] = ['free', 'window', 'beside', 'ghost', 'eyes', 'rewind']

function dice(seed: number) {
  let state = seed
  const below = (n: number) => {
    const { state: next, value } = randomBelow(state, n)
    state = next
    return value
  }
  return {
    below,
    between: (from: number, to: number) => from + ((to - from) * below(10_001)) / 10_000,
    oneIn: (n: number) => below(n) === 0,
    pick: <T>(values: readonly T[]) => values[below(values.length)] as T,
  }
}

const looking = (yaw: number, pitch: number, roll = 0) =>
  new Quaternion().setFromEuler(new Euler(pitch, yaw, roll, 'YXZ'))

/** Somebody who walks, looks around, teleports, stands still and is silent, as the dice say. */
function restless(
  roll: ReturnType<typeof dice>,
  follower: ReturnType<typeof followerInHand>,
  person: 'ana' | 'bo',
) {
  const at = {
    x: roll.between(-3, 3),
    z: roll.between(-3, 3),
    yaw: 0,
    pitch: 0,
    tilt: 0,
    silentMs: 0,
    laggyMs: 0,
  }
  return (deltaMs: number) => {
    const leaps = roll.oneIn(200)
    if (leaps) {
      at.x = roll.between(-4, 4)
      at.z = roll.between(-4, 4)
      at.yaw = roll.between(-3, 3)
    }
    if (roll.oneIn(300)) at.silentMs = roll.below(3000)
    if (roll.oneIn(100)) at.laggyMs = roll.below(400)
    at.silentMs -= deltaMs
    at.x += roll.between(-0.03, 0.03)
    at.z += roll.between(-0.03, 0.03)
    at.yaw += roll.between(-0.15, 0.15)
    at.pitch = Math.max(-1.4, Math.min(1.4, at.pitch + roll.between(-0.1, 0.1)))
    at.tilt = roll.between(-0.3, 0.3)
    if (at.silentMs > 0) return
    const head = {
      position: [at.x, 1.6, at.z] as [number, number, number],
      rotation: looking(at.yaw, at.pitch, at.tilt).toArray(),
    }
    follower.send(
      person,
      { discontinuity: leaps, head, left: null, right: null },
      20 + roll.below(20 + at.laggyMs),
    )
  }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'EYES-4 in a headset only its wearer moves the rig, whatever leaders and networks do (seed %i)',
  async (seed) => {
    const roll = dice(seed)
    const follower = followerInHand({ inVr: true })
    const { eyes, body, rig, camera, live, members, came, rests } = follower
    const area = { min: [-4.5, 0, -4.5], max: [4.5, 0, 4.5] } as never
    const floor = createFloor({ walkable: [area], obstacles: [] }, 0.22)
    const settings = { turn: 30, move: 'teleport', leftHanded: false } as RuntimeSettings
    const locomotion = createVrLocomotion(rig, floor, () => settings)
    const cast = people.map((person) => restless(roll, follower, person))
    const hit = createHit()
    const source = { side: 'right', stickX: 0, stickY: 0, button: false, joints: null } as unknown as XrSource
    const device = { head: new Vector3(0, 1.6, 0), rotation: new Quaternion() }
    body.right.present = true
    body.right.kind = 'controller'
    const said = new Set<string>()
    let moves = 0

    for (let frame = 0; frame < 30 * HZ; frame += 1) {
      const before = { place: rig.position.toArray(), turn: rig.quaternion.toArray() }
      let acted = false
      const act = (what: () => void) => {
        acted = true
        what()
      }

      // Others, and the session.
      for (const move of cast) move(1000 / HZ)
      if (roll.oneIn(40))
        live.set({
          ...live.get(),
          leader: roll.pick([null, 'me', ...people]),
          spotlight: roll.pick([null, null, ...people]),
          followMe: roll.oneIn(2),
          unshared: roll.oneIn(4) ? [roll.pick(people)] : [],
          summons: roll.oneIn(3)
            ? {
                n: frame,
                by: 'ana',
                to: null,
                position: [roll.below(3000), 0, roll.below(3000)],
                yaw: roll.below(3600),
              }
            : null,
        })
      if (roll.oneIn(150)) members.set(follower.seats({ me: 1, ...(roll.oneIn(2) && { ana: 2 }), bo: 3 }))

      // The wearer: real feet and neck move no rig; sticks, presses and wishes may.
      device.head.x += roll.between(-0.01, 0.01)
      device.rotation.copy(looking(roll.between(-2, 2), roll.between(-0.6, 0.6)))
      const see = () => {
        rig.updateMatrixWorld(true)
        body.head.copy(device.head).applyMatrix4(rig.matrixWorld)
        body.headRotation.copy(device.rotation).premultiply(rig.quaternion)
        body.right.rayOrigin.copy(body.head).y -= 0.3
      }
      see()
      if (roll.oneIn(60)) eyes.choose(roll.pick(ways), roll.pick([undefined, ...people]))
      if (roll.oneIn(80)) eyes.rewind.to(roll.below(20_000))
      if (roll.oneIn(80)) eyes.rewind.play(roll.pick([0, 0.25, 0.5, 1, 2]))
      if (roll.oneIn(90)) eyes.snapBack()
      if (roll.oneIn(200)) act(eyes.catchUp)
      const aim = looking(roll.between(-3, 3), roll.between(-1.2, 0.3))
      body.right.aim.copy(aim)
      body.right.rayDirection.set(0, 0, -1).applyQuaternion(aim)
      body.right.trigger = roll.oneIn(3) ? 1 : 0
      const onSurface = eyes.surface.point(body.right, hit)
      if (onSurface && roll.oneIn(2)) act(() => eyes.surface.press(body.right))
      source.stickX = roll.oneIn(30) ? roll.pick([-1, 1]) : 0
      source.stickY = roll.oneIn(20) ? -1 : 0
      const wasAiming = locomotion.arc !== null
      if (source.stickX !== 0 || source.stickY !== 0 || wasAiming) acted = true
      const steers = !eyes.surface.steer?.(body.right, source.stickX, source.stickY)
      locomotion.begin(body)
      locomotion.update(1 / HZ, body, body.right, steers ? source : null, false)
      see()

      await follower.frame(1000 / HZ + roll.between(-4, 12))
      for (const [x, z, yaw] of came.splice(0)) {
        turnAboutHead(rig, body.head, yaw)
        placeFeet(rig, body.head, x, z)
      }
      said.add(eyes.way.get())
      const moved =
        rig.position.toArray().some((value, i) => value !== before.place[i]) ||
        rig.quaternion.toArray().some((value, i) => value !== before.turn[i])
      if (moved) moves += 1
      expect(moved && !acted).toBe(false)
      // Nor is anything done to the camera that the headset's eyes hang on.
      expect([...camera.position.toArray(), ...camera.quaternion.toArray()]).toEqual([0, 0, 0, 0, 0, 0, 1])
    }
    expect(moves).toBeGreaterThan(3)
    expect(said.has('window') && said.has('beside') && said.has('rewind')).toBe(true)
    expect(said.has('eyes')).toBe(false)
    expect(rests).toEqual([])
  },
)
