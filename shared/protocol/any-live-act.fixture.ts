import fc from 'fast-check'
import type { LiveAct } from '#shared/live/acts.ts'

const person = fc.uuid()
const somebody = fc.oneof(fc.constant(''), person)
const on = fc.boolean()
const mm = fc.integer({ min: -1_000_000, max: 1_000_000 })
const point = fc.tuple(mm, mm, mm)
const anchor = fc.constantFrom('', 'pump', 'pump.valve', 'own-lock@2')
const points = (most: number): fc.Arbitrary<number[]> =>
  fc.array(point, { minLength: 1, maxLength: most }).map((each) => each.flat())
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .filter((given) => given.isWellFormed())
const id = fc.stringMatching(/^[a-z0-9]{1,12}$/)
const act = <const Name extends LiveAct['act']>(name: Name): fc.Arbitrary<Name> => fc.constant(name)

/** Any act that a client of ours could ask for. */
export const anyLiveAct: fc.Arbitrary<LiveAct> = fc.oneof(
  fc.record({ act: fc.constantFrom('lead', 'let-go', 'undo', 'erase-all', 'hand-back', 'ask-next') }),
  fc.record({ act: act('pass'), to: person }),
  fc.record({ act: fc.constantFrom('follow-me', 'share-view', 'pause-all', 'raise-hand', 'ask-help'), on }),
  fc.record({ act: act('summon'), position: point, yaw: fc.integer({ min: -1800, max: 1800 }) }),
  fc.record({ act: act('summon'), to: person, position: point, yaw: fc.constant(0) }),
  fc.record({ act: act('spotlight'), person: somebody }),
  fc.record(
    { act: act('step'), move: fc.constantFrom('on', 'back', 'skip'), step: fc.constant('aim') },
    { requiredKeys: ['act', 'move'] },
  ),
  fc.record({ act: act('hint'), to: person, text }),
  fc.record({ act: fc.constantFrom('lower-hand', 'take-over'), person }),
  fc.record({ act: act('allow'), what: fc.constantFrom('speak', 'draw'), person: somebody, on }),
  fc.record({ act: act('ping'), anchor, at: point }),
  fc.record({ act: act('look-here'), anchor, at: fc.option(point) }),
  fc.record(
    {
      act: act('draw'),
      id,
      shape: fc.constantFrom('stroke', 'arrow', 'circle', 'label', 'measure'),
      anchor,
      points: points(64),
      color: fc.nat({ max: 15 }),
      text,
      done: on,
    },
    { requiredKeys: ['act', 'id', 'shape', 'anchor', 'points', 'color', 'done'] },
  ),
  fc.record({ act: act('draw-on'), id, points: fc.oneof(points(64), fc.constant([])), done: on }),
  fc.record({ act: act('erase'), key: fc.tuple(person, id).map(([by, own]) => `${by}/${own}`) }),
  fc.record({ act: act('help'), person, on }),
  fc.record({ act: act('polls'), every: fc.nat({ max: 100 }) }),
  fc.record({ act: act('answer'), poll: fc.nat({ max: 1000 }), option: fc.constantFrom('aim', 'pull-pin') }),
  fc.record({
    act: act('watch'),
    way: fc.constantFrom('free', 'window', 'beside', 'ghost', 'eyes', 'rewind'),
    of: somebody,
  }),
) as fc.Arbitrary<LiveAct>
