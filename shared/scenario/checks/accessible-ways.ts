import type { Wrong } from '../finding.ts'
import { objectsIn, type Check } from './site.ts'

/** Techniques that a keyboard or a screen-reader mirror cannot perform. */
const techniques: ReadonlySet<string> = new Set([
  'amplitude',
  'rate',
  'coverage',
  'pathDeviation',
  'speedBelow',
])
const ways: ReadonlySet<unknown> = new Set(['correct', 'alternative'])

/** SCN-33: no step demands a technique that not every device can measure; another way on says so (`alternative`), and `measuredBy` names the sensor. */
export const accessibleWays: Check = ({ nodes }) =>
  nodes.flatMap(({ node, path }): Wrong[] => {
    const transitions = (Array.isArray(node['transitions']) ? node['transitions'] : []) as {
      when?: unknown
      kind?: unknown
    }[]
    const onward = transitions.filter(({ kind }) => ways.has(kind))
    const demanding = onward.filter(({ when }) => asksTechnique(when))
    if (demanding.length === 0) return []
    const wrongs: Wrong[] = []
    if (demanding.length === onward.length)
      wrongs.push({
        code: 'no-accessible-way',
        path: [...path, 'transitions'],
        message:
          'the step cannot be finished without a technique that flat screens and keyboards cannot measure',
        mend: 'Add an alternative transition on the result alone.',
      })
    const measured = node['measuredBy']
    if (!Array.isArray(measured) || measured.length === 0)
      wrongs.push({
        code: 'not-measured-by',
        path,
        message: 'the step judges a technique, but does not say which sensor measures it',
        mend: 'Add "measuredBy", so that records can say when it was not measured.',
      })
    return wrongs
  })

function asksTechnique(when: unknown): boolean {
  for (const { object } of objectsIn(when, []))
    if (typeof object['type'] === 'string' && techniques.has(object['type'])) return true
  return false
}
