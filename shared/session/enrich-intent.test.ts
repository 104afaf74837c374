import { describe, expect, test } from 'vitest'
import { compile } from '#shared/procedure/compile.ts'
import type { Intent, IntentParams } from '#shared/procedure/intent.ts'
import { extinguish } from '#shared/procedure/extinguish.fixture.ts'
import { kitchen } from '#shared/procedure/kitchen.fixture.ts'
import { ada, begunBy } from '#shared/procedure/person.fixture.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { createEnrich } from './enrich-intent.ts'

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

/** Head at eye height, right hand a little below and in front, both over the same spot of the floor. */
function standing(x: number, z: number, handY = 1.1): TrackedPose {
  const rotation: [number, number, number, number] = [0, 0, 0, 1]
  const right = { position: [x, handY, z] as [number, number, number], rotation, trigger: 0 }
  return {
    seq: 0,
    timeMs: 0,
    discontinuity: false,
    head: { position: [x, 1.6, z], rotation },
    left: null,
    right,
  }
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
})
