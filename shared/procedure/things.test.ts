import { expect, test } from 'vitest'
import { lockoutDocument, step } from './lockout.fixture.ts'
import { ann, begunTeam, ben, cat, inTurn, lockoutWith, threeWith } from './team.fixture.ts'

const held = (by: string, hand = 'right') => ({ kind: 'held', by, hand })

test('ENG-80 what its holder lets go of comes into the hand that was held out for it', () => {
  const team = begunTeam()
  expect(team.act(ben, 'reach', 'wrench')).toBe('not-possible')
  team.act(ann, 'grab', 'wrench')
  expect([team.act(ann, 'reach', 'wrench', { hand: 'left' }), team.act(ben, 'reach', 'wrench')]).toEqual([
    'not-possible',
    null,
  ])
  expect(team.act(ann, 'release', 'wrench', { at: [0, 0, 0] })).toBe(null)
  expect(team.place('wrench')).toEqual(held(ben))
  expect([team.person(ann).holding, team.person(ben).holding]).toEqual([{}, { right: 'wrench' }])
  expect(team.seen('handedOver')).toMatchObject([{ from: ann, to: ben, entity: 'wrench' }])
  expect(team.state.reaching).toEqual([])
})

test('ENG-80 a hand is held out for 5 s, for one thing, and while it is free', () => {
  const team = begunTeam()
  team.act(ann, 'grab', 'wrench')
  team.act(ann, 'grab', 'key-1', { hand: 'left' })
  team.act(ben, 'reach', 'wrench')
  team.wait(5000)
  team.act(ann, 'release', 'wrench')
  expect(team.place('wrench')).toEqual({ kind: 'home' })
  team.act(ann, 'grab', 'wrench')
  team.act(ben, 'reach', 'wrench')
  team.act(ben, 'reach', 'key-1')
  team.act(ann, 'release', 'wrench')
  expect(team.place('wrench')).toEqual({ kind: 'home' })
  team.act(ben, 'grab', 'wrench')
  expect([team.state.reaching, team.act(ben, 'reach', 'key-1')]).toEqual([[], 'hand-full'])
  team.act(ben, 'reach', 'key-1', { hand: 'left' })
  team.act(ann, 'release', 'key-1')
  expect(team.place('key-1')).toEqual(held(ben, 'left'))
})

test('ENG-80 what is not due for oneself can be taken over, but not taken', () => {
  const { practice } = lockoutDocument.modes
  const compiled = lockoutWith({
    modes: { practice: { ...practice, lockObjects: true } },
    procedure: inTurn(step('it', ['lead'], { type: 'elapsed', ms: 60_000 }, { uses: ['wrench'] })),
  })
  const team = begunTeam(compiled)
  expect(team.act(ben, 'grab', 'wrench')).toBe('locked')
  team.act(ann, 'grab', 'wrench')
  expect(team.act(ben, 'reach', 'wrench')).toBe(null)
  team.act(ann, 'release', 'wrench')
  expect(team.place('wrench')).toEqual(held(ben))
})

test('ENG-80 it goes to who reached first, and to nobody who went away', () => {
  const team = threeWith({})
  team.act(ann, 'grab', 'wrench')
  team.act(cat, 'reach', 'wrench')
  team.act(ben, 'reach', 'wrench')
  team.act(ann, 'release', 'wrench')
  expect(team.place('wrench')).toEqual(held(cat))
  team.take({ kind: 'pause', actor: ben, reason: 'hidden' })
  team.act(cat, 'release', 'wrench')
  expect(team.place('wrench')).toEqual({ kind: 'home' })
})

test('ENG-81 of two who grab in one tick the first to arrive gets it, the other is told', () => {
  for (const [first, second] of [
    [ann, ben],
    [ben, ann],
  ] as const) {
    const team = begunTeam()
    const answers = team.take(team.intent(first, 'grab', 'wrench'), team.intent(second, 'grab', 'wrench'))
    expect(answers).toEqual([null, 'held-by-other'])
    expect(team.place('wrench')).toEqual(held(first))
  }
})

test('ENG-82 everybody who joins has a personal thing of their own, named by number', () => {
  const team = begunTeam()
  expect(Object.keys(team.state.entities).filter((id) => id.startsWith('personal-lock'))).toEqual([
    'personal-lock@1',
    'personal-lock.tag@1',
    'personal-lock@2',
    'personal-lock.tag@2',
  ])
  team.act(ben, 'grab', 'personal-lock')
  expect(team.person(ben).holding).toEqual({ right: 'personal-lock@2' })
  expect(team.seen('acted').at(-1)).toMatchObject({ target: 'personal-lock@2' })
})

test('ENG-82 another person’s own thing refuses, unless others may', () => {
  const team = begunTeam()
  const targets = ['personal-lock@1', 'tool-bag@1', 'personal-lock@3', 'personal-lock@1@1', 'wrench@1']
  expect(targets.map((target) => team.act(ben, 'grab', target))).toEqual([
    'not-yours',
    null,
    'unknown-target',
    'unknown-target',
    'unknown-target',
  ])
  expect(team.act(ben, 'press', 'personal-lock.tag@1')).toBe(null)
  expect(team.state.entities['personal-lock.tag@1']).toMatchObject({ state: 'signed' })
})

test('ENG-82 only the owner takes a lock off the hasp', () => {
  const team = begunTeam()
  team.put(ann, 'personal-lock', 'box-hasp')
  expect([team.act(ben, 'grab', 'personal-lock@1'), team.act(ann, 'grab', 'personal-lock')]).toEqual([
    'not-yours',
    null,
  ])
})

test('ENG-83 a socket takes what it accepts, so many, each in a slot of its own', () => {
  const team = begunTeam()
  team.put(ann, 'key-1', 'lockbox')
  team.put(ann, 'key-2', 'lockbox')
  expect([team.place('key-1'), team.place('key-2')]).toEqual([
    { kind: 'socket', socket: 'lockbox', slot: 0 },
    { kind: 'socket', socket: 'lockbox', slot: 1 },
  ])
  team.act(ann, 'grab', 'key-1')
  team.put(ann, 'wrench', 'lockbox', 'left')
  expect(team.place('wrench')).toEqual({ kind: 'home' })
  team.act(ann, 'release', 'key-1', { socket: 'lockbox' })
  expect(team.place('key-1')).toMatchObject({ slot: 0 })
  team.put(ann, 'equipment-lock-1', 'breaker.hasp')
  expect(team.place('equipment-lock-1')).toEqual({ kind: 'socket', socket: 'breaker.hasp' })
})

test('ENG-83 two in one tick do not fall into one place', () => {
  const team = begunTeam()
  for (const [actor, key] of [
    [ann, 'key-1'],
    [ben, 'key-2'],
  ] as const)
    team.act(actor, 'grab', key)
  const into = { socket: 'lockbox' }
  team.take(team.intent(ben, 'release', 'key-2', into), team.intent(ann, 'release', 'key-1', into))
  expect([team.place('key-1'), team.place('key-2')]).toMatchObject([{ slot: 1 }, { slot: 0 }])
})

test('ENG-83 nothing goes into or out of a socket that is shut, locked or hidden', () => {
  const team = begunTeam()
  team.put(ann, 'key-1', 'lockbox')
  team.act(ann, 'toggle', 'lockbox')
  expect(team.act(ann, 'grab', 'key-1')).toBe('not-possible')
  team.put(ann, 'key-2', 'lockbox')
  expect(team.place('key-2')).toEqual({ kind: 'home' })
  const shut = threeWith({
    rules: [
      {
        id: 'shut',
        when: { type: 'elapsed', ms: 100 },
        consequences: [
          { type: 'lock', entity: 'lockbox' },
          { type: 'hide', entity: 'box-hasp' },
        ],
      },
    ],
  })
  shut.wait(200)
  shut.put(ann, 'key-1', 'lockbox')
  shut.put(ann, 'personal-lock', 'box-hasp')
  expect([shut.place('key-1'), shut.place('personal-lock@1')]).toEqual([{ kind: 'home' }, { kind: 'home' }])
})

test('ENG-84 a device is held fast while a lock is in its socket; the lock needs its key', () => {
  const team = begunTeam()
  team.act(ann, 'toggle', 'breaker')
  team.put(ann, 'equipment-lock-1', 'breaker.hasp')
  expect(team.act(ben, 'toggle', 'breaker')).toBe('locked-out')
  expect(team.act(ben, 'grab', 'equipment-lock-1')).toBe('locked-out')
  team.act(ben, 'grab', 'key-2')
  expect(team.act(ben, 'grab', 'equipment-lock-1', { hand: 'left' })).toBe('locked-out')
  team.act(ann, 'grab', 'key-1')
  expect(team.act(ann, 'grab', 'equipment-lock-1', { hand: 'left' })).toBe(null)
  expect(team.act(ben, 'toggle', 'breaker')).toBe(null)
  team.act(ann, 'release', 'equipment-lock-1', { socket: 'hook' })
  expect(team.act(ben, 'grab', 'equipment-lock-1', { hand: 'left' })).toBe(null)
})

test('ENG-84 the box stays shut while any personal lock is on it', () => {
  const team = begunTeam()
  team.act(ann, 'toggle', 'lockbox')
  team.put(ann, 'personal-lock', 'box-hasp')
  team.put(ben, 'personal-lock', 'box-hasp')
  for (const actor of [ann, ben]) {
    expect(team.act(ann, 'toggle', 'lockbox')).toBe('locked-out')
    team.act(actor, 'grab', 'personal-lock')
  }
  expect(team.act(ann, 'toggle', 'lockbox')).toBe(null)
})

test('ENG-85 a valve turns on to its next stop, or to the one that is named', () => {
  const team = begunTeam()
  const turn = (to?: string): unknown => [
    team.act(ann, 'turn', 'valve', to === undefined ? undefined : { to }),
    team.state.entities['valve']?.state,
  ]
  expect([turn(), turn(), turn(), turn('closed'), turn('closed'), turn('ajar')]).toEqual([
    [null, 'half'],
    [null, 'closed'],
    [null, 'open'],
    [null, 'closed'],
    ['not-possible', 'closed'],
    ['not-possible', 'closed'],
  ])
})
