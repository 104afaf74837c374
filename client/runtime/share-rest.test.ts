import { expect, test } from 'vitest'
import { shareRest } from './share-rest.ts'

test('DRAW-22 own devices rest while one of those who may have them rest wants it', () => {
  const said: boolean[] = []
  const switches = shareRest((on) => said.push(on))
  const [a, b] = [switches(), switches()]
  a(true)
  a(true)
  b(true)
  a(false)
  expect(said).toEqual([true])
  b(false)
  b(false)
  expect(said).toEqual([true, false])
})
