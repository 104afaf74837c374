import { expect, test } from 'vitest'
import { optionOfKey } from './option-of-key.ts'

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  target: { tagName: 'CANVAS' },
  ...more,
})
const options = [{ id: 'a' }, { id: 'b' }]

test('COCK-7 number keys answer a question, but not while somebody writes or means the browser', () => {
  expect(optionOfKey(press('1'), options)).toBe('a')
  expect(optionOfKey(press('2', { target: null }), options)).toBe('b')
  expect(optionOfKey(press('3'), options)).toBeNull()
  expect(optionOfKey(press('0'), options)).toBeNull()
  expect(optionOfKey(press('a'), options)).toBeNull()
  for (const more of [
    { ctrlKey: true },
    { altKey: true },
    { repeat: true },
    { target: { tagName: 'INPUT' } },
  ])
    expect(optionOfKey(press('1', more), options)).toBeNull()
})
