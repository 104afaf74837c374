import { z } from 'zod'
import { documentId, vector3 } from '#shared/scenario/common.ts'
import { changeParticipant, setReading } from '../draft.ts'
import { markUnmeasured } from '../mark-unmeasured.ts'
import { defineAffordance } from './define-affordance.ts'
import { endSqueeze, handHolding } from './holding.ts'

export const spraySchema = z.strictObject({
  type: z.literal('spray'),
  agent: z.enum(['water', 'co2', 'abc']),
  simulation: documentId,
  /** Metres from the grip, in the tool's own frame (−Z forward). */
  muzzle: vector3,
})
export type SprayDocument = z.output<typeof spraySchema>

export const spray = defineAffordance({
  type: 'spray',
  schema: spraySchema,
  doc: 'Sprays while held and squeezed. Param `substitute: true` says that the device sweeps by itself, so the technique is not measured.',
  reachMm: 100_000,
  actions: {
    'squeeze-begin': {
      check: (draft, intent) => (handHolding(draft, intent.actor, intent.target) ? null : 'not-held'),
      apply(draft, intent) {
        const percent = intent.params?.['percent']
        setReading(
          draft,
          intent.actor,
          'squeeze',
          typeof percent === 'number' ? Math.max(0, Math.min(100, Math.round(percent))) : 100,
        )
        const substituting = intent.params?.['substitute'] === true
        changeParticipant(draft, intent.actor, { squeezing: intent.target, substituting })
        if (substituting) markUnmeasured(draft, intent.actor)
      },
    },
    'squeeze-end': {
      alwaysFree: true,
      check: (draft, intent) => (handHolding(draft, intent.actor, intent.target) ? null : 'not-held'),
      apply: (draft, intent) => endSqueeze(draft, intent.actor, intent.target),
    },
  },
})
