import { describe, expect, test } from 'vitest'
import { compile } from '#shared/procedure/compile.ts'
import type { Intent, IntentParams } from '#shared/procedure/intent.ts'
import { extinguish } from '#shared/procedure/extinguish.fixture.ts'
import { kitchen } from '#shared/procedure/kitchen.fixture.ts'
import { ada, begunBy } from '#shared/procedure/person.fixture.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { createEnrich } from './enrich-intent.ts'

type V = [number, number, number]

const compiled = compile(extinguish, kitchen)
const enrich = createEnrich(compiled)

function intent(action: string, target?: string, params?: IntentParams): Intent {
  return {
    actor: ada,
    role: 'trainee',
    action,
    ...(target && { target }),
    ...(params && { params }),
    clientTime: 0,
    epoch: 1,
    seq: 1,
  }
}

/** Head at eye height, or as low as the right hand needs it, both over the same spot of the floor. */
function standing(x: number, z: number, handY = 1.1): TrackedPose {
  const rotation: [number, number, number, number] = [0, 0, 0, 1]
  const right = { position: [x, handY, z] as [number, number, number], rotation, trigger: 0 }
  return {
    seq: 0,
    timeMs: 0,
    discontinuity: false,
    head: { position: [x, Math.min(1.6, handY + 1), z], rotation },
    left: null,
    right,
  }
}

/** Stands at a spot of the floor and says that the right hand is elsewhere. */
function reaching(x: number, z: number, hand: [number, number, number]): TrackedPose {
  const pose = standing(x, z)
  return { ...pose, right: { position: hand, rotation: pose.head.rotation, trigger: 0 } }
}

describe('what the authority adds to intents', () => {
  test('SES-30 the distance is from the nearest of head and hands, in mm', () => {
    const { state } = begunBy(compiled, 'practice')
    expect(enrich(state, intent('grab', 'ext-abc'), standing(1.86, 0.7, 1.05)).params).toEqual({
      distanceMm: 1000,
    })
  })

  test('SES-30 until a body is seen it stands at the spawn', () => {
    const { state } = begunBy(compiled, 'practice')
    expect(enrich(state, intent('speak', 'colleague'), undefined).params?.['distanceMm']).toBeGreaterThan(
      2000,
    )
  })

  test('SES-31 what only the authority may say is thrown away when a client says it', () => {
    const { state } = begunBy(compiled, 'practice')
    const claimed = intent('grab', 'ext-abc', {
      hand: 'left',
      distanceMm: 1,
      at: [0, 0, 0],
      yaw: 5,
      socket: 'bracket-abc',
    })
    expect(enrich(state, claimed, standing(1.86, 0.7, 1.05)).params).toEqual({
      hand: 'left',
      distanceMm: 1000,
    })
  })

  test('SES-32 let go near its bracket it hangs there again', () => {
    const person = begunBy(compiled, 'practice')
    person.act('grab', 'ext-abc')
    expect(enrich(person.state, intent('release', 'ext-abc'), standing(2.6, 0.7)).params).toMatchObject({
      socket: 'bracket-abc',
    })
    expect(enrich(person.state, intent('release', 'ext-abc'), standing(2.6, 1.7)).params).not.toHaveProperty(
      'socket',
    )
  })

  test('SES-33 let go elsewhere it stands on the highest surface below the hand', () => {
    const person = begunBy(compiled, 'practice')
    person.act('grab', 'ext-abc')
    expect(enrich(person.state, intent('release', 'ext-abc'), standing(1, 0)).params).toMatchObject({
      at: [1000, 0, 0],
      yaw: 0,
    })
    expect(enrich(person.state, intent('release', 'ext-abc'), standing(-0.5, -2.2)).params).toMatchObject({
      at: [-500, 900, -2200],
    })
    expect(
      enrich(person.state, intent('release', 'ext-abc'), standing(-0.5, -2.2, 0.3)).params,
    ).toMatchObject({ at: [-500, 0, -2200] })
  })

  test('SES-40 a hand farther from the head than an arm is not believed: it neither reaches nor puts down', () => {
    const person = begunBy(compiled, 'practice')
    const far = reaching(-2, 0, [2.8, 1.05, 0.7])
    expect(
      Number(enrich(person.state, intent('grab', 'ext-abc'), far).params?.['distanceMm']),
    ).toBeGreaterThan(4000)
    person.act('grab', 'ext-abc')
    expect(
      enrich(person.state, intent('release', 'ext-abc'), reaching(1, 0, [2000, 1, 0])).params,
    ).toMatchObject({
      at: [1000, 0, 0],
    })
  })

  test('SES-41 what is held by a hand not seen is where its holder’s head is, so that it can be let go', () => {
    const person = begunBy(compiled, 'practice')
    person.act('grab', 'ext-abc')
    const pose: TrackedPose = { ...standing(-2.5, -1), right: null }
    expect(enrich(person.state, intent('release', 'ext-abc'), pose).params).toMatchObject({ distanceMm: 0 })
  })

  test('SES-42 what is put down outside comes to lie at the nearest walkable place', () => {
    const person = begunBy(compiled, 'practice')
    person.act('grab', 'ext-abc')
    const rest = (x: number, z: number): unknown =>
      enrich(person.state, intent('release', 'ext-abc'), standing(x, z)).params?.['at']
    expect(rest(2000, 0.5)).toEqual([3000, 0, 500])
    expect(rest(-50, -70)).toEqual([-3000, 0, -2500])
    expect(rest(1, 2.5)).toEqual([1000, 0, 2500])
  })

  test('SES-42 of several areas the nearest counts; a surface that can be reached from one keeps what stands on it', () => {
    const areas = [
      { min: [-3, 0, -1.7] as V, max: [3, 0, 2] as V },
      { min: [4, 0, 2] as V, max: [5, 0, 3] as V },
    ]
    const narrow = compile(extinguish, { ...kitchen, walkable: areas })
    const person = begunBy(narrow, 'practice')
    person.act('grab', 'ext-abc')
    const rest = (x: number, z: number, handY?: number): unknown =>
      createEnrich(narrow)(person.state, intent('release', 'ext-abc'), standing(x, z, handY)).params?.['at']
    expect(rest(3.9, 4)).toEqual([4000, 0, 3000])
    expect(rest(-0.5, -2.2)).toEqual([-500, 900, -2200])
    expect(rest(-0.5, -2.2, 0.3)).toEqual([-500, 0, -1700])
  })
})
