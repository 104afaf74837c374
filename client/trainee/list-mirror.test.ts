import { expect, test } from 'vitest'
import { captionTimeMs, speakerName } from '#client/session/caption-text.ts'
import { edition, entity } from './edition.fixture.ts'
import { listMirror } from './list-mirror.ts'
import type { Interactable } from './trainee-port.ts'

const thing = (id: string, held = false): Interactable => ({
  entity: id,
  name: id,
  description: '',
  actions: [],
  distance: 1,
  direction: 'ahead',
  held,
  highlighted: false,
})
const workplace = [
  entity('bin'),
  entity('ext', { affordances: [{ type: 'grab' }, { type: 'spray' }] }),
  entity('ext.pin', { parent: 'ext', affordances: [{ type: 'pull' }] }),
  entity('bracket', { affordances: [{ type: 'socket' }] }),
]

test('UI-11 lists in document order, with what can only be looked at, without brackets and idle parts', () => {
  const { entries } = listMirror([thing('ext')], workplace)
  expect(entries.map((entry) => [entry.entity, entry.thing !== null])).toEqual([
    ['bin', false],
    ['ext', true],
  ])
})

test('UI-11 a part appears when it can be used, and aiming when a tool is in hand', () => {
  const { entries, holdsTool } = listMirror([thing('ext.pin'), thing('ext', true)], workplace)
  expect(entries.map((entry) => entry.entity)).toEqual(['bin', 'ext', 'ext.pin'])
  expect(holdsTool).toBe(true)
  expect(listMirror([thing('ext')], workplace).holdsTool).toBe(false)
})

test('UI-11 of what each person has for oneself, everybody’s is listed, and not what they are copies of', () => {
  const lock = entity('lock', {
    affordances: [{ type: 'grab' }],
    personal: { offset: [0, 0, 0], others: true },
  })
  const listed = (things: Interactable[]) => listMirror(things, [lock]).entries.map((entry) => entry.entity)
  expect(listed([thing('lock@1'), thing('lock@2')])).toEqual(['lock@1', 'lock@2'])
  expect(listed([])).toEqual([])
})

test('UI-10 a caption names who speaks and stays long enough to read', () => {
  const say = (map: Record<string, string>) => map['en'] ?? ''
  expect(speakerName('colleague', edition, say)).toBe('the colleague')
  expect(speakerName('trainee', edition, say)).toBe('Trainee')
  expect(speakerName('radio', edition, say)).toBe('radio')
  expect(captionTimeMs({ kind: 'say', speaker: 'x', caption: {}, durationMs: 800 })).toBe(3000)
  expect(captionTimeMs({ kind: 'say', speaker: 'x', caption: {}, durationMs: 6000 })).toBe(6000)
})
