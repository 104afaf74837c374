import { expect, test } from 'vitest'
import { isForeign } from './watch.ts'

const origin = 'http://127.0.0.1:2567'

test.each([
  ['http://127.0.0.1:2567/static/a.js', false],
  ['ws://127.0.0.1:2567/training', false],
  ['https://127.0.0.1:2568/', false],
  ['blob:http://127.0.0.1:2567/1', false],
  ['data:image/png;base64,AA==', false],
  ['https://cdn.example/profile.json', true],
  ['wss://elsewhere.example/', true],
])('%s foreign: %s', (url, foreign) => {
  expect(isForeign(url, origin)).toBe(foreign)
})
