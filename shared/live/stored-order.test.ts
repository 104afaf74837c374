import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { advance } from '#shared/procedure/advance.ts'
import type { Input } from '#shared/procedure/input.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import { ann, instructor, liveTeam, sam, tess } from './live-team.fixture.ts'

const draw = (id: string, done: boolean) =>
  ({ act: 'draw', id, shape: 'stroke', anchor: '', points: [0, 0, 0], color: 0, done }) as const

test.each([
  [
    'a step ends',
    { kind: 'live', by: instructor, as: 'instructor', moderates: true, act: { act: 'step', move: 'on' } },
  ],
  ['who is watched goes', { kind: 'remove', actor: ann, by: instructor }],
  [
    'everything is erased',
    { kind: 'live', by: instructor, as: 'instructor', moderates: true, act: { act: 'erase-all' } },
  ],
  ['who drew goes', { kind: 'gone', person: instructor }],
] satisfies [string, Input][])(
  'LS-80 when %s, a state read back from storage tells it in the same order',
  (_when, input) => {
    const team = liveTeam()
    // Not in the order of their ids, which is how they are stored.
    team.lives(
      [instructor, { act: 'pass', to: ann }],
      [tess, { act: 'watch', way: 'window', of: ann }],
      [sam, { act: 'watch', way: 'window', of: ann }],
      [instructor, draw('z', false)],
      [instructor, draw('a', false)],
    )
    team.wait(3000)
    const stored = JSON.parse(canonicalJson(team.state)) as EngineState
    const { events } = advance(team.compiled, team.state, [input])
    expect(events.length).toBeGreaterThan(0)
    expect(advance(team.compiled, stored, [input]).events).toEqual(events)
  },
)
