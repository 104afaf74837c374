import { expect, test } from 'vitest'
import type { Log } from '#server/telemetry/log.ts'
import { Names } from './names.ts'

const settle = (): Promise<unknown> => new Promise(setImmediate)

test('ROOM-33 a name is read once, and again when its person joins', async () => {
  const labels = new Map([['p', 'Ada']])
  const asked: string[] = []
  let learned = 0
  const people = { label: async (person: string) => (asked.push(person), labels.get(person)) }
  const names = new Names(
    people,
    () => {},
    () => (learned += 1),
  )
  expect([names.of('p'), names.of('p'), names.of('q')]).toEqual(['', '', ''])
  await settle()
  expect([names.of('p'), names.of('q'), asked, learned]).toEqual(['Ada', '', ['p', 'q'], 2])
  labels.set('p', 'Ada L.')
  names.learn('p')
  expect(names.of('p')).toBe('Ada')
  await settle()
  expect([names.of('p'), learned]).toEqual(['Ada L.', 3])
})

test('ROOM-33 a store that fails leaves people without a name, not without a room', async () => {
  const lines: string[] = []
  const log: Log = (level) => void lines.push(level)
  const names = new Names({ label: () => Promise.reject(new Error('full')) }, log, () => {})
  expect(names.of('p')).toBe('')
  await settle()
  expect([names.of('p'), names.isRead('p'), lines]).toEqual(['', true, ['warn']])
})

test('ROOM-57 it is known whether a name was read, so that who raises a hand is not called a guest first', async () => {
  const told: boolean[] = []
  const names: Names = new Names(
    { label: async (person) => (person === 'p' ? 'Ada' : undefined) },
    () => {},
    () => told.push(names.isRead('p')),
  )
  expect([names.isRead('p'), names.isRead('q')]).toEqual([false, false])
  await settle()
  expect([names.isRead('p'), names.of('p'), names.isRead('q'), told]).toEqual([
    true,
    'Ada',
    true,
    [true, true],
  ])
})
