import { expect, test } from 'vitest'
import { onBox, step } from './lockout.fixture.ts'
import { ann, ben, cat, inTurn, isDone, next, threeUntil, threeWith, type Team } from './team.fixture.ts'

test('ENG-70 what others do, hold or measure does not count in a step for some roles', () => {
  const cases: [object, (team: Team, actor: string) => void][] = [
    [{ type: 'acted', action: 'press', target: 'start-button' }, (t, a) => t.act(a, 'press', 'start-button')],
    [{ type: 'held', entity: 'wrench' }, (t, a) => t.act(a, 'grab', 'wrench')],
    [{ type: 'released' }, (t, a) => (t.act(a, 'grab', 'wrench'), t.act(a, 'release', 'wrench'))],
    [
      { type: 'released', entity: 'wrench' },
      (t, a) => (t.act(a, 'grab', 'wrench'), t.act(a, 'release', 'wrench')),
    ],
    [{ type: 'inZone', zone: 'at-pump' }, (t, a) => t.observe(a, { 'zone:at-pump': 1 })],
    [{ type: 'near', entity: 'valve', withinMm: 500 }, (t, a) => t.observe(a, { 'distance:valve': 100 })],
    [onBox(), (t, a) => t.put(a, 'personal-lock', 'box-hasp')],
    [
      { type: 'stateIs', entity: 'personal-lock.tag', state: 'signed' },
      (t, a) => t.act(a, 'press', 'personal-lock.tag'),
    ],
  ]
  for (const [when, deed] of cases) {
    const team = threeUntil(when)
    deed(team, ann)
    expect([when, isDone(team)]).toEqual([when, false])
    if (team.person(ann).holding.right) team.act(ann, 'release', team.person(ann).holding.right)
    deed(team, ben)
    expect([when, isDone(team)]).toEqual([when, true])
  }
})

test('ENG-70 ENG-73 an event of others does not count, one of a personal thing is known by its template', () => {
  const pressed = {
    type: 'event',
    eventType: 'acted',
    with: { action: 'press', target: 'personal-lock.tag' },
  }
  const team = threeUntil({
    type: 'onePerson',
    of: { type: 'all', of: [pressed, { type: 'held', entity: 'wrench' }] },
  })
  team.act(cat, 'grab', 'wrench')
  for (const actor of [ann, ben]) team.act(actor, 'press', 'personal-lock.tag')
  expect(isDone(team)).toBe(false)
  team.act(cat, 'press', 'personal-lock.tag')
  expect(isDone(team)).toBe(true)
  const plain = threeUntil(pressed)
  plain.act(ann, 'press', 'personal-lock.tag')
  expect(isDone(plain)).toBe(false)
  plain.act(ben, 'press', 'personal-lock.tag')
  expect(isDone(plain)).toBe(true)
})

test('ENG-70 a condition that names roles asks those instead; none: everybody', () => {
  const pressed = { type: 'acted', action: 'press', target: 'start-button' }
  for (const [roles, actor] of [
    [['lead'], ann],
    [[], ann],
    [['lead', 'mechanic'], ann],
    [['mechanic'], ben],
  ] as const) {
    const team = threeUntil({ ...pressed, roles })
    team.act(actor === ann ? 'x' : ann, 'press', 'start-button')
    expect(isDone(team)).toBe(false)
    team.act(actor, 'press', 'start-button')
    expect(isDone(team)).toBe(true)
  }
})

test('ENG-70 a swing is that of one person in the role', () => {
  const amplitude = { type: 'amplitude', sensor: 'sweep', entity: 'valve', mm: 100, withinMs: 5000, times: 2 }
  const team = threeUntil(amplitude)
  const swing = (actor: string): void => {
    for (const mm of [0, 200, 0, 200]) team.observe(actor, { 'sweep:valve': mm })
  }
  swing(ann)
  expect(isDone(team)).toBe(false)
  swing(ben)
  expect(isDone(team)).toBe(true)
})

test('ENG-70 what was read of somebody counts while that person takes part', () => {
  const team = threeUntil({ type: 'inZone', zone: 'at-pump' })
  team.take({ kind: 'pause', actor: ben, reason: 'hidden' })
  team.observe(ben, { 'zone:at-pump': 1 })
  expect(isDone(team)).toBe(false)
  team.take({ kind: 'resume', actor: ben })
  team.wait(50)
  expect(isDone(team)).toBe(true)
})

test('ENG-71 each: all in the role who keep their place, of whom there is one', () => {
  const team = threeUntil(onBox({ who: 'each' }))
  team.put(ben, 'personal-lock', 'box-hasp')
  team.put(ann, 'personal-lock', 'box-hasp')
  expect(isDone(team)).toBe(false)
  team.put(cat, 'personal-lock', 'box-hasp')
  expect(isDone(team)).toBe(true)
  const lost = threeUntil({ type: 'acted', action: 'press', target: 'start-button', who: 'each' })
  lost.act(ben, 'press', 'start-button')
  lost.take({ kind: 'pause', actor: cat, reason: 'disconnected' }, { kind: 'leave', actor: cat })
  lost.wait(1000)
  expect(isDone(lost)).toBe(false)
  lost.take({ kind: 'resume', actor: cat })
  lost.wait(1000)
  expect(isDone(lost)).toBe(true)
  const nobody = threeUntil({ type: 'held', entity: 'wrench', who: 'each' })
  nobody.take({ kind: 'leave', actor: ben }, { kind: 'leave', actor: cat })
  nobody.wait(1000)
  expect(isDone(nobody)).toBe(false)
})

test('ENG-71 each reads everybody, and counts what each did since the step began', () => {
  const zone = threeUntil({ type: 'inZone', zone: 'at-pump', who: 'each' })
  zone.observe(ben, { 'zone:at-pump': 1 })
  expect(isDone(zone)).toBe(false)
  zone.observe(cat, { 'zone:at-pump': 1 })
  expect(isDone(zone)).toBe(true)
  const released = threeUntil({ type: 'released', who: 'each' })
  for (const actor of [ben, ben, cat]) {
    expect(isDone(released)).toBe(false)
    released.act(actor, 'grab', 'wrench')
    released.act(actor, 'release', 'wrench')
  }
  expect(isDone(released)).toBe(true)
})

test('ENG-72 a personal thing is known by its template: anybody’s, that of the role, or the own of each', () => {
  const anybody = threeWith({ procedure: inTurn(step('it', [], onBox()), next) })
  anybody.put(cat, 'personal-lock', 'box-hasp')
  expect(isDone(anybody)).toBe(true)
  const grabbed = threeUntil({ type: 'acted', action: 'grab', target: 'personal-lock' })
  grabbed.act(ben, 'grab', 'personal-lock')
  expect(isDone(grabbed)).toBe(true)
  const others = threeUntil({ type: 'held', entity: 'tool-bag', whose: 'other' })
  others.act(ben, 'grab', 'tool-bag')
  others.act(ben, 'grab', 'wrench', { hand: 'left' })
  expect(isDone(others)).toBe(false)
  others.act(ben, 'release', 'tool-bag')
  others.act(ben, 'grab', 'tool-bag@1')
  expect(isDone(others)).toBe(true)
  const own = threeUntil({ type: 'held', whose: 'own' })
  own.act(ben, 'grab', 'wrench')
  own.act(cat, 'grab', 'tool-bag@1')
  expect(isDone(own)).toBe(false)
  own.act(cat, 'grab', 'personal-lock', { hand: 'left' })
  expect(isDone(own)).toBe(true)
})

test('ENG-72 consequences on a personal thing are for those of the step’s people', () => {
  const enter = [
    { type: 'setState', entity: 'personal-lock', state: 'open' },
    { type: 'highlight', entity: 'personal-lock' },
    { type: 'hide', entity: 'wrench' },
  ]
  const team = threeWith({
    procedure: inTurn(step('it', ['mechanic'], { type: 'elapsed', ms: 1000 }, { enter })),
  })
  const { entities } = team.state
  expect([1, 2].map((n) => entities[`personal-lock@${n}`])).toEqual([
    { place: { kind: 'home' }, state: 'shut' },
    { place: { kind: 'home' }, state: 'open', highlighted: true },
  ])
  expect(entities['wrench']).toMatchObject({ hidden: true })
  expect(entities['personal-lock']).toBeUndefined()
})

test('ENG-73 one person: all of it is true of the same one', () => {
  const protectedWork = {
    type: 'onePerson',
    of: { type: 'all', of: [onBox(), { type: 'acted', action: 'press', target: 'start-button' }] },
  }
  const team = threeUntil(protectedWork)
  team.put(ben, 'personal-lock', 'box-hasp')
  team.act(cat, 'press', 'start-button')
  expect(isDone(team)).toBe(false)
  team.act(ben, 'press', 'start-button')
  expect(isDone(team)).toBe(true)
  const each = threeUntil({ ...protectedWork, who: 'each' })
  for (const actor of [ben, cat]) {
    expect(isDone(each)).toBe(false)
    each.put(actor, 'personal-lock', 'box-hasp')
    each.act(actor, 'press', 'start-button')
  }
  expect(isDone(each)).toBe(true)
})
