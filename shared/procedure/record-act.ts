import { own, participant, type Draft } from './draft.ts'
import type { Intent } from './intent.ts'
import { templateOf } from './personal.ts'
import { partOf } from './stand-in.ts'

/** Remembers that the act was accepted, with the number of the event that comes next. Done for somebody it is theirs. */
export function recordAct(draft: Draft, { actor, action, target }: Intent): void {
  const acts = own(draft, 'acts')
  const { person, role } = partOf(actor, participant(draft, actor))
  const names = target === undefined ? [] : new Set([target, templateOf(target)])
  for (const key of [action, ...[...names].map((name) => `${action} ${name}`)])
    for (const by of ['', `${role}/`, `${person}/`]) acts[`${by}${key}`] = draft.state.eventCount
}
