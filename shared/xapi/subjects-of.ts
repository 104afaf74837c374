import type { EngineEvent } from '#shared/procedure/events.ts'

import type { Agent, Group } from './actor.ts'
import type { Draft } from './event-drafts.ts'
import type { RecordContext } from './statements-of.ts'

/** Whom an event is about: one statement (or set of them) each. */
export function subjectsOf(event: EngineEvent, { learner }: RecordContext): readonly string[] {
  if (event.actors !== undefined) return event.actors
  if (event.type === 'live') return [event.by]
  return ['actor' in event ? event.actor : learner]
}

/** The end as it is for one of several: the own verdict, and abandoned by who had left. */
export function aboutOne(event: EngineEvent, person: string): EngineEvent {
  const own = event.type === 'ended' ? event.people?.[person] : undefined
  if (event.type !== 'ended' || own === undefined) return event
  return { ...event, score: own.score, abandoned: event.abandoned || own.left === true }
}

/** Where an event is about several people, each of their statements has an id of its own. */
export function nameOf(
  event: EngineEvent,
  { template }: Draft,
  person: string,
  { revision }: RecordContext,
): string {
  const base = `${event.n} ${template} ${revision}`
  return event.actors === undefined ? base : `${base} ${person}`
}

export function agentOf(person: string, { homePage }: RecordContext): Agent & { objectType: 'Agent' } {
  return { objectType: 'Agent', account: { homePage, name: person } }
}

export function agentsOf({ agents = {} }: Draft, context: RecordContext): Record<string, Agent> {
  return Object.fromEntries(Object.entries(agents).map(([key, person]) => [key, agentOf(person, context)]))
}

export function teamOf({ actors = [] }: EngineEvent, context: RecordContext): { team?: Group } {
  if (actors.length < 2) return {}
  return { team: { objectType: 'Group', member: actors.map((person) => agentOf(person, context)) } }
}
