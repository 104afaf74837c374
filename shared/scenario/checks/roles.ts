import type { Wrong } from '../finding.ts'
import type { Check } from './site.ts'

/** SCN-24: every role that a person plays has something to do, and numbers of people make sense. */
export const roles: Check = ({ scenario, nodes }) =>
  scenario.roles.flatMap(({ id, fill, min, max }, i): Wrong[] => {
    const wrongs: Wrong[] = []
    const busy = nodes.some(
      ({ node }) =>
        node.type === 'step' &&
        Array.isArray(node['roles']) &&
        (node['roles'].length === 0 || node['roles'].includes(id)),
    )
    if (fill === 'human' && !busy)
      wrongs.push({
        code: 'idle-role',
        path: ['roles', i],
        message: `no step is for "${id}"`,
        mend: 'Give the role a step, or let it be absent.',
      })
    if (min > max)
      wrongs.push({
        code: 'role-numbers',
        path: ['roles', i],
        message: `at least ${min}, but at most ${max} people`,
        mend: 'Exchange them.',
      })
    return wrongs
  })
