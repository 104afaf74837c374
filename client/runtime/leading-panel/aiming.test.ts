import { expect, test } from 'vitest'
import { createBody } from '../device/body.ts'
import { createHit } from '../interaction/pick.ts'
import { createAiming } from './aiming.ts'

function aim(meets = true) {
  const marked: string[] = []
  let changes = 0
  const aiming = createAiming(
    {
      aim: () => (meets ? 2.5 : Infinity),
      mark(what, hand) {
        if (meets) marked.push(`${what} ${hand?.side}`)
        return meets
      },
    },
    () => (changes += 1),
  )
  return { aiming, marked, changes: () => changes, hand: createBody().left, hit: createHit() }
}

test('GUIDE-47 the next press points, with whichever hand, and things are not handled meanwhile', () => {
  const { aiming, marked, changes, hand, hit } = aim()
  expect(aiming.surface).toBe(undefined)
  aiming.start('look-here')
  expect(aiming.surface?.point(hand, hit)).toBe(true)
  expect(hit).toMatchObject({ target: null, distance: 2.5 })
  aiming.surface?.press(hand)
  expect(marked).toEqual(['look-here left'])
  expect([aiming.what, aiming.surface, changes()]).toEqual([null, undefined, 1])
})

test('GUIDE-47 where nothing is met one may try again, for a while', () => {
  const { aiming, marked, hand } = aim(false)
  aiming.start('ping')
  aiming.surface?.press(hand)
  expect([aiming.what, marked]).toEqual(['ping', []])
  aiming.update(1000)
  aiming.update(20_900)
  expect(aiming.what).toBe('ping')
  aiming.update(21_001)
  expect(aiming.what).toBe(null)
})
