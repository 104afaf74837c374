import type { Wrong } from '../finding.ts'
import type { Scenario } from '../scenario.ts'
import type { NodePlace } from './nodes-of.ts'
import type { Check } from './site.ts'

/**
 * SCN-34: the document's own tests show each outcome, and each critical rule both tripped and avoided by a pass. Finding
 * such traces by exploring the state space is not done here; an author supplies them.
 */
export const shownByTests: Check = ({ scenario, nodes }) => {
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
  return [...wrongs, ...rolesNotShown(scenario, nodes)]
}

/** Where several people play, each role is seen to come to a good end in the hands of a person. */
function rolesNotShown({ tests, roles }: Scenario, nodes: readonly NodePlace[]): Wrong[] {
  const played = roles.filter(({ fill }) => fill === 'human')
  if (played.length < 2) return []
  const shown = new Set(
    tests
      .filter(({ expect }) => expect.passed === true)
      .flatMap(({ script }) => script.flatMap((act) => ('intent' in act ? [act.as ?? played[0]?.id] : []))),
  )
  return roles.flatMap(({ id, fill }, i): Wrong[] =>
    fill === 'human' && !shown.has(id) && nodes.some(({ node }) => isFor(node, id))
      ? [
          {
            code: 'role-not-shown',
            path: ['roles', i],
            message: `in no passing test does a person act as "${id}"`,
            mend: 'Add a passing test with acts "as" that role.',
          },
        ]
      : [],
  )
}

function isFor({ roles }: NodePlace['node'], role: string): boolean {
  return Array.isArray(roles) && roles.includes(role)
}
