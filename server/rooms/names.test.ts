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
  expect([names.of('p'), names.of('q'), asked, learned]).toEqual(['Ada', '', ['p', 'q'], 1])
  labels.set('p', 'Ada L.')
  names.learn('p')
  expect(names.of('p')).toBe('Ada')
  await settle()
  expect([names.of('p'), learned]).toEqual(['Ada L.', 2])
})

test('ROOM-33 a store that fails leaves people without a name, not without a room', async () => {
  const lines: string[] = []
  const log: Log = (level) => void lines.push(level)
  const names = new Names({ label: () => Promise.reject(new Error('full')) }, log, () => {})
  expect(names.of('p')).toBe('')
  await settle()
  expect([names.of('p'), lines]).toEqual(['', ['warn']])
})
