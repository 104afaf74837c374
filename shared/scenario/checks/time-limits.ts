import type { Wrong } from '../finding.ts'
import type { Check } from './site.ts'

/** SCN-27: a time limit leaves nine people in ten enough time, and expected times are in order. */
export const timeLimits: Check = ({ nodes }) =>
  nodes.flatMap(({ node, path }): Wrong[] => {
    const expected = node['expectedMs'] as { p50: number; p90: number } | undefined
    if (expected === undefined) return []
    const limit = node['timeLimitMs']
    const wrongs: Wrong[] = []
    if (expected.p50 > expected.p90)
      wrongs.push({
        code: 'expected-time',
        path: [...path, 'expectedMs'],
        message: 'the median is above the 90th percentile',
        mend: 'Exchange them.',
      })
    if (typeof limit === 'number' && limit < expected.p90)
      wrongs.push({
        code: 'time-limit-too-short',
        path: [...path, 'timeLimitMs'],
        message: `one in ten people needs longer than ${limit} ms`,
        mend: `Allow at least ${expected.p90} ms.`,
      })
    return wrongs
  })
