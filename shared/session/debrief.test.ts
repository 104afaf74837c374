import { expect, test } from 'vitest'
import { compile } from '#shared/procedure/compile.ts'
import { extinguish } from '#shared/procedure/extinguish.fixture.ts'
import { kitchen } from '#shared/procedure/kitchen.fixture.ts'
import { ada, begunBy } from '#shared/procedure/person.fixture.ts'
import {
  ann,
  ben,
  bot,
  cat,
  instructor,
  performLockout,
  threeWith,
  type Team,
} from '#shared/procedure/team.fixture.ts'
import { debrief, type Debrief } from './debrief.ts'

const run = { session: 's', mode: 'practice', createdAt: 0 }

function debriefed(team: Team): Debrief {
  const made = debrief(team.compiled, run, team.events)
  if (!made) throw new Error('it did not end')
  return made
}

test('SES-60 a debrief comes with the end, not before', () => {
  const team = threeWith({})
  expect(debrief(team.compiled, run, team.events)).toBeUndefined()
  performLockout(team, [ben, cat])
  expect(debriefed(team)).toMatchObject({ outcome: { id: 'done', success: true }, score: { scaled: 1 } })
})

test('SES-61 in a team every row says whom it is about, and everybody has a verdict', () => {
  const team = threeWith({})
  team.act(ann, 'hint')
  team.act(cat, 'toggle', 'coupling')
  team.act(cat, 'toggle', 'coupling')
  team.act(ben, 'pause')
  team.act(ben, 'resume')
  performLockout(team, [ben, cat])
  const { steps, mistakes, hints, pauses, people } = debriefed(team)
  expect(steps.map(({ id, people: of }) => [id, of])).toEqual([
    ['isolate', [ann]],
    ['mechanic-lock', [ben, cat]],
    ['lead-lock', [ann]],
    ['try-start', [ann]],
    ['open-box', [ann]],
    ['work', [ben, cat]],
    ['unlock', [ben, cat]],
  ])
  expect([mistakes.map(({ actor }) => actor), hints.map((hint) => hint.people), pauses]).toMatchObject([
    [cat],
    [[ann]],
    [{ actor: ben, reason: 'asked' }],
  ])
  expect(people).toMatchObject([
    { person: ann, role: 'lead', bot: false, steps: 4, hints: 1, mistakes: 0, score: { passed: true } },
    { person: ben, role: 'mechanic', steps: 3, mistakes: 0, score: { passed: true } },
    { person: cat, steps: 3, mistakes: 1, score: { passed: false, vetoedBy: 'worked-unprotected' } },
  ])
})

test('SES-61 bots, those who left and those who were removed are told apart', () => {
  const team = threeWith({})
  team.take({ kind: 'remove', actor: cat, by: instructor })
  team.join(bot, 'mechanic', { bot: true })
  team.take({ kind: 'join', actor: instructor, role: '' })
  team.act(ben, 'leave')
  performLockout(team, [bot])
  expect(debriefed(team).people).toMatchObject([
    { person: ann, left: false },
    { person: ben, role: 'mechanic', left: true },
    { person: cat, role: 'mechanic', score: null },
    { person: bot, bot: true, score: null },
  ])
})

test('SES-62 the debrief of one person names nobody but who paused and erred', () => {
  const compiled = compile(extinguish, kitchen)
  const person = begunBy(compiled, 'practice')
  person.act('hint')
  person.act('pause')
  person.act('resume')
  person.observe({ 'zone:corridor': 1 })
  const made = debrief(compiled, run, person.events)
  expect(made).not.toHaveProperty('people')
  expect(made?.steps.every((step) => !('people' in step))).toBe(true)
  expect(made?.mistakes.map(({ actor }) => actor)).toEqual([ada])
})
