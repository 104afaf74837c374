export type Count = { passed: number; failed: number }

type Report = {
  testResults: {
    status: string
    assertionResults: { status: string }[]
  }[]
}

/**
 * Counts Vitest's JSON report so that nothing that is not a pass can look like one: a skipped test, a file that did not
 * load, an error outside of any test, a missing report and a run without tests are failures.
 */
export function countResults(report: string | undefined, exitCode: number): Count {
  if (report === undefined) return { passed: 0, failed: 1 }
  const files = (JSON.parse(report) as Report).testResults
  const tests = files.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const notPassed = tests.length - passed
  const broken = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(isPassed),
  ).length
  const failed = notPassed + broken
  if (failed === 0 && (exitCode !== 0 || passed === 0)) return { passed, failed: 1 }
  return { passed, failed }
}

const isPassed = (test: { status: string }) => test.status === 'passed'
