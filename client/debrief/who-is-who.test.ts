import { expect, test } from 'vitest'
import { ownFirst } from './who-is-who.ts'

test('TOG-9 own mistakes come first, each group in its order; who only watched keeps the order', () => {
  const rows = [
    { actor: 'b', rule: '1' },
    { actor: 'me', rule: '2' },
    { actor: 'b', rule: '3' },
    { actor: 'me', rule: '4' },
  ]
  const order = (me?: string) => ownFirst(rows, me).map(({ rule }) => rule)
  expect(order('me')).toEqual(['2', '4', '1', '3'])
  expect(order()).toEqual(['1', '2', '3', '4'])
})
