import { expect, test } from 'vitest'
import { limitWarnings } from './limit-warnings.ts'

test('LOG-1 warnings come at most once a second and say how many were left out; faults and lifecycle all come', () => {
  const lines: unknown[] = []
  let nowMs = 0
  const log = limitWarnings(
    (...line) => void lines.push(line),
    { perSecond: 1, burst: 1 },
    () => nowMs,
  )
  for (let n = 0; n < 1000; n += 1) log('warn', 'garbage', { n })
  log('error', 'fault')
  log('info', 'began')
  nowMs = 1000
  log('warn', 'garbage', { n: 1000 })
  log('warn', 'garbage', { n: 1001 })
  expect(lines).toEqual([
    ['warn', 'garbage', { n: 0 }],
    ['error', 'fault', undefined],
    ['info', 'began', undefined],
    ['warn', 'garbage', { n: 1000, leftOut: 999 }],
  ])
})
