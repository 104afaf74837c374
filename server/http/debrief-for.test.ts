import { expect, test } from 'vitest'
import type { DebriefWatcher } from '#shared/session/debrief-live.ts'
import type { Debrief } from '#shared/session/debrief.ts'
import { debriefFor } from './debrief-for.ts'

const watcher = (person: string): DebriefWatcher => ({
  person,
  durationMs: 1000,
  steps: [{ step: 'aim', title: { en: 'Aim' }, durationMs: 1000, ways: ['window'], of: ['ina'] }],
  answered: 0,
  right: 0,
  gain: null,
})
const made = {
  live: {
    leaders: [{ person: 'ina', durationMs: 9000 }],
    watchers: [watcher('olga'), watcher('otto')],
    gain: null,
    polls: [],
    help: [],
    takeOvers: [{ helper: 'ina', person: 'ada', step: 'aim', title: { en: 'Aim' }, durationMs: 1 }],
    annotations: 0,
  },
} as unknown as Debrief
const names: Readonly<Record<string, string>> = { ina: 'Ina', ada: 'Ada', olga: 'Olga' }
const read = (person: string, leads = false, of = made) =>
  debriefFor(of, ['ada'], { person, leads }, async (id) => names[id])

test('SRV-76 who leads reads of every watcher, others of themselves alone', async () => {
  const watchers = async (person: string, leads?: boolean) =>
    (await read(person, leads)).live?.watchers.map((each) => each.person)
  expect(await watchers('ina', true)).toEqual(['olga', 'otto'])
  expect(await watchers('olga')).toEqual(['olga'])
  expect(await watchers('ada')).toEqual([])
})

test('SRV-76 who is named in it is named, and nobody else', async () => {
  expect((await read('ina', true)).names).toEqual({ ada: 'Ada', ina: 'Ina', olga: 'Olga', otto: '' })
  expect(await read('olga')).toMatchObject({ names: { ada: 'Ada', ina: 'Ina', olga: 'Olga' }, me: 'olga' })
  expect(Object.keys((await read('ada')).names ?? {}).toSorted()).toEqual(['ada', 'ina'])
  const alone = await read('ada', false, {} as Debrief)
  expect(alone).toEqual({})
})
