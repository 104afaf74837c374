import { expect, test } from 'vitest'
import { lockout } from '#shared/procedure/lockout.fixture.ts'
import { pumpRoom } from '#shared/procedure/pump-room.fixture.ts'
import {
  ann,
  begunTeam,
  ben,
  cat,
  instructor,
  lockoutCompiled as compiled,
  Team,
  threeWith,
} from '#shared/procedure/team.fixture.ts'
import type { PrivateView } from '#shared/protocol/views.ts'
import { clientEdition } from './client-edition.ts'
import { cuesFor } from './cues.ts'
import { publicWorld } from './public-world.ts'
import { dueStep, viewFor } from './view-for.ts'

function seen(team: Team, person: string): PrivateView {
  return viewFor(team.compiled, team.state, { person, role: team.state.participants[person]?.role ?? '' })
}

test('VIEW-22 everybody sees the step of their own role, numbered among those of the role', () => {
  const team = begunTeam()
  expect([ann, ben, instructor].map((id) => seen(team, id).step)).toMatchObject([
    { id: 'isolate', number: 1, of: 4 },
    { id: 'mechanic-lock', number: 1, of: 3 },
    null,
  ])
  expect(dueStep(compiled, team.state, { person: '', role: 'mechanic' })?.id).toBe('mechanic-lock')
})

test('VIEW-25 while waiting for a start it is told who is missing and who has read the briefing', () => {
  const team = new Team()
  team.join(ann, 'lead')
  team.act(ann, 'begin')
  expect(seen(team, ann).team).toEqual({ turn: [], waitingFor: null, ready: [ann], missing: ['mechanic'] })
})

test('VIEW-25 who waits at a barrier is told for whom, and what they do', () => {
  const team = threeWith({})
  expect(seen(team, ben).team).toEqual({
    turn: ['lead', 'mechanic'],
    waitingFor: null,
    ready: [ann, ben],
    missing: [],
  })
  for (const actor of [ben, cat]) team.put(actor, 'personal-lock', 'box-hasp')
  expect(seen(team, ben)).toMatchObject({
    step: null,
    team: { turn: ['lead'], waitingFor: { roles: ['lead'], people: [ann], title: { en: 'isolate' } } },
  })
  expect(seen(team, ann).team?.waitingFor).toBe(null)
})

test('VIEW-25 without a barrier one waits for those who have something to do', () => {
  const team = begunTeam()
  for (const [actor, action, target] of [
    [ann, 'toggle', 'breaker'],
    [ann, 'toggle', 'lockbox'],
  ] as const)
    team.act(actor, action, target)
  for (const actor of [ann, ben]) team.put(actor, 'personal-lock', 'box-hasp')
  team.act(ann, 'press', 'start-button')
  team.act(ben, 'toggle', 'coupling')
  team.act(ben, 'grab', 'personal-lock')
  expect(seen(team, ben).team?.waitingFor).toMatchObject({ roles: ['lead'], people: [ann] })
})

test('VIEW-20 VIEW-25 an exam tells nobody’s turn', () => {
  const team = begunTeam(undefined, 'exam')
  team.put(ben, 'personal-lock', 'box-hasp')
  expect(seen(team, ben).team).toEqual({ turn: [], waitingFor: null, ready: [ann, ben], missing: [] })
})

test('VIEW-26 of personal things one’s own stands out', () => {
  const more = { uses: ['personal-lock'], enter: [{ type: 'highlight', entity: 'personal-lock' }] }
  const hint = { level: 1, afterMs: 1000, text: { en: 'tag' }, targets: ['personal-lock.tag'], kind: 'arrow' }
  const when = { type: 'elapsed', ms: 60_000 }
  const procedure = {
    type: 'step',
    id: 'it',
    roles: [],
    title: { en: 'it' },
    instruction: { en: 'do it' },
    expectedMs: { p50: 1, p90: 2 },
    transitions: [{ when, kind: 'correct' }],
    hints: [hint],
    ...more,
  }
  const team = new Team(threeWith({ procedure }).compiled, 'guided')
  team.join(ann, 'lead')
  team.join(ben, 'mechanic')
  for (const actor of [ann, ben]) team.act(actor, 'begin')
  team.wait(1500)
  expect([ann, ben].map((id) => seen(team, id).highlight)).toEqual([
    ['personal-lock.tag@1', 'personal-lock@1'],
    ['personal-lock.tag@2', 'personal-lock@2'],
  ])
})

test('VIEW-27 the end tells each person their own verdict', () => {
  const team = begunTeam()
  team.act(ben, 'toggle', 'coupling')
  team.act(ann, 'toggle', 'breaker')
  team.act(ann, 'toggle', 'lockbox')
  for (const actor of [ann, ben]) team.put(actor, 'personal-lock', 'box-hasp')
  team.act(ann, 'press', 'start-button')
  for (const actor of [ann, ben]) {
    team.act(actor, 'grab', 'personal-lock')
    team.act(actor, 'release', 'personal-lock')
  }
  team.act(ann, 'toggle', 'lockbox')
  expect([ann, ben, instructor].map((id) => seen(team, id).ended?.passed)).toEqual([true, false, false])
})

test('VIEW-28 everybody hears of a thing handed over and of who was removed', () => {
  const team = begunTeam()
  team.act(ann, 'grab', 'wrench')
  team.act(ben, 'reach', 'wrench')
  team.act(ann, 'release', 'wrench')
  team.take({ kind: 'remove', actor: ben, by: instructor })
  const cues = cuesFor(compiled, team.events, { person: '', role: '' }, 'practice')
  expect(cues.filter(({ kind }) => kind !== 'acted')).toEqual([
    { kind: 'handedOver', from: ann, to: ben, entity: 'wrench' },
    { kind: 'removed', person: ben },
  ])
})

test('VIEW-24 the public world tells who is here, away, a bot, reaching or offering', () => {
  const team = begunTeam()
  team.take(
    { kind: 'mute', actor: ben, on: true, by: ann },
    { kind: 'lock', on: true, by: ann },
    { kind: 'join', actor: cat, role: 'mechanic', bot: true },
  )
  team.act(ann, 'grab', 'wrench')
  team.act(ben, 'reach', 'wrench')
  team.act(ann, 'offer-role', undefined, { to: ben })
  const world = publicWorld(compiled, team.state)
  const plain = {
    connected: true,
    away: false,
    bot: false,
    muted: false,
    ready: false,
    reaching: '',
    offering: '',
  }
  expect(world.locked).toBe(true)
  expect(world.participants).toEqual({
    [ann]: { ...plain, role: 'lead', number: 1, ready: true, offering: ben },
    [ben]: { ...plain, role: 'mechanic', number: 2, ready: true, muted: true, reaching: 'wrench' },
    [cat]: { ...plain, role: 'mechanic', number: 3, bot: true },
  })
  expect(Object.keys(world.entities)).toEqual(expect.arrayContaining(['personal-lock@1', 'personal-lock@3']))
  expect(publicWorld(compiled, team.state).participants).toBe(world.participants)
  team.wait(5000)
  expect(publicWorld(compiled, team.state).participants[ben]?.reaching).toBe('')
  team.take({ kind: 'pause', actor: ben, reason: 'hidden' }, { kind: 'remove', actor: cat, by: ann })
  const later = publicWorld(compiled, team.state).participants
  expect([later[ben]?.away, later[cat]]).toEqual([true, undefined])
})

test('SES-46 the edition names roles with their numbers, and the templates of personal things', () => {
  const edition = clientEdition(
    lockout,
    pumpRoom,
    'hash',
    ({ file }) => file,
    () => true,
  )
  expect(edition.roles).toMatchObject([
    { id: 'lead', min: 1, max: 1, bot: false },
    { id: 'mechanic', min: 1, max: 2, bot: true },
  ])
  const personal = edition.workplace.entities.filter((entity) => entity.personal)
  expect(personal.map(({ id, personal: is }) => [id, is])).toEqual([
    ['personal-lock', { offset: [0.1, 0, 0], others: false }],
    ['personal-lock.tag', { offset: [0, 0, 0], others: true }],
    ['tool-bag', { offset: [0, 0, 0.5], others: true }],
  ])
})
