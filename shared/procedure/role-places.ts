import { changeParticipant, emit, type Draft } from './draft.ts'
import { giveRole } from './give-role.ts'
import type { EngineState } from './state.ts'
import type { Compiled } from './compiled.ts'
import { hasPlace, isPresent } from './who.ts'

/** Is there a place in the role for that person? A bot gives way to a person. */
export function makeRoom(draft: Draft, role: string, comer: string): boolean {
  if (role === '') return true
  const { participants } = draft.state
  const others = Object.entries(participants).filter(
    ([actor, person]) => actor !== comer && person.role === role && hasPlace(person),
  )
  const most = draft.compiled.scenario.roles.find(({ id }) => id === role)?.max ?? 0
  if (others.length < most) return true
  const bot = participants[comer]?.bot ? undefined : others.find(([, person]) => person.bot)
  if (bot === undefined) return false
  const [actor] = bot
  giveRole(draft, actor, '', comer)
  changeParticipant(draft, actor, { connected: false })
  emit(draft, { type: 'left', actor })
  return true
}

/** Roles that have fewer people (or bots) than the document asks for. */
export function missingRoles({ scenario }: Compiled, { participants }: EngineState): string[] {
  const present = Object.values(participants).filter(isPresent)
  return scenario.roles
    .filter(({ fill }) => fill === 'human' || fill === 'bot')
    .filter(({ id, min }) => present.filter(({ role }) => role === id).length < min)
    .map(({ id }) => id)
}
