import { expect, test } from 'vitest'
import { ann, begunTeam, ben, bot, cat, instructor, lockoutWith, Team } from './team.fixture.ts'

test('ENG-60 a role takes so many people; who comes to a full one has none', () => {
  const team = new Team()
  team.join(ann, 'lead')
  team.join(ben, 'lead')
  expect([team.person(ann).role, team.person(ben).role]).toEqual(['lead', ''])
  expect(team.seen('joined').map(({ actor, role }) => [actor, role])).toEqual([
    [ann, 'lead'],
    [ben, ''],
  ])
  team.take({ kind: 'leave', actor: ben })
  team.join(ben, 'mechanic')
  expect(team.person(ben).role).toBe('mechanic')
})

test('ENG-60 a lost person keeps the place, who left on purpose gives it back', () => {
  const team = begunTeam()
  team.take({ kind: 'pause', actor: ann, reason: 'disconnected' }, { kind: 'leave', actor: ann })
  team.join(cat, 'lead')
  expect(team.person(cat).role).toBe('')
  team.take({ kind: 'resume', actor: ann })
  team.join(ann, 'mechanic')
  expect(team.person(ann)).toMatchObject({ role: 'lead', connected: true })
  team.act(ann, 'grab', 'wrench')
  team.act(ann, 'leave')
  team.take({ kind: 'assign', actor: cat, role: 'lead', by: instructor })
  expect(team.person(cat).role).toBe('lead')
  team.join(ann, 'lead')
  expect(team.person(ann)).toMatchObject({ role: '', connected: true, holding: {} })
})

test('ENG-60 a bot gives its place to a person and is gone', () => {
  const team = new Team()
  team.join(ann, 'lead')
  team.join(bot, 'mechanic', { bot: true })
  team.join(ben, 'mechanic')
  team.join(cat, 'mechanic')
  expect([bot, ben, cat].map((id) => team.person(id).role)).toEqual(['', 'mechanic', 'mechanic'])
  expect(team.person(bot).connected).toBe(false)
  team.join('b0b0b0b0-0000-4000-8000-00000000b071', 'lead', { bot: true })
  expect(team.person(ann).role).toBe('lead')
})

test('ENG-61 it begins when every role is filled and all have read the briefing', () => {
  const team = new Team()
  team.join(ann, 'lead')
  expect([team.act(ann, 'begin'), team.act(ann, 'begin')]).toEqual([null, 'not-now'])
  expect(team.state.phase).toBe('waiting')
  team.join(ben, 'mechanic')
  team.join(cat, 'mechanic')
  team.act(ben, 'begin')
  expect([team.state.phase, team.person(ben).ready]).toEqual(['waiting', true])
  team.act(cat, 'leave')
  expect([team.state.phase, team.steps()]).toEqual(['running', ['isolate', 'mechanic-lock']])
})

test('ENG-61 a bot fills a role and has nothing to read; alone it begins nothing', () => {
  const team = new Team()
  team.join(bot, 'mechanic', { bot: true })
  team.join(ann, 'lead')
  expect(team.state.phase).toBe('waiting')
  team.act(ann, 'begin')
  expect(team.state.phase).toBe('running')
  team.take({ kind: 'pause', actor: ann, reason: 'hidden' })
  expect(team.state.phase).toBe('paused')
})

test('ENG-61 who leads begins without those who are missing', () => {
  const team = new Team()
  team.join(ann, 'lead')
  team.take({ kind: 'begin', by: instructor })
  expect([team.state.phase, team.steps()]).toEqual(['running', ['isolate', 'mechanic-lock']])
  team.join(ben, 'mechanic')
  expect(team.person(ben).role).toBe('mechanic')
})

test('ENG-62 people have numbers in the order of joining, and keep them', () => {
  const team = new Team()
  team.join(cat, 'mechanic')
  team.join(ann, 'lead')
  team.take({ kind: 'leave', actor: cat })
  team.join(ben, 'mechanic')
  team.join(cat, 'mechanic')
  expect([cat, ann, ben].map((id) => team.person(id).number)).toEqual([1, 2, 3])
  expect(Object.keys(team.state.participants)).toEqual([ann, ben, cat].toSorted())
})

test('ENG-63 without a role nothing is done, held or measured', () => {
  const compiled = lockoutWith({
    rules: [{ id: 'close', when: { type: 'near', entity: 'coupling', withinMm: 1000 } }],
  })
  const team = begunTeam(compiled)
  team.act(ben, 'grab', 'wrench')
  team.observe(ben, { 'distance:coupling': 500 })
  team.take({ kind: 'assign', actor: ben, role: '', by: instructor })
  expect(team.place('wrench')).toEqual({ kind: 'home' })
  expect([team.person(ben).holding, team.state.sensors]).toEqual([{}, {}])
  team.observe(ben, { 'distance:coupling': 500 })
  expect(team.state.sensors).toEqual({})
  expect([team.act(ben, 'grab', 'wrench'), team.act(ben, 'grab', 'nothing'), team.act(ben, 'pause')]).toEqual(
    ['wrong-role', 'unknown-target', null],
  )
})

test('ENG-64 a role is given to who is here or still to come, if it has a place', () => {
  const team = new Team()
  team.take({ kind: 'assign', actor: ann, role: 'lead', by: instructor })
  expect(team.person(ann)).toMatchObject({ role: 'lead', connected: false, number: 1 })
  team.join(ann, '')
  expect(team.person(ann)).toMatchObject({ role: 'lead', connected: true })
  team.join(ben, 'mechanic')
  const before = team.state
  team.take(
    { kind: 'assign', actor: ben, role: 'lead', by: instructor },
    { kind: 'assign', actor: ben, role: 'king', by: instructor },
    { kind: 'assign', actor: ben, role: 'mechanic', by: instructor },
  )
  expect(team.state).toEqual(before)
  team.take({ kind: 'assign', actor: ann, role: 'mechanic', by: instructor })
  expect(team.seen('roleChanged')).toMatchObject([
    { actor: ann, was: '', role: 'lead', by: instructor },
    { actor: ann, was: 'lead', role: 'mechanic', by: instructor },
  ])
})

test('ENG-65 who is removed is gone for good, with what was theirs', () => {
  const team = begunTeam()
  team.put(ben, 'personal-lock', 'box-hasp')
  team.act(ben, 'grab', 'wrench')
  team.take({ kind: 'remove', actor: ben, by: instructor })
  expect(team.person(ben)).toMatchObject({ role: '', connected: false, holding: {}, pausedBy: null })
  expect(team.place('wrench')).toEqual({ kind: 'home' })
  expect(team.state.entities['personal-lock@2']).toMatchObject({ place: { kind: 'home' }, hidden: true })
  team.join(ben, 'mechanic')
  team.take({ kind: 'assign', actor: ben, role: 'mechanic', by: instructor })
  expect(team.person(ben)).toMatchObject({ role: '', connected: false })
  team.take({ kind: 'remove', actor: cat, by: instructor })
  team.join(cat, 'mechanic')
  expect(team.state.participants[cat]).toBeUndefined()
  expect(team.state.membership.removed).toEqual([ben, cat])
})

test('ENG-65 what was theirs is gone from other hands too', () => {
  const team = begunTeam()
  team.act(ann, 'grab', 'tool-bag@2')
  team.take({ kind: 'remove', actor: ben, by: instructor })
  expect([team.person(ann).holding, team.state.entities['tool-bag@2']?.hidden]).toEqual([{}, true])
})

test('ENG-65 nobody new comes into a locked session, who was here and bots do', () => {
  const team = begunTeam()
  team.take({ kind: 'lock', on: true, by: instructor }, { kind: 'leave', actor: ben })
  team.join(cat, 'mechanic')
  team.join(ben, 'mechanic')
  team.join(bot, 'mechanic', { bot: true })
  expect(Object.keys(team.state.participants).toSorted()).toEqual([ann, ben, bot].toSorted())
  expect(team.person(ben).connected).toBe(true)
  team.take({ kind: 'lock', on: true, by: ann }, { kind: 'lock', on: false, by: ann })
  expect(team.seen('roomLocked').map(({ on }) => on)).toEqual([true, false])
})

test('ENG-65 muted is written down, once', () => {
  const team = begunTeam()
  const mute = (on: boolean) => team.take({ kind: 'mute', actor: ben, on, by: ann })
  mute(true)
  mute(true)
  expect(team.person(ben).muted).toBe(true)
  mute(false)
  expect(team.person(ben)).not.toHaveProperty('muted')
  expect(team.seen('muted').map(({ on }) => on)).toEqual([true, false])
})

test('ENG-66 two people swap their roles when the one offers and the other accepts', () => {
  const team = begunTeam()
  expect(team.act(ben, 'accept-role')).toBe('not-now')
  expect([ann, 'nobody', instructor].map((to) => team.act(ann, 'offer-role', undefined, { to }))).toEqual([
    'not-possible',
    'not-possible',
    'not-possible',
  ])
  team.act(ann, 'offer-role', undefined, { to: ben })
  team.act(ann, 'offer-role', undefined, { to: '' })
  expect(team.act(ben, 'accept-role')).toBe('not-now')
  team.act(ann, 'offer-role', undefined, { to: ben })
  expect(team.act(ben, 'accept-role', undefined, { from: cat })).toBe('not-now')
  expect(team.act(ben, 'accept-role', undefined, { from: ann })).toBe(null)
  expect([team.person(ann), team.person(ben)]).toMatchObject([{ role: 'mechanic' }, { role: 'lead' }])
  expect(team.person(ann)).not.toHaveProperty('offering')
  expect(team.seen('roleChanged').map(({ actor, role }) => [actor, role])).toEqual([
    [ann, 'mechanic'],
    [ben, 'lead'],
  ])
})

test('ENG-66 what the former lead did in that role counts on', () => {
  const done = { type: 'acted', action: 'press', target: 'start-button', since: 'start' }
  const team = begunTeam(
    lockoutWith({
      rules: [
        { id: 'as-lead', roles: ['lead'], when: done, consequences: [{ type: 'bookmark', label: 'lead' }] },
        {
          id: 'as-mechanic',
          roles: ['mechanic'],
          when: done,
          consequences: [{ type: 'bookmark', label: 'm' }],
        },
      ],
    }),
  )
  team.act(ann, 'press', 'start-button')
  team.act(ann, 'offer-role', undefined, { to: ben })
  team.act(ben, 'accept-role')
  team.wait(1000)
  expect(team.seen('cue').map(({ data }) => data['label'])).toEqual(['lead'])
})

test('ENG-67 who is away while others go on has the tick written down, does nothing and squeezes nothing', () => {
  const team = begunTeam()
  team.wait(1000)
  const at = team.state.tick + 1
  team.take({ kind: 'pause', actor: ben, reason: 'disconnected' }, { kind: 'leave', actor: ben })
  expect(team.person(ben).awayTick).toBe(at)
  team.wait(1000)
  expect(team.person(ben).awayTick).toBe(at)
  team.join(ben, 'mechanic')
  expect([team.person(ben).awayTick, team.act(ben, 'grab', 'wrench')]).toEqual([at, 'not-now'])
  team.take({ kind: 'resume', actor: ben })
  expect(team.person(ben)).not.toHaveProperty('awayTick')
  expect(team.act(ben, 'grab', 'wrench')).toBe(null)
})

test('ENG-67 while nobody is there nobody waits: the time counts from when the first is back', () => {
  const team = begunTeam()
  team.take({ kind: 'leave', actor: ann }, { kind: 'leave', actor: ben })
  expect([team.state.phase, team.person(ben).awayTick]).toEqual(['paused', undefined])
  team.join(ann, 'lead')
  expect([team.state.phase, team.person(ben).awayTick]).toEqual(['running', team.state.tick])
})

test('ENG-68 what an absent person holds is laid down where the authority says, and is no release', () => {
  const team = begunTeam()
  team.act(ben, 'grab', 'wrench')
  team.act(ben, 'grab', 'personal-lock', { hand: 'left' })
  const place = { kind: 'rest', position: [100, 0, -200], yaw: 0 } as const
  team.take(
    { kind: 'layDown', actor: ben, entity: 'wrench', place },
    { kind: 'layDown', actor: ben, entity: 'personal-lock@2', place: { kind: 'socket', socket: 'box-hasp' } },
    { kind: 'layDown', actor: ann, entity: 'wrench', place: { kind: 'home' } },
  )
  expect(team.place('wrench')).toEqual(place)
  expect(team.place('personal-lock@2')).toEqual({ kind: 'socket', socket: 'box-hasp', slot: 0 })
  expect(team.person(ben).holding).toEqual({})
  expect(team.seen('laidDown').map(({ entity }) => entity)).toEqual(['wrench', 'personal-lock@2'])
  expect(Object.keys(team.state.acts).filter((key) => key.includes('release'))).toEqual([])
})

test('ENG-7 after the end who leads changes nothing any more', () => {
  const team = begunTeam()
  team.take({ kind: 'abandon' })
  const before = team.state
  team.take(
    { kind: 'assign', actor: cat, role: 'mechanic', by: ann },
    { kind: 'remove', actor: ben, by: ann },
    { kind: 'mute', actor: ben, on: true, by: ann },
    { kind: 'lock', on: true, by: ann },
    { kind: 'begin', by: ann },
  )
  expect(team.state).toEqual(before)
})
