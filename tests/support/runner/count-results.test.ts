import { expect, test } from 'vitest'
import { countResults } from './count-results.ts'

const report = (...files: [status: string, ...tests: string[]][]) =>
  JSON.stringify({
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  })

test.each([
  ['all passed', report(['passed', 'passed', 'passed']), 0, { passed: 2, failed: 0 }],
  ['one failed', report(['failed', 'passed', 'failed']), 1, { passed: 1, failed: 1 }],
  ['a skipped test', report(['passed', 'passed', 'skipped']), 0, { passed: 1, failed: 1 }],
  ['a file that did not load', report(['passed', 'passed'], ['failed']), 1, { passed: 1, failed: 1 }],
  ['an error outside of any test', report(['passed', 'passed']), 1, { passed: 1, failed: 1 }],
  ['no tests', report(), 0, { passed: 0, failed: 1 }],
  ['no report', undefined, 0, { passed: 0, failed: 1 }],
] as const)('%s', (_name, json, exitCode, count) => {
  expect(countResults(json, exitCode)).toEqual(count)
})
