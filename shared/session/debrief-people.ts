import type { EngineEvent, Score } from '#shared/procedure/events.ts'

/** One of several who took part, as far as the log tells. */
export interface DebriefPerson {
  person: string
  /** The last one had. */
  role: string
  bot: boolean
  /** Gone before the end, on purpose. */
  left: boolean
  /** Numbers of own mistakes, hints, and steps done. */
  mistakes: number
  hints: number
  steps: number
  /** Null for bots and those who had no role at the end. */
  score: Omit<Score, 'criteria'> | null
}

type Of<Type extends EngineEvent['type']> = Extract<EngineEvent, { type: Type }>

const done: ReadonlySet<string> = new Set(['correct', 'alternative'])

/** Everybody who had a role, in order of joining; undefined in a run of one. */
export function peopleOf(events: readonly EngineEvent[], ended: Of<'ended'>): DebriefPerson[] | undefined {
  const people = new Map<string, DebriefPerson>()
  for (const event of events) {
    if (event.type === 'joined') enter(people, event.actor, event.role, event.bot === true)
    if (event.type === 'roleChanged') enter(people, event.actor, event.role, false)
    if (event.type === 'mistake') add(people, [event.actor], 'mistakes')
    if (event.type === 'hint') add(people, event.actors, 'hints')
    if (event.type === 'stepEnded' && done.has(event.how)) add(people, event.actors, 'steps')
  }
  if (people.size < 2) return undefined
  for (const [person, { role, score, left = false }] of Object.entries(ended.people ?? {})) {
    const { criteria: _criteria, ...verdict } = score
    const before = people.get(person)
    if (before) people.set(person, { ...before, role, score: verdict, left })
  }
  return [...people.values()].filter(({ role }) => role !== '')
}

/** A role taken away leaves the last one standing: it is what the person's part was. */
function enter(people: Map<string, DebriefPerson>, person: string, role: string, bot: boolean): void {
  const before = people.get(person)
  const nothing = { person, role, bot, left: false, mistakes: 0, hints: 0, steps: 0, score: null }
  people.set(person, before ? { ...before, role: role === '' ? before.role : role } : nothing)
}

function add(
  people: Map<string, DebriefPerson>,
  actors: readonly string[] | undefined,
  what: 'mistakes' | 'hints' | 'steps',
): void {
  for (const actor of actors ?? []) {
    const person = people.get(actor)
    if (person) people.set(actor, { ...person, [what]: person[what] + 1 })
  }
}
