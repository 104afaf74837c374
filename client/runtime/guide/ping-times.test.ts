import { expect, test } from 'vitest'
import { ping, pingAt, pingPlace } from './ping-times.ts'

const look = { radius: 0, opacity: 0 }
const ages = Array.from({ length: 300 }, (_, i) => i / 100)

test('GUIDE-13 a ping comes, stays and is gone after 2.5 s', () => {
  expect(pingAt(0, false, look).opacity).toBe(0)
  expect(pingAt(1, false, look).opacity).toBe(1)
  expect(pingAt(ping.lastsS, false, look).opacity).toBe(0)
  const shown = ages.map((age) => pingAt(age, false, { ...look }).opacity)
  expect(shown.filter((now, i) => now > 0.5 && (shown[i - 1] ?? 0) <= 0.5)).toHaveLength(1)
})

test('GUIDE-13 it swells far less than three times a second, and under reduced motion not at all', () => {
  const radii = ages.map((age) => pingAt(age, false, { ...look }).radius)
  const falls = radii.filter((now, i) => now < (radii[i - 1] ?? 0) - 0.1).length
  expect(falls).toBeLessThanOrEqual(Math.ceil(ping.lastsS * ping.swellHz))
  expect(ping.swellHz).toBeLessThan(3)
  expect(new Set(ages.map((age) => pingAt(age, true, { ...look }).radius)).size).toBe(1)
})

test('GUIDE-14 a person has one ping; among those of others the oldest gives way', () => {
  const places = [
    { by: 'ana', ageS: 2 },
    { by: 'bo', ageS: 0.3 },
    { by: '', ageS: Infinity },
    { by: 'cem', ageS: 2.2 },
  ]
  expect(pingPlace(places, 'bo')).toBe(1)
  expect(pingPlace(places, 'dia')).toBe(2)
  const full = places.map((each) => (each.by === '' ? { by: 'eva', ageS: 1 } : each))
  expect(pingPlace(full, 'dia')).toBe(3)
})
