import { ENGINE_VERSION } from './advance.ts'
import type { EngineState, Participant } from './state.ts'

/** A state that an earlier engine version left behind, as this one has it. */
export function bringForward(state: EngineState): EngineState {
  if (state.engineVersion === ENGINE_VERSION) return state
  // Before version 2 people had no numbers and a session no membership.
  const { membership = { locked: false, removed: [] }, reaching = [] } = state as Partial<EngineState>
  const numbered = Object.entries(state.participants).map(([actor, person], i): [string, Participant] => [
    actor,
    { ...person, number: (person as Partial<Participant>).number ?? i + 1 },
  ])
  return {
    ...state,
    engineVersion: ENGINE_VERSION,
    participants: Object.fromEntries(numbered),
    membership,
    reaching,
  }
}
