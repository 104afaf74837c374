import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { agentKind } from './agent.ts'
import { defineSimulation } from './define-simulation.ts'

/** Below this the valve is shut, per cent. */
const valveOpensAt = 10

export const extinguisherSchema = z.strictObject({
  type: z.literal('extinguisher'),
  id: documentId,
  entity: documentId,
  agent: agentKind,
  /** Full squeeze from full to empty, ms. */
  dischargeMs: z.int().min(1000).max(120_000),
  /** Nothing comes out until this entity is in this state. */
  pin: z.strictObject({ entity: documentId, state: documentId }).optional(),
  autostart: z.boolean().default(true),
})

export const extinguisher = defineSimulation({
  type: 'extinguisher',
  schema: extinguisherSchema,
  doc: 'A finite amount of agent. Signals `agent` (per mille left) and `spraying` (0/1).',
  sensors: () => [{ kind: 'squeeze' }],
  initial: ({ dischargeMs, autostart }) => ({
    sim: { running: autostart ? 1 : 0, leftMs: dischargeMs, sprayedMs: 0 },
    signals: { agent: 1000, spraying: 0 },
  }),
  step(sim, context, params, dtMs) {
    const { leftMs = 0, sprayedMs = 0 } = sim
    const holder = context.holderOf(params.entity)
    const pinOut = !params.pin || context.stateOf(params.pin.entity) === params.pin.state
    const sprays = context.squeezeOf(params.entity) > valveOpensAt && pinOut && leftMs > 0
    if (!sprays) {
      if (sprayedMs === 0) return { sim, signals: {}, events: [] }
      const used = {
        what: 'tool-used',
        tool: params.entity,
        actor: holder ?? '',
        durationMs: sprayedMs,
      } as const
      return { sim: { ...sim, sprayedMs: 0 }, signals: { spraying: 0 }, events: [used] }
    }
    const left = Math.max(0, leftMs - dtMs)
    return {
      sim: { ...sim, leftMs: left, sprayedMs: sprayedMs + dtMs },
      signals: {
        agent: Math.ceil((left * 1000) / params.dischargeMs),
        spraying: 1,
      },
      events: left === 0 ? [{ what: 'empty' }] : [],
    }
  },
})
