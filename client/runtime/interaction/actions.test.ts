import { expect, test } from 'vitest'
import type { PublicEntity } from '#client/net/public-world.ts'
import type { ClientEntity } from '#shared/protocol/views.ts'
import { actionsOf, isReady } from './actions.ts'
import type { ActionContext } from './actions.ts'
import { createPress, updatePress } from './press.ts'

const entity = (
  id: string,
  affordances: ClientEntity['affordances'],
  more: Partial<ClientEntity> = {},
): ClientEntity => ({
  id,
  position: [0, 0, 0],
  rotation: [0, 0, 0, 1],
  name: { en: id },
  description: { en: id },
  hazards: [],
  affordances,
  ...more,
})
const tool = entity('tool', [{ type: 'grab' }, { type: 'spray', agent: 'abc' }])
const pin = entity('tool.pin', [{ type: 'pull' }], {
  parent: 'tool',
  states: { values: ['in', 'pulled'], initial: 'in' },
})
const person = entity('person', [{ type: 'speakTo', topics: [{ id: 'warn' }, { id: 'report' }] }], {
  states: { values: ['working', 'leaving'], initial: 'working' },
})
const button = entity('button', [{ type: 'press', reachMm: 1500 }])
const lock = entity('lock', [{ type: 'grab' }], { personal: { offset: [0.1, 0, 0], others: false } })
const handle = entity(
  'handle',
  [
    { type: 'toggle', states: ['on', 'off'] },
    { type: 'socket', accepts: ['lock'], openIn: 'off' },
  ],
  { states: { values: ['on', 'off'], initial: 'on' } },
)
const documents = [tool, pin, person, button, lock, handle]

function context(
  state: Record<string, Partial<PublicEntity>> = {},
  held: string[] = [],
  distance = 1,
  running = true,
  puts: 'here' | 'farther' | 'no' = 'here',
  wanted: string[] = [],
): ActionContext {
  return {
    me: 'me',
    running,
    entity: (id) => ({ place: { kind: 'home' }, ...state[id] }),
    document: (id) => documents.find((each) => each.id === id),
    childrenOf: (id) => documents.filter((each) => each.parent === id),
    isHeld: (id) => held.includes(id),
    inHand: (side) => held[side === 'right' ? 0 : 1],
    isWanted: (id) => wanted.includes(id),
    guests: (id) =>
      Object.values(state).filter(({ place }) => place?.kind === 'socket' && place.socket === id).length,
    puts: () => puts,
    distance: () => distance,
  }
}

test('RUN-8 a thing at hand can be taken; held by me it can be put down, and sprays once the pin is out', () => {
  expect(actionsOf(tool, context())).toEqual([{ action: 'grab', entity: 'tool', enabled: true }])
  expect(actionsOf(tool, context({}, ['tool']))).toEqual([
    { action: 'release', entity: 'tool', enabled: true },
    { action: 'squeeze', entity: 'tool', enabled: false, reason: 'pin-first' },
  ])
  const out = context({ 'tool.pin': { state: 'pulled' } }, ['tool'])
  expect(actionsOf(tool, out)[1]).toEqual({ action: 'squeeze', entity: 'tool', enabled: true })
  expect(isReady(tool, out)).toBe(true)
})

test('RUN-8 the pin is offered only while its tool is held and it is in', () => {
  expect(actionsOf(pin, context())).toEqual([])
  expect(actionsOf(pin, context({}, ['tool']))).toEqual([
    { action: 'pull', entity: 'tool.pin', enabled: true },
  ])
  expect(actionsOf(pin, context({ 'tool.pin': { state: 'pulled' } }, ['tool']))).toEqual([])
})

test('RUN-8 what is not possible now is offered with its reason', () => {
  expect(actionsOf(button, context({}, [], 2))).toEqual([
    { action: 'press', entity: 'button', enabled: false, reason: 'too-far' },
  ])
  expect(actionsOf(button, context({ button: { locked: true } }))[0]?.reason).toBe('locked')
  expect(actionsOf(button, context({}, [], 1, false))[0]?.reason).toBe('not-now')
  expect(
    actionsOf(tool, context({ tool: { place: { kind: 'held', by: 'other', hand: 'left' } } }))[1]?.reason,
  ).toBe('held-by-other')
  expect(actionsOf(tool, context({ tool: { hidden: true } }))).toEqual([])
})

test('RUN-8 who has already reacted is asked for the last topic first', () => {
  expect(actionsOf(person, context()).map(({ action }) => action)).toEqual(['speak:warn', 'speak:report'])
  expect(actionsOf(person, context({ person: { state: 'leaving' } }))[0]?.action).toBe('speak:report')
})

test('RUN-9 a trembling trigger neither clicks twice nor lets go', () => {
  const press = createPress()
  const edges = [0, 0.5, 0.6, 0.5, 0.4, 0.56, 0.3, 0.5].map((value) => {
    updatePress(press, value, 0.1)
    return press.pressed ? 'down' : press.released ? 'up' : ''
  })
  expect(edges).toEqual(['', '', 'down', '', '', '', 'up', ''])
  expect(press.heldS).toBeCloseTo(0.3)
})

test('RUN-16 what is held is put into a socket that takes it, is open, has room and is in reach; then that is what a click means', () => {
  const off = { handle: { state: 'off' } }
  const toggle = { action: 'toggle', entity: 'handle', enabled: true }
  expect(actionsOf(handle, context(off, ['lock@2']))).toEqual([
    { action: 'put', entity: 'handle', enabled: true },
    toggle,
  ])
  expect(actionsOf(handle, context(off, ['lock@2'], 1, true, 'farther'))[0]).toMatchObject({
    action: 'put',
    reason: 'too-far',
  })
  expect(actionsOf(handle, context({}, ['lock@2']))).toEqual([toggle])
  expect(actionsOf(handle, context(off, ['tool']))).toEqual([toggle])
  const full = { ...off, 'lock@1': { place: { kind: 'socket', socket: 'handle' } as const } }
  expect(actionsOf(handle, context(full, ['lock@2']))).toEqual([toggle])
  expect(actionsOf(handle, context(off, ['lock@2'], 1, true, 'no'))).toEqual([toggle])
})

test('RUN-20 for what somebody else holds a hand can be held out, while one is free', () => {
  const byOther = { tool: { place: { kind: 'held', by: 'ana', hand: 'left' } as const } }
  expect(actionsOf(tool, context(byOther))).toEqual([
    { action: 'reach', entity: 'tool', enabled: true },
    { action: 'grab', entity: 'tool', enabled: false, reason: 'held-by-other' },
  ])
  const [full] = actionsOf(tool, context(byOther, ['lock', 'button']))
  expect(full).toEqual({ action: 'reach', entity: 'tool', enabled: false, reason: 'hand-full' })
  expect(actionsOf(tool, context(byOther, [], 4))[0]?.reason).toBe('too-far')
})

test('RUN-20 who is reached for hands over by letting go', () => {
  const [release] = actionsOf(tool, context({}, ['tool'], 1, true, 'here', ['tool']))
  expect(release).toEqual({ action: 'release', entity: 'tool', enabled: true, handsOver: true })
})
