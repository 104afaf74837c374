import type { ScriptedTest } from '../scenario.ts'

export interface Account {
  readonly outcome: string | undefined
  /** Passed or failed; undefined when the session did not end. */
  readonly verdict: boolean | undefined
  readonly mistakes: readonly string[]
  readonly stepsDone: readonly string[]
}

/** What was expected and did not come about, one sentence each. What the test does not mention may be anything. */
export function differences(expected: ScriptedTest['expect'], got: Account): string[] {
  const unmet: string[] = []
  if (expected.outcome !== undefined && expected.outcome !== got.outcome)
    unmet.push(
      `expected the outcome "${expected.outcome}", got ${got.outcome === undefined ? 'no end' : `"${got.outcome}"`}`,
    )
  if (expected.passed !== undefined && expected.passed !== got.verdict)
    unmet.push(`expected it to be ${word(expected.passed)}, it was ${word(got.verdict)}`)
  const missing = (expected.mistakes ?? []).filter((id) => !got.mistakes.includes(id))
  const unexpected =
    expected.mistakes === undefined ? [] : got.mistakes.filter((id) => !expected.mistakes?.includes(id))
  if (missing.length > 0) unmet.push(`expected the mistakes ${missing.join(', ')}, which did not happen`)
  if (unexpected.length > 0) unmet.push(`did not expect the mistakes ${unexpected.join(', ')}`)
  const undone = (expected.stepsDone ?? []).filter((id) => !got.stepsDone.includes(id))
  if (undone.length > 0) unmet.push(`expected the steps ${undone.join(', ')} to be done`)
  return unmet
}

function word(passed: boolean | undefined): string {
  return passed === undefined ? 'unfinished' : passed ? 'passed' : 'failed'
}
