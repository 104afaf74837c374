import { expect, test } from 'vitest'
import { step } from '#shared/procedure/lockout.fixture.ts'
import { ann, bot, inTurn, lockoutWith, next, Team } from '#shared/procedure/team.fixture.ts'
import { botInputs } from './bot.ts'

/** Ann leads, and a bot is the mechanic with these acts in its one step. */
function withBot(
  acts: object[],
  when: object = { type: 'elapsed', ms: 600_000 },
  roles = ['mechanic'],
): Team {
  const team = new Team(
    lockoutWith({
      procedure: inTurn(step('it', roles, when, { bot: { afterMs: 1000, acts } }), next),
    }),
  )
  team.join(ann, 'lead')
  team.join(bot, 'mechanic', { bot: true })
  team.act(ann, 'begin')
  return team
}

/** Ticks with what the bot does; says when it did what. */
function play(team: Team, ms: number): [number, string][] {
  const done: [number, string][] = []
  for (let left = ms; left > 0; left -= 50) {
    const inputs = botInputs(team.compiled, team.state, bot)
    team.take(...inputs)
    for (const input of inputs)
      done.push([
        team.state.timeMs,
        input.kind === 'intent' ? `${input.intent.action} ${input.intent.target}` : input.kind,
      ])
  }
  return done
}

test('SES-50 a bot does the acts of its step in order, after its time, one in half a second', () => {
  const team = withBot([
    { intent: 'grab', target: 'personal-lock' },
    { intent: 'release', target: 'personal-lock', params: { socket: 'box-hasp' } },
    { intent: 'toggle', target: 'coupling' },
  ])
  expect(play(team, 5000)).toEqual([
    [1000, 'grab personal-lock'],
    [1500, 'release personal-lock'],
    [2000, 'toggle coupling'],
  ])
  expect(team.place('personal-lock@2')).toEqual({ kind: 'socket', socket: 'box-hasp', slot: 0 })
  expect(botInputs(team.compiled, team.state, ann)).toEqual([])
})

test('SES-51 what was refused is tried again', () => {
  const team = withBot([{ intent: 'grab', target: 'wrench' }])
  team.act(ann, 'grab', 'wrench')
  expect(play(team, 2000)).toHaveLength(3)
  team.act(ann, 'release', 'wrench')
  expect([play(team, 2000).length, team.person(bot).holding]).toEqual([1, { right: 'wrench' }])
})

test('SES-50 a bot says what sensors would, until its step is done', () => {
  const team = withBot([{ observe: { 'zone:at-pump': 1 } }], { type: 'inZone', zone: 'at-pump' })
  expect(play(team, 3000)).toEqual([[1000, 'observe']])
  expect(team.steps()).toEqual(['next'])
})

test('SES-50 before the start, in a pause and after it gave way a bot does nothing', () => {
  const team = withBot([{ intent: 'toggle', target: 'coupling' }], undefined, [])
  team.take({ kind: 'pause', actor: ann, reason: 'hidden' })
  expect(play(team, 3000)).toEqual([])
  team.take({ kind: 'resume', actor: ann }, { kind: 'remove', actor: bot, by: ann })
  expect(play(team, 3000)).toEqual([])
})
