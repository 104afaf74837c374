import { expect, test } from 'vitest'
import type { Intent } from '#shared/procedure/intent.ts'
import { ann, begunTeam, ben, lockoutCompiled as compiled } from '#shared/procedure/team.fixture.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { createEnrich } from './enrich-intent.ts'
import { createWhereabouts } from './where.ts'

const where = createWhereabouts(compiled.workplace)
const enrich = createEnrich(compiled)

/** Stands there with the right hand in front. */
function standing(x: number, z: number): TrackedPose {
  const rotation: [number, number, number, number] = [0, 0, 0, 1]
  const right = { position: [x, 1.2, z] as [number, number, number], rotation, trigger: 0 }
  return {
    seq: 0,
    timeMs: 0,
    discontinuity: false,
    head: { position: [x, 1.6, z], rotation },
    left: null,
    right,
  }
}
const intent = (actor: string, action: string, target: string): Intent => ({
  actor,
  role: '',
  action,
  target,
  clientTime: 0,
  epoch: 1,
  seq: 1,
})
const rounded = (at: readonly number[] | undefined) => at?.map((metres) => Math.round(metres * 1000))

test('SES-35 personal things stand side by side, with their parts', () => {
  const { state } = begunTeam()
  const at = (id: string) => rounded(where(state, id)?.position)
  expect([at('personal-lock@1'), at('personal-lock@2')]).toEqual([
    [3000, 1000, -4000],
    [3100, 1000, -4000],
  ])
  expect(at('personal-lock.tag@2')).toEqual([3100, 950, -4000])
})

test('SES-35 things in a socket for several lie side by side, and move with it', () => {
  const team = begunTeam()
  for (const actor of [ann, ben]) team.put(actor, 'personal-lock', 'box-hasp')
  const at = (id: string) => rounded(where(team.state, id)?.position)
  expect([at('personal-lock@1'), at('personal-lock@2')]).toEqual([
    [0, 1200, -4000],
    [50, 1200, -4000],
  ])
})

test('SES-34 what another person holds is where that person’s hand is, or head', () => {
  const team = begunTeam()
  team.act(ann, 'grab', 'wrench')
  const far = (poseOf: (person: string) => TrackedPose | undefined) =>
    enrich(team.state, intent(ben, 'reach', 'wrench'), standing(0, 0), poseOf).params?.['distanceMm']
  expect(far((person) => (person === ann ? standing(0, -1) : undefined))).toBe(1000)
  expect(far((person) => (person === ann ? { ...standing(0, -2), right: null } : undefined))).toBe(2000)
})

test('SES-36 a template names one’s own thing, whose distance is measured', () => {
  const { state } = begunTeam()
  const measured = (actor: string) =>
    enrich(state, intent(actor, 'grab', 'personal-lock'), standing(3.1, -4)).params?.['distanceMm']
  expect([measured(ann), measured(ben)]).toEqual([224, 200])
})

test('SES-36 what is let go near a full or shut socket rests below', () => {
  const team = begunTeam()
  team.act(ann, 'toggle', 'lockbox')
  team.act(ann, 'grab', 'key-1')
  const let_ = (x: number) => enrich(team.state, intent(ann, 'release', 'key-1'), standing(x, -4)).params
  expect(let_(0)).toHaveProperty('at')
  team.act(ann, 'toggle', 'lockbox')
  expect(let_(0)).toMatchObject({ socket: 'lockbox' })
})
