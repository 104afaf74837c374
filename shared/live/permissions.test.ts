import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LiveAct, LiveRefusal } from './acts.ts'
import { ann, ben, cat, instructor, liveTeam, sam, tess, type LiveTeam } from './live-team.fixture.ts'
import { mayDraw, maySpeak, rights, type Deed, type Standing, type Whose } from './permissions.ts'
import { permissionsTable } from './permissions-table.ts'
import { whoseIs } from './whose.ts'

type Case = { own?: LiveAct; other?: LiveAct; before?: (team: LiveTeam, me: string) => void }
const at = [0, 0, 0] as const
const stroke = { act: 'draw', shape: 'stroke', anchor: '', points: [0, 0, 0], color: 0 } as const

/** Somebody of each standing; the other one is Cat, of whom everything can be asked. */
const people: Record<Standing, string> = { leader: ann, host: instructor, participant: ben, spectator: sam }

/** Of each act one that is about oneself and one that is not, in a session where nothing but rights is in its way. */
const cases = (me: string): Record<Exclude<Deed, 'speak'>, Case> => ({
  lead: { own: { act: 'lead' } },
  pass: { own: { act: 'pass', to: me }, other: { act: 'pass', to: cat } },
  'let-go': { other: { act: 'let-go' } },
  'follow-me': { other: { act: 'follow-me', on: true } },
  summon: { other: { act: 'summon', position: at, yaw: 0 } },
  spotlight: { own: { act: 'spotlight', person: me }, other: { act: 'spotlight', person: cat } },
  'share-view': { own: { act: 'share-view', on: true } },
  'pause-all': { other: { act: 'pause-all', on: true } },
  step: { other: { act: 'step', move: 'on' } },
  hint: { own: { act: 'hint', to: me, text: 'x' }, other: { act: 'hint', to: cat, text: 'x' } },
  'raise-hand': { own: { act: 'raise-hand', on: true } },
  'lower-hand': {
    own: { act: 'lower-hand', person: me },
    other: { act: 'lower-hand', person: cat },
    before: (team) => team.lives([cat, { act: 'raise-hand', on: true }]),
  },
  allow: {
    own: { act: 'allow', what: 'speak', person: me, on: true },
    other: { act: 'allow', what: 'speak', person: cat, on: true },
  },
  ping: { own: { act: 'ping', anchor: '', at } },
  'look-here': { other: { act: 'look-here', anchor: 'breaker', at } },
  draw: { own: { ...stroke, id: 'a', done: true } },
  'draw-on': { own: { act: 'draw-on', id: 'open', points: [1, 1, 1], done: true } },
  erase: { own: { act: 'erase', key: `${me}/open` }, other: { act: 'erase', key: `${cat}/hers` } },
  undo: { own: { act: 'undo' } },
  'erase-all': { other: { act: 'erase-all' } },
  'ask-help': { own: { act: 'ask-help', on: true } },
  help: { own: { act: 'help', person: me, on: true }, other: { act: 'help', person: cat, on: true } },
  'take-over': {
    own: { act: 'take-over', person: me },
    other: { act: 'take-over', person: cat },
  },
  'hand-back': { own: { act: 'hand-back' }, other: { act: 'hand-back' } },
  polls: { other: { act: 'polls', every: 2 } },
  'ask-next': { other: { act: 'ask-next' } },
  answer: { own: { act: 'answer', poll: 1, option: 'isolate' } },
  watch: { own: { act: 'watch', way: 'eyes', of: cat } },
})

const deeds = Object.keys(rights) as Deed[]
const standings: readonly Standing[] = ['leader', 'host', 'participant', 'spectator']

/** What stands in the way of an act of that kind is taken out of it; what it needs is put there. */
function prepared(deed: Deed, whose: Whose, me: string): LiveTeam {
  const team = liveTeam()
  team.lives(
    [instructor, { act: 'pass', to: ann }],
    [instructor, { act: 'allow', what: 'draw', person: '', on: true }],
  )
  if (deed !== 'draw') team.live(me, { ...stroke, id: 'open', done: false })
  team.lives([cat, { ...stroke, id: 'hers', done: true }])
  if (deed === 'help' || deed === 'take-over' || deed === 'hand-back') {
    const helped = whose === 'own' && deed !== 'hand-back' ? me : cat
    if (team.here(helped) === 'participant') team.lives([helped, { act: 'ask-help', on: true }])
  }
  if (deed === 'take-over' && whose === 'other') team.live(me, { act: 'help', person: cat, on: true })
  if (deed === 'hand-back') {
    const helper = whose === 'own' ? me : me === ben ? ann : ben
    team.live(helper, { act: 'help', person: cat, on: true })
    team.live(helper, { act: 'take-over', person: cat })
  }
  if (deed === 'share-view') team.live(me, { act: 'share-view', on: false })
  if (deed === 'answer') team.lives([instructor, { act: 'ask-next' }])
  if (deed === 'raise-hand' || deed === 'lower-hand')
    team.live(me, { act: 'raise-hand', on: deed === 'lower-hand' })
  return team
}

function refusalOf(
  deed: Exclude<Deed, 'speak'>,
  whose: Whose,
  standing: Standing,
  mayDrawToo = true,
): LiveRefusal | null {
  const me = people[standing]
  const team = prepared(deed, whose, me)
  const one = cases(me)[deed]
  one.before?.(team, me)
  if (!mayDrawToo) team.lives([instructor, { act: 'allow', what: 'draw', person: '', on: false }])
  const act = one[whose]
  if (act === undefined) throw new Error(`no case for ${deed} ${whose}`)
  // A spectator has no part in a take-over that could be given back.
  if (standing !== 'spectator' || deed !== 'hand-back') expect(whoseIs(act, me, team.now)).toBe(whose)
  return team.decide(me, act)
}

describe('the matrix', () => {
  const cells = deeds.flatMap((deed) => {
    if (deed === 'speak') return []
    return (['own', 'other'] as const)
      .filter((whose) => cases('')[deed][whose] !== undefined)
      .flatMap((whose) => standings.map((standing) => ({ deed, whose, standing })))
  })

  test('LS-1 every act is walked, own and other', () => {
    for (const deed of deeds) {
      if (deed === 'speak') continue
      for (const whose of Object.keys(rights[deed]) as Whose[])
        expect([deed, whose, cases('')[deed][whose] === undefined]).toEqual([deed, whose, false])
    }
    expect(cells.length).toBeGreaterThan(120)
  })

  test.each(cells)('LS-1 $deed, $whose, by a $standing', ({ deed, whose, standing }) => {
    const right = rights[deed][whose]?.[standing]
    const denied = right === undefined || right === 'passed'
    const expected = denied ? 'not-allowed' : expect.not.stringMatching('not-allowed')
    expect(refusalOf(deed, whose, standing) ?? 'may').toEqual(expected)
    if (right === 'drawing') expect(refusalOf(deed, whose, standing, false)).toBe('not-allowed')
    if (right === 'yes') expect(refusalOf(deed, whose, standing, false)).not.toBe('not-allowed')
  })
})

test('LS-1 rights that are there are there for good reason: nearly every one of them can be used at once', () => {
  const refused = deeds.flatMap((deed) => {
    if (deed === 'speak') return []
    return (Object.keys(rights[deed]) as Whose[]).flatMap((whose) =>
      standings.flatMap((standing) => {
        const right = rights[deed][whose]?.[standing]
        const refusal = right === undefined || right === 'passed' ? null : refusalOf(deed, whose, standing)
        return refusal === null ? [] : [`${deed} ${whose} ${standing}: ${refusal}`]
      }),
    )
  })
  expect(refused).toEqual([
    'lead own leader: already-so',
    'share-view own leader: already-so',
    'lower-hand own leader: already-so',
    // An instructor who is not in the procedure has no step.
    'ask-help own host: not-now',
  ])
})

test('LS-2 who passed the attention on may take it back, and nobody else who has no right to', () => {
  const team = liveTeam()
  team.lives([instructor, { act: 'pass', to: ann }], [ann, { act: 'pass', to: ben }])
  expect(team.decide(cat, { act: 'lead' })).toBe('not-allowed')
  team.lives([ann, { act: 'lead' }])
  expect(team.now).toMatchObject({ leader: ann, passedBy: null })
  expect(team.decide(ben, { act: 'lead' })).toBe('not-allowed')
})

test('LS-3 who may draw: leader and host always, others when allowed, one by one or all', () => {
  const team = liveTeam()
  team.host = cat
  team.lives([instructor, { act: 'pass', to: ann }])
  const may = (): boolean[] =>
    [ann, instructor, cat, ben, sam].map((each) => mayDraw(team.asker(each), team.now))
  expect(may()).toEqual([true, true, true, false, false])
  team.lives([ann, { act: 'allow', what: 'draw', person: sam, on: true }])
  expect(may()).toEqual([true, true, true, false, true])
  team.lives(
    [ann, { act: 'allow', what: 'draw', person: '', on: true }],
    [ann, { act: 'allow', what: 'draw', person: ben, on: false }],
  )
  expect(may()).toEqual([true, true, true, false, true])
  team.lives([ann, { act: 'allow', what: 'draw', person: '', on: false }])
  expect(may()).toEqual([true, true, true, false, false])
})

test('LS-4 who may speak: participants unless it was taken from them, spectators when named; who is muted never', () => {
  const team = liveTeam()
  team.lives([instructor, { act: 'pass', to: ann }])
  const speaks = (person: string): boolean =>
    maySpeak(team.asker(person), team.now, team.state.participants[person]?.muted === true)
  expect([ann, instructor, ben, sam].map(speaks)).toEqual([true, true, true, false])
  team.lives(
    [ann, { act: 'allow', what: 'speak', person: sam, on: true }],
    [ann, { act: 'allow', what: 'speak', person: ben, on: false }],
  )
  expect([ben, cat, sam, tess].map(speaks)).toEqual([false, true, true, false])
  team.lives([ann, { act: 'allow', what: 'speak', person: ben, on: true }])
  for (const muted of [ann, ben]) team.take({ kind: 'mute', actor: muted, on: true, by: instructor })
  expect([ann, ben, cat].map(speaks)).toEqual([false, false, true])
})

test('LS-5 docs/live-permissions.md is the matrix (else: npm run permissions)', () => {
  const docs = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'live-permissions.md'), 'utf8')
  expect(docs).toBe(permissionsTable())
})
