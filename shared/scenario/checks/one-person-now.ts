import { objectsIn, type Check } from './site.ts'
import type { Wrong } from '../finding.ts'

/** Conditions that remember: their one memory cannot be that of several people. */
const remembering: ReadonlySet<unknown> = new Set(['holds', 'count', 'amplitude', 'simultaneous'])

/** SCN-38: what is asked of one person after another does not look back in time. */
export const onePersonNow: Check = ({ scenario }) =>
  [...objectsIn({ procedure: scenario.procedure, rules: scenario.rules }, [])].flatMap(({ object, path }) =>
    object['type'] === 'onePerson'
      ? [...objectsIn(object['of'], [...path, 'of'])]
          .filter((part) => remembering.has(part.object['type']))
          .map((part): Wrong => ({
            code: 'one-person-remembers',
            path: part.path,
            message: `"${String(part.object['type'])}" looks back in time, which cannot be told of one person after another`,
            mend: 'Put it around "onePerson", or do without.',
          }))
      : [],
  )
