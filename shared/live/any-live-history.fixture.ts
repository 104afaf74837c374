import fc from 'fast-check'
import type { Input } from '#shared/procedure/input.ts'
import { bot } from '#shared/procedure/team.fixture.ts'
import { anyLiveAct } from '#shared/protocol/any-live-act.fixture.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import type { LiveAct } from './acts.ts'
import { ann, ben, cat, instructor, sam, tess } from './live-team.fixture.ts'

export const kinds: Record<string, MemberKind> = {
  [instructor]: 'instructor',
  [sam]: 'spectator',
  [tess]: 'spectator',
}
const people = [ann, ben, cat, instructor, sam, tess]
const person = fc.constantFrom(...people)
const somebody = fc.constantFrom(...people, '', bot, 'nobody')
const on = fc.boolean()
const point = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.constant(0), fc.constantFrom(5, 0.5, 1e9))
  .map(([x, y, z]): [number, number, number] => [x, y, z])
const points = fc.oneof(
  { arbitrary: fc.constantFrom([0, 0, 0], [0, 0, 0, 1, 1, 1], []), weight: 6 },
  {
    arbitrary: fc.constantFrom(
      [1],
      [0, 0, Number.NaN],
      Array.from({ length: 192 }, () => 7),
    ),
    weight: 1,
  },
)
const id = fc.constantFrom('a', 'b', 'c', '__proto__')
const kind = <const Kind extends Input['kind']>(name: Kind): fc.Arbitrary<Kind> => fc.constant(name)
const act = <const Name extends LiveAct['act']>(name: Name): fc.Arbitrary<Name> => fc.constant(name)

/** Acts that have to do with one another, and now and then any at all. */
const liveAct = fc.oneof(
  { arbitrary: anyLiveAct, weight: 1 },
  fc.record({
    act: fc.constantFrom(
      'lead',
      'let-go',
      'undo',
      'erase-all',
      'hand-back',
      'hand-back',
      'ask-next',
      'ask-next',
    ),
  }),
  fc.record({ act: act('pass'), to: somebody }),
  fc.record({ act: fc.constantFrom('follow-me', 'share-view', 'pause-all', 'raise-hand'), on }),
  fc.record({ act: act('ask-help'), on: fc.constantFrom(true, true, true, false) }),
  fc.record({ act: act('help'), person: somebody, on: fc.constantFrom(true, true, true, false) }),
  fc.record({ act: fc.constantFrom('take-over', 'take-over', 'spotlight', 'lower-hand'), person: somebody }),
  fc.record({ act: act('step'), move: fc.constantFrom('on', 'back', 'back', 'skip') }),
  fc.record({ act: act('allow'), what: fc.constantFrom('draw', 'draw', 'speak'), person: somebody, on }),
  fc.record({
    act: act('look-here'),
    anchor: fc.constantFrom('', 'breaker', 'personal-lock@2', '?'),
    at: fc.option(point),
  }),
  fc.record({ act: act('summon'), to: somebody, position: point, yaw: fc.constantFrom(0, 0.5) }),
  fc.record({ act: act('hint'), to: somebody, text: fc.constantFrom('x', '', '\ud800') }),
  fc.record({
    act: act('draw'),
    id,
    shape: fc.constantFrom('stroke', 'stroke', 'arrow', 'label'),
    anchor: fc.constantFrom('', 'lockbox'),
    points,
    color: fc.constantFrom(0, 99),
    done: on,
  }),
  fc.record({ act: act('draw-on'), id, points, done: on }),
  fc.record({ act: act('erase'), key: fc.tuple(person, id).map(([by, own]) => `${by}/${own}`) }),
  fc.record({ act: act('polls'), every: fc.constantFrom(0, 1, 1, 2, 0.5) }),
  fc.record({
    act: act('answer'),
    poll: fc.integer({ min: 1, max: 6 }),
    option: fc.constantFrom('isolate', 'lead-lock', 'work', 'unlock', 'mechanic-lock'),
  }),
  fc.record({ act: act('watch'), way: fc.constantFrom('eyes', 'window', 'free'), of: somebody }),
) as fc.Arbitrary<LiveAct>

const live: fc.Arbitrary<Input> = fc
  .record({ by: fc.constantFrom(...people, instructor, ann, bot), moderates: on, act: liveAct })
  .map(({ by, moderates, act: asked }) => ({
    kind: 'live',
    by,
    as: kinds[by] ?? 'participant',
    ...(moderates || by === instructor ? { moderates: true as const } : {}),
    act: asked,
  }))
const doing: fc.Arbitrary<Input> = fc
  .record({
    actor: fc.constantFrom(ann, ben, cat, instructor),
    action: fc.constantFrom(
      'grab',
      'grab',
      'release',
      'toggle',
      'press',
      'leave',
      'pause',
      'resume',
      'reach',
      'turn',
    ),
    target: fc.constantFrom(
      'personal-lock',
      'breaker',
      'lockbox',
      'start-button',
      'stop-button',
      'wrench',
      'coupling',
      'valve',
    ),
    socket: fc.constantFrom('box-hasp', undefined),
    hand: fc.constantFrom('left', 'right'),
  })
  .map(({ actor, action, target, socket, hand }) => ({
    kind: 'intent',
    intent: {
      actor,
      role: '',
      action,
      ...(['leave', 'pause', 'resume'].includes(action) ? {} : { target }),
      params: { hand, ...(socket === undefined ? {} : { socket }) },
      clientTime: 0,
      epoch: 1,
      seq: 0,
    },
  }))
const coming: fc.Arbitrary<Input> = fc.oneof(
  fc.record({
    kind: kind('join'),
    actor: fc.constantFrom(ann, ben, cat, instructor),
    role: fc.constantFrom('lead', 'mechanic', ''),
  }),
  fc.record({ kind: kind('leave'), actor: fc.constantFrom(ann, ben, cat, instructor) }),
  fc.record({ kind: kind('gone'), person }),
  fc.record({ kind: kind('pause'), actor: person, reason: fc.constant('disconnected' as const) }),
  fc.record({ kind: kind('resume'), actor: person }),
  fc.record({
    kind: kind('assign'),
    actor: fc.constantFrom(ben, cat, instructor),
    role: fc.constantFrom('', 'mechanic'),
    by: fc.constant(ann),
  }),
  fc.record({ kind: kind('remove'), actor: fc.constantFrom(cat, sam), by: fc.constant(instructor) }),
)

const as = (by: string, asked: LiveAct): Input => ({
  kind: 'live',
  by,
  as: kinds[by] ?? 'participant',
  moderates: true,
  act: asked,
})
/** What chance alone seldom brings about. */
const story: fc.Arbitrary<Input[]> = fc.oneof(
  fc
    .tuple(fc.constantFrom(ann, ben, cat), fc.constantFrom(ann, cat, instructor))
    .map(([helped, helper]): Input[] => [
      { kind: 'join', actor: helped, role: helped === ann ? 'lead' : 'mechanic' },
      { kind: 'resume', actor: helped },
      as(instructor, { act: 'pause-all', on: false }),
      as(helped, { act: 'ask-help', on: true }),
      as(helper, { act: 'help', person: helped, on: true }),
      as(helper, { act: 'take-over', person: helped }),
    ]),
  fc
    .tuple(fc.constantFrom(ann, ben, instructor), on)
    .map(([leader, go]): Input[] => [
      as(leader, { act: 'lead' }),
      as(instructor, { act: 'ask-next' }),
      as(instructor, { act: 'pause-all', on: false }),
      ...(go ? [as(instructor, { act: 'step', move: 'on' })] : []),
    ]),
)
const input = fc.oneof(
  { arbitrary: live, weight: 12 },
  { arbitrary: doing, weight: 6 },
  { arbitrary: coming, weight: 1 },
)
const together: fc.Arbitrary<Input[]> = fc.oneof(
  { arbitrary: fc.array(input, { maxLength: 8 }), weight: 2 },
  { arbitrary: story, weight: 1 },
)
/** Half a minute, after which questions close and who was lost is gone. */
const rarely = [620]
export const history = fc.array(
  fc.record({ inputs: together, idle: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 20, 50, ...rarely) }),
  { minLength: 5, maxLength: 30, size: 'max' },
)
export type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never
