import type { Wrong } from '../finding.ts'
import type { Check, Site } from './site.ts'

/** SCN-24: every role that a person plays has something to do, numbers of people make sense, and no step waits for nobody. */
export const roles: Check = (site) => [...idle(site), ...forNobody(site)]

function idle({ scenario, nodes }: Site): Wrong[] {
  return scenario.roles.flatMap(({ id, fill, min, max }, i): Wrong[] => {
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
}

/** A session may begin without a role that needs nobody; what only such a role can do then stands for ever. */
function forNobody({ scenario, nodes }: Site): Wrong[] {
  const known = new Set(scenario.roles.map(({ id }) => id))
  const sure = new Set(
    scenario.roles
      .filter(({ fill, min }) => min > 0 && (fill === 'human' || fill === 'bot'))
      .map(({ id }) => id),
  )
  return nodes.flatMap(({ node, path }): Wrong[] => {
    const wanted = node['roles']
    if (node.type !== 'step' || node['optional'] === true || !Array.isArray(wanted) || wanted.length === 0)
      return []
    if ((wanted as string[]).some((role) => sure.has(role) || !known.has(role))) return []
    return [
      {
        code: 'step-for-nobody',
        path: [...path, 'roles'],
        message: 'none of these roles has to be filled, so the step may wait for ever',
        mend: 'Let one of them need somebody, or make the step optional.',
      },
    ]
  })
}
