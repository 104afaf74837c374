import { randomUUID } from 'node:crypto'
import type { Input } from '#shared/procedure/input.ts'
import type { RoleOffer } from './rules.ts'

export function botJoins(role: string): Input {
  return { kind: 'join', actor: randomUUID(), role, bot: true }
}

/** Those whom the document gives to bots, as many as it asks for. */
export function botsOf(roles: readonly RoleOffer[]): Input[] {
  return roles
    .filter(({ fill }) => fill === 'bot')
    .flatMap(({ id, min }) => Array.from({ length: min }, () => botJoins(id)))
}
