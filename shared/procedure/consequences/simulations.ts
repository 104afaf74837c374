import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { own } from '../draft.ts'
import { defineConsequence, type AnyConsequence } from './define-consequence.ts'

export const startSimulation = running('startSimulation', 1, 'The simulation runs (on) from here.')
export const stopSimulation = running('stopSimulation', 0, 'The simulation stands still.')

function running(type: string, value: 0 | 1, doc: string): AnyConsequence {
  return defineConsequence({
    type,
    schema: z.strictObject({ type: z.literal(type), simulation: documentId }),
    doc,
    compile: (c) => (draft) => {
      const at = draft.state.simulations[c.simulation]
      if (at) own(draft, 'simulations')[c.simulation] = { ...at, running: value }
    },
  })
}
