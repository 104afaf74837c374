import type { RosterPerson } from '#shared/protocol/members.ts'

/** Spectators stand in no roster; who asks for attention is named, and can be given a role or be removed. */
export function withAskers(
  people: readonly RosterPerson[],
  asking: Readonly<Record<string, string>>,
): RosterPerson[] {
  const askers = Object.entries(asking).filter(([id]) => !people.some(({ person }) => person === id))
  return [
    ...people,
    ...askers.map(([person, name]): RosterPerson => ({
      person,
      name,
      kind: 'spectator',
      role: '',
      step: null,
      connected: true,
      away: false,
      rttMs: null,
      lossy: false,
      muted: false,
    })),
  ]
}
