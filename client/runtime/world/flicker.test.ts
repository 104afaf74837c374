import { expect, test } from 'vitest'
import { flicker } from './flicker.ts'
import { follow } from './follow.ts'

const STEP_S = 1 / 90
const FLASH = 0.1

test('WORLD-1 firelight flashes at most three times in any second', () => {
  const flashes = flashTimes(120)
  for (const start of flashes) {
    expect(flashes.filter((t) => t >= start && t < start + 1).length).toBeLessThanOrEqual(3)
  }
})

test('WORLD-2 a sudden change of the simulation reaches the picture without a jump', () => {
  const shown = new Float32Array([0, 1])
  follow(shown, [1, 0], 0.25)
  expect([...shown]).toEqual([0.25, 0.75])
})

/** Moments at which brightness has fallen by a tenth of its maximum after having risen by as much. */
function flashTimes(seconds: number): number[] {
  const times: number[] = []
  let low = 1
  let high = 1
  let rising = true
  for (let t = 0; t < seconds; t += STEP_S) {
    const now = flicker(t)
    if (rising) {
      high = Math.max(high, now)
      if (high - now >= FLASH) {
        times.push(t)
        rising = false
        low = now
      }
    } else {
      low = Math.min(low, now)
      if (now - low >= FLASH) {
        rising = true
        high = now
      }
    }
  }
  return times
}
