import type { Wrong } from '../finding.ts'
import { implies, type When } from './implies.ts'
import type { Check } from './site.ts'

type Transition = { readonly when?: When; readonly kind?: unknown }

/**
 * SCN-25: no transition stands behind one that is taken whenever it could be: the same condition, an `any` that holds it
 * as a part, or a part of its own `all`.
 */
export const shadowedTransitions: Check = ({ nodes }) =>
  nodes.flatMap(({ node, path }) => {
    const transitions = (Array.isArray(node['transitions']) ? node['transitions'] : []) as Transition[]
    return transitions.flatMap((later, i): Wrong[] => {
      const before = transitions
        .slice(0, i)
        .findIndex(
          (earlier) =>
            earlier.when !== undefined && later.when !== undefined && implies(later.when, earlier.when),
        )
      if (before === -1) return []
      return [
        {
          code: 'shadowed-transition',
          path: [...path, 'transitions', i],
          message: `it can never be taken: whenever its condition is true, transition ${before + 1} is taken`,
          mend: 'Put the narrower one first, or remove one.',
        },
      ]
    })
  })
