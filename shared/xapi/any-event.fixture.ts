import fc from 'fast-check'

import type { LiveChange } from '#shared/live/change.ts'
import type { EventBody } from '#shared/procedure/events.ts'

const id = fc.constantFrom('raise-alarm', 'aim', 'never-heard-of', 'ext-co2.pin')
const ms = fc.nat({ max: 100_000_000 })
const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const category = fc.constantFrom(
  'omission',
  'commission',
  'order',
  'timing',
  'wrong-object',
  'wrong-tool',
  'precision',
  'unsafe',
  'communication',
)
const person = fc.uuid()
const step = fc.option(id)
const leader = fc.option(person)
const options = fc.uniqueArray(id, { minLength: 2, maxLength: 4 })
const what = <const Name extends LiveChange['what']>(name: Name): fc.Arbitrary<Name> => fc.constant(name)
/** What a live session brings that is recorded, and some that is not. */
export const anyLiveChange: fc.Arbitrary<LiveChange> = fc.oneof(
  fc.record({
    what: what('observed'),
    of: person,
    way: fc.constantFrom('window', 'beside', 'ghost', 'eyes', 'rewind'),
    step,
    leader,
    durationMs: ms,
  }),
  fc.record({
    what: what('answered'),
    poll: fc.nat(),
    step: id,
    option: id,
    options,
    right: fc.boolean(),
    leader,
  }),
  fc.record(
    {
      what: what('drawn'),
      key: person.map((by) => `${by}/a1`),
      shape: fc.constantFrom('stroke', 'arrow', 'circle', 'label', 'measure'),
      anchor: fc.constantFrom('', 'pump'),
      points: fc.nat({ max: 512 }),
      text: fc.string(),
      step,
    },
    { requiredKeys: ['what', 'key', 'shape', 'anchor', 'points', 'step'] },
  ),
  fc.record({ what: what('helpAsked'), step: id, on: fc.boolean() }),
  fc.record({ what: what('helping'), person, step: id, on: fc.boolean() }),
  fc.record({ what: what('hinted'), to: person, text: fc.string(), step }),
  fc.record({ what: what('takenOver'), person, step: id }),
  fc.record({
    what: what('handedBack'),
    person,
    step: id,
    why: fc.constantFrom('step-ended', 'handed-back', 'gone', 'role-changed', 'session-ended'),
    durationMs: ms,
  }),
  fc.record({
    what: what('led'),
    leader,
    was: leader,
    how: fc.constantFrom('taken', 'passed', 'let-go', 'gone'),
  }),
  fc.record({ what: what('hand'), person, on: fc.boolean() }),
) as fc.Arbitrary<LiveChange>

/** Any event body the engine could give, names unknown to the scenario included. */
export const anyEventBody: fc.Arbitrary<EventBody> = fc.oneof(
  fc.constant({ type: 'sessionStarted' as const }),
  fc.record({ type: fc.constant('joined' as const), actor: fc.uuid(), role: id }),
  fc.record({
    type: fc.constant('paused' as const),
    actor: fc.uuid(),
    reason: fc.constantFrom('asked', 'headset-off', 'storage'),
    count: fc.nat(),
  }),
  fc.record({ type: fc.constant('taskEnded' as const), task: id, complete: fc.boolean(), durationMs: ms }),
  fc.record(
    {
      type: fc.constant('stepEnded' as const),
      step: id,
      how: fc.constantFrom('correct', 'alternative', 'mistake', 'timeout', 'abort', 'skipped'),
      durationMs: ms,
      attempt: fc.nat(),
      mistakes: fc.nat(),
      hints: fc.nat(),
      measured: fc.boolean(),
      assisted: person,
      assistedBy: person,
      movedBy: person,
    },
    { requiredKeys: ['type', 'step', 'how', 'durationMs', 'attempt', 'mistakes', 'hints', 'measured'] },
  ),
  fc.record({
    type: fc.constant('mistake' as const),
    rule: id,
    actor: fc.uuid(),
    category,
    severity: fc.constantFrom('minor', 'major', 'critical', 'fatal'),
    step: id,
    measure: fc.record({ name: id, value: fc.integer() }),
  }),
  fc.record({
    type: fc.constant('hint' as const),
    step: id,
    level: fc.integer({ min: 1, max: 9 }),
    kind: id,
    asked: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('measured' as const),
    name: fc.constantFrom('aim:fire', 'ü weird/näme?#'),
    value: fc.integer(),
    unit: fc.string(),
  }),
  fc.record({ type: fc.constant('toolUsed' as const), tool: id, actor: fc.uuid(), durationMs: ms }),
  fc.record({ type: fc.constant('entityChanged' as const), entity: id, state: id }),
  fc.record({ type: fc.constant('live' as const), by: person, change: anyLiveChange }),
  fc.record({
    type: fc.constant('ended' as const),
    outcome: id,
    success: fc.boolean(),
    durationMs: ms,
    abandoned: fc.boolean(),
    score: fc.record({
      scaled: fraction,
      passed: fc.boolean(),
      passMark: fraction,
      criteria: fc.array(fc.record({ id, value: fraction, weight: fraction, assessed: fc.boolean() })),
    }),
  }),
) as fc.Arbitrary<EventBody>

/** Whom it is about: as of a run of one, of nobody, or of several. */
export const anyActors: fc.Arbitrary<{ actors?: string[] }> = fc.oneof(
  fc.constant({}),
  fc.record({ actors: fc.uniqueArray(fc.uuid(), { maxLength: 3 }) }),
)
