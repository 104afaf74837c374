import { z } from 'zod'
import { scenario } from './scenario.ts'
import { workplace } from './workplace.ts'

const base = 'https://w3id.org/sightline/schemas'

/** JSON Schema (draft 2020-12) of each document as authors write it, by file name; derived, never written by hand. */
export function jsonSchemas(): Record<string, object> {
  return {
    'scenario.schema.json': {
      $id: `${base}/scenario.schema.json`,
      title: 'Sightline scenario',
      ...z.toJSONSchema(scenario, { io: 'input' }),
    },
    'workplace.schema.json': {
      $id: `${base}/workplace.schema.json`,
      title: 'Sightline workplace',
      ...z.toJSONSchema(workplace, { io: 'input' }),
    },
  }
}
