import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { folderScenarios } from '#server/scenarios/adapters/folder-scenarios.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import { compile } from '#shared/procedure/compile.ts'
import { start } from '#shared/procedure/start.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { ann, begunTeam, ben, lockoutWith } from '#shared/procedure/team.fixture.ts'
import { createSense } from './sense.ts'

let compiled: Compiled
let state: EngineState
beforeAll(async () => {
  const loaded = await folderScenarios(join(import.meta.dirname, '../../scenes')).load(
    'portable-extinguisher',
  )
  if (loaded === undefined) throw new Error('no scenario')
  compiled = compile(loaded.scenario, loaded.workplace)
  state = start(compiled, { mode: 'guided', seed: 1 })
})

const at = (x: number, trigger = 0): TrackedPose => ({
  seq: 1,
  timeMs: 0,
  discontinuity: false,
  head: { position: [x, 1.6, 0], rotation: [0, 0, 0, 1] },
  left: null,
  right: { position: [x, 1.1, -0.3], rotation: [0, 0, 0, 1], trigger },
})

/** What the engine would hold after these observations. */
function holding(pose: TrackedPose, more: Record<string, number> = {}): EngineState {
  const readings = createSense(compiled)(state, 'p', pose).flatMap((input) =>
    input.kind === 'observe' ? [[`p/${input.sensor}`, input.value]] : [],
  )
  return { ...state, sensors: { ...Object.fromEntries(readings), ...more } }
}

test('HOST-30 every sensor is read at first, then only what moved by more than noise', () => {
  const sense = createSense(compiled)
  const first = sense(state, 'p', at(0))
  expect(first.map((input) => input.kind === 'observe' && input.sensor)).toEqual(
    [...compiled.sensors.keys()].filter((key) => key !== 'squeeze'),
  )
  const held = holding(at(0))
  expect(sense(held, 'p', at(0.004))).toEqual([])
  expect(sense(held, 'p', at(0.1)).length).toBeGreaterThan(0)
})

test('HOST-31 the trigger says how much, the intents say when', () => {
  const sense = createSense(compiled)
  const squeezeOf = (squeezing: number, trigger: number): unknown[] =>
    sense(holding(at(0), { 'p/squeeze': squeezing }), 'p', at(0, trigger)).filter(
      (input) => input.kind === 'observe' && input.sensor === 'squeeze',
    )
  expect(squeezeOf(0, 1)).toEqual([])
  expect(squeezeOf(100, 0)).toEqual([{ kind: 'observe', actor: 'p', sensor: 'squeeze', value: 1 }])
})

test('HOST-35 with a tool in each hand, the squeezed one aims', () => {
  const participant = { role: 'trainee', number: 1, connected: true, pauses: 0, pausedBy: null }
  const two = { ...participant, holding: { left: 'ext-abc', right: 'ext-co2' } }
  const aim = (squeezing: string | null): number | undefined => {
    const pose = {
      ...at(0),
      left: { position: [0, 1.1, -0.3], rotation: [0, 1, 0, 0], trigger: 1 },
    } as TrackedPose
    const seen = createSense(compiled)({ ...state, participants: { p: { ...two, squeezing } } }, 'p', pose)
    const input = seen.find((one) => one.kind === 'observe' && one.sensor === 'aim:fire-base')
    return input?.kind === 'observe' ? input.value : undefined
  }
  expect(aim('ext-co2')).toBe(aim(null))
  expect(aim('ext-abc')).not.toBe(aim('ext-co2'))
})

test('SEN-28 of a personal thing everybody reads their own', () => {
  const team = begunTeam(
    lockoutWith({ rules: [{ id: 'near', when: { type: 'near', entity: 'personal-lock', withinMm: 500 } }] }),
  )
  const sense = createSense(team.compiled)
  const distance = (person: string): unknown =>
    sense(team.state, person, { ...at(3), head: { position: [3, 1.6, -4], rotation: [0, 0, 0, 1] } })
  expect([distance(ann), distance(ben)]).toEqual([
    [{ kind: 'observe', actor: ann, sensor: 'distance:personal-lock', value: 0 }],
    [{ kind: 'observe', actor: ben, sensor: 'distance:personal-lock', value: 100 }],
  ])
})

test('SES-37 who stands in for somebody measures that person’s own things', () => {
  const near = { type: 'near', entity: 'personal-lock', withinMm: 500 }
  const team = begunTeam(lockoutWith({ rules: [{ id: 'near', when: near }] }))
  const sense = createSense(team.compiled)
  const distance = (person: string): unknown =>
    sense(team.state, person, at(0)).find(
      (input) => input.kind === 'observe' && input.sensor === 'distance:personal-lock',
    )
  const before = distance(ann)
  const { [ann]: lead } = team.state.participants
  if (lead === undefined) throw new Error('nobody leads')
  const standIn = { person: ben, role: 'mechanic', number: 2, sinceMs: 0 }
  team.state = {
    ...team.state,
    participants: { ...team.state.participants, [ann]: { ...lead, standIn } },
  }
  expect(distance(ann)).toEqual({ ...(distance(ben) as object), actor: ann })
  expect(distance(ann)).not.toEqual(before)
})
