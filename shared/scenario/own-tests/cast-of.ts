import type { Scenario, ScriptedTest } from '../scenario.ts'

/** Who performs a script. No person: every number is fixed, so that logs are the same everywhere. */
export interface Performer {
  readonly actor: string
  readonly role: string
  /** Performs what the document says of a bot, and nothing of the script. */
  readonly bot?: true
}

export const firstPerformer = performer(0)

/** Those that the test names, else one in the first role that a person plays and in each that an act is done in; then bots. */
export function castOf({ roles }: Scenario, { people, bots = [], script }: ScriptedTest): Performer[] {
  const played = roles.filter(({ fill }) => fill === 'human')
  const first = played[0]?.id ?? roles[0]?.id ?? ''
  const acting = script.flatMap((act) => ('as' in act && act.as !== undefined ? [act] : []))
  const count = (role: string): number => {
    if (people !== undefined) return people[role] ?? 0
    const named = acting.filter(({ as }) => as === role).map(({ nth = 1 }) => nth)
    return Math.max(role === first ? 1 : 0, ...named)
  }
  const persons = roles.flatMap(({ id }) => Array.from({ length: count(id) }, () => ({ role: id })))
  const filled = roles.filter(({ id, fill }) => bots.includes(id) || (fill === 'bot' && count(id) === 0))
  return [
    ...persons.toSorted((a, b) => Number(b.role === first) - Number(a.role === first)),
    ...filled.map(({ id }) => ({ role: id, bot: true as const })),
  ].map((one, i) => ({ ...one, actor: performer(i) }))
}

function performer(i: number): string {
  return `00000000-0000-4000-8000-00000000b${(0x070 + i).toString(16).padStart(3, '0')}`
}
