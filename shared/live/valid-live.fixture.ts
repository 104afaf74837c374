import { expect } from 'vitest'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import { kinds } from './any-live-history.fixture.ts'
import { drawingChanges } from './drawing-changes.ts'
import { leadView } from './lead-view.ts'
import { LIVE_LIMITS, POINTS_OF } from './limits.ts'
import { liveView } from './view-for-live.ts'

export function isHere({ participants, membership }: EngineState, who: string): boolean {
  const participant = participants[who]
  if (participant === undefined) return !membership.removed.includes(who)
  return participant.connected || participant.pausedBy !== null
}

/** What holds whatever people do. */
export function expectValidLive(compiled: Compiled, state: EngineState, before: EngineState): void {
  expectAttention(state)
  expectHelp(state)
  expectPoll(state)
  expectHands(state)
  expectDrawings(state)
  // All views can be made, and drawings grow or go.
  liveView(compiled, state)
  leadView(compiled, state)
  for (const change of drawingChanges(before.live, state.live))
    if (change.kind === 'more') expect(change.from).toBe(before.live?.annotations[change.key]?.points.length)
}

function expectAttention(state: EngineState): void {
  const { live } = state
  if (live === undefined) return
  const { leader, unshared, spotlight, watching, haltedBy, hands } = live
  if (leader !== null) {
    expect(isHere(state, leader)).toBe(true)
    expect(unshared).not.toContain(leader)
    expect(kinds[leader]).not.toBe('spectator')
  }
  for (const shown of [spotlight, ...Object.values(watching).map(({ of }) => of)])
    if (shown !== null && shown !== '') expect(unshared).not.toContain(shown)
  if (haltedBy !== null) expect(state.phase).toBe('paused')
  expect(new Set(hands).size).toBe(hands.length)
}

function expectHelp(state: EngineState): void {
  const { live, participants, nodes } = state
  const standIns = Object.entries(participants).flatMap(([helper, { standIn }]) =>
    standIn ? [[helper, standIn.person, standIn.role, standIn.number]] : [],
  )
  const { takeOver = null, help = [] } = live ?? {}
  if (takeOver === null) expect(standIns).toEqual([])
  else {
    const { helper, person, step } = takeOver
    const helped = participants[person]
    expect([helper === person, isHere(state, helper), isHere(state, person)]).toEqual([false, true, true])
    expect(nodes[step]).toMatchObject({ status: 'active', assisted: { person, by: helper } })
    expect(standIns).toEqual([[helper, person, helped?.role, helped?.number]])
  }
  for (const { person, step } of help)
    expect([isHere(state, person), nodes[step]?.status]).toEqual([true, 'active'])
  expect(new Set(help.map(({ person }) => person)).size).toBe(help.length)
}

function expectPoll({ live, nodes }: EngineState): void {
  if (!live?.poll) return
  const { correct, options, closed } = live.poll
  expect([options.includes(correct), new Set(options).size]).toEqual([true, options.length])
  expect([2, 3, 4]).toContain(options.length)
  if (!closed) expect(nodes[correct]?.status).toBe('active')
}

/** Hands and things agree; who has no role and stands in for nobody holds nothing. */
function expectHands({ participants, entities }: EngineState): void {
  for (const [person, { role, holding, standIn }] of Object.entries(participants)) {
    if (role === '' && standIn === undefined) expect(holding).toEqual({})
    for (const hand of ['left', 'right'] as const)
      if (holding[hand]) expect(entities[holding[hand]]?.place).toEqual({ kind: 'held', by: person, hand })
  }
  for (const [id, { place }] of Object.entries(entities))
    if (place.kind === 'held') expect(participants[place.by]?.holding[place.hand]).toBe(id)
}

function expectDrawings({ live: now }: EngineState): void {
  const all = Object.entries(now?.annotations ?? {})
  expect(all.length).toBeLessThanOrEqual(LIVE_LIMITS.annotations)
  expect(new Set(all.map(([, { n }]) => n)).size).toBe(all.length)
  for (const [key, { by, points: flat, shape, done }] of all) {
    expect(key.startsWith(`${by}/`)).toBe(true)
    expect(flat.every(Number.isSafeInteger)).toBe(true)
    expect(flat.length / 3).toBeLessThanOrEqual(POINTS_OF[shape].most)
    // A line that somebody left half drawn may be short.
    if (done) expect(flat.length).toBeGreaterThan(0)
  }
}

export function expectIntegers(value: unknown): void {
  if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
  else if (value !== null && typeof value === 'object') Object.values(value).forEach(expectIntegers)
}
