import { expect, test } from 'vitest'
import { ann, ben, cat, instructor, liveTeam, type LiveTeam } from '#shared/live/live-team.fixture.ts'
import { lockoutWith } from '#shared/procedure/team.fixture.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { debrief } from './debrief.ts'
import { createEnrich } from './enrich-intent.ts'
import { viewFor } from './view-for.ts'

const body: TrackedPose = {
  seq: 0,
  timeMs: 0,
  discontinuity: false,
  head: { position: [0, 1.6, 0], rotation: [0, 0, 0, 1] },
  left: null,
  right: null,
}

/** The instructor acts for Ben. */
function takenOver(): LiveTeam {
  const compiled = lockoutWith({
    rules: [
      {
        id: 'shine',
        when: { type: 'stateIs', entity: 'breaker', state: 'on' },
        consequences: [{ type: 'highlight', entity: 'personal-lock' }],
      },
    ],
  })
  const team = liveTeam(compiled, 'guided')
  team.lives(
    [ben, { act: 'ask-help', on: true }],
    [instructor, { act: 'help', person: ben, on: true }],
    [instructor, { act: 'take-over', person: ben }],
  )
  return team
}

test('VIEW-29 who stands in sees what the person has to do, and nothing of it before and after', () => {
  const team = takenOver()
  const view = () => viewFor(team.compiled, team.state, { person: instructor, role: '' })
  expect([view().step?.id, view().highlight]).toEqual(['mechanic-lock', ['personal-lock@2']])
  team.lives([ben, { act: 'hand-back' }])
  expect(view().step).toBeNull()
})

test('SES-37 how far a thing is, is asked of the thing of the person helped', () => {
  const team = takenOver()
  const enrich = createEnrich(team.compiled)
  const distance = (actor: string): unknown => {
    const asked = team.intent(actor, 'grab', 'personal-lock')
    return asked.kind === 'intent' ? enrich(team.state, asked.intent, body).params?.['distanceMm'] : undefined
  }
  expect([distance(instructor), distance(instructor) === distance(ann)]).toEqual([distance(ben), false])
})

test('SES-65 a debrief tells for whom somebody stood in, and who led on', () => {
  const team = takenOver()
  team.put(instructor, 'personal-lock', 'box-hasp')
  team.put(cat, 'personal-lock', 'box-hasp')
  team.lives([instructor, { act: 'step', move: 'on', step: 'isolate' }])
  team.take({ kind: 'abandon' })
  const rows =
    debrief(team.compiled, { session: 's', mode: 'guided', createdAt: 0 }, team.events)?.steps ?? []
  expect(rows.map(({ id, how, assisted, movedBy }) => [id, how, assisted, movedBy])).toEqual([
    ['isolate', 'skipped', undefined, instructor],
    ['mechanic-lock', 'correct', { person: ben, by: instructor }, undefined],
    ['lead-lock', 'abort', undefined, undefined],
  ])
})
