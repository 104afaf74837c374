import type { Wrong } from '../finding.ts'
import type { Check } from './site.ts'

/**
 * SCN-34: the document's own tests show each outcome, and each critical rule both tripped and avoided by a pass. Finding
 * such traces by exploring the state space is not done here; an author supplies them.
 */
export const shownByTests: Check = ({ scenario }) => {
  const { tests, outcomes, rules } = scenario
  const wrongs: Wrong[] = []
  for (const [i, { id }] of outcomes.entries()) {
    if (!tests.some(({ expect }) => expect.outcome === id))
      wrongs.push({
        code: 'outcome-not-shown',
        path: ['outcomes', i],
        message: `no test ends in "${id}"`,
        mend: 'Add a test with that outcome, or remove it.',
      })
  }
  for (const [i, { id, mistake }] of rules.entries()) {
    if (mistake === undefined || mistake.severity === 'minor' || mistake.severity === 'major') continue
    if (!tests.some(({ expect }) => expect.mistakes?.includes(id)))
      wrongs.push({
        code: 'rule-not-tripped',
        path: ['rules', i],
        message: `no test trips the ${mistake.severity} rule "${id}"`,
        mend: 'Add a test that expects it.',
      })
    if (
      !tests.some(
        ({ expect }) =>
          expect.passed === true && expect.mistakes !== undefined && !expect.mistakes.includes(id),
      )
    )
      wrongs.push({
        code: 'rule-not-avoided',
        path: ['rules', i],
        message: `no passing test avoids the ${mistake.severity} rule "${id}"`,
        mend: 'Add a passing test that lists its mistakes.',
      })
  }
  return wrongs
}
