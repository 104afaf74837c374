import { z } from 'zod'

export const agentKind = z.enum(['water', 'co2', 'abc'])
export type AgentKind = z.infer<typeof agentKind>

export interface AgentEffect {
  /** Per mille of full flame knocked down each second, aimed and swept well. */
  knockPerS: number
  /** Per mille of stored heat taken away each second. */
  coolPerS: number
}

/** What each agent does to ordinary combustibles (A) and to energised equipment (C). */
export const agentEffects: Readonly<Record<AgentKind, { A: AgentEffect; C: AgentEffect }>> = {
  // Cools embers; on energised equipment it conducts.
  water: { A: { knockPerS: 60, coolPerS: 80 }, C: { knockPerS: 0, coolPerS: 0 } },
  // Takes the air away and leaves the embers hot.
  co2: { A: { knockPerS: 60, coolPerS: 6 }, C: { knockPerS: 160, coolPerS: 90 } },
  // Breaks the flame's chemistry and coats the embers.
  abc: { A: { knockPerS: 85, coolPerS: 55 }, C: { knockPerS: 150, coolPerS: 80 } },
}
