import { peopleIn } from './about.ts'
import { emit, own, type Draft } from './draft.ts'
import { missingRoles } from './role-places.ts'
import { activate } from './run-node.ts'
import { isPresent } from './who.ts'

/** The session begins with the last who has read the briefing, when every role is filled. */
export function startWhenReady(draft: Draft): void {
  const people = Object.values(draft.state.participants).filter(
    (person) => !person.bot && person.role !== '' && isPresent(person),
  )
  const allReady = people.length > 0 && people.every(({ ready }) => ready)
  if (allReady && missingRoles(draft.compiled, draft.state).length === 0) startNow(draft)
}

/** Simulations run and the first step is due. */
export function startNow(draft: Draft): void {
  if (draft.state.phase !== 'waiting') return
  draft.state.phase = 'running'
  own(draft, 'acts')['begin'] = draft.state.eventCount
  emit(draft, { type: 'sessionStarted' }, peopleIn(draft, null))
  activate(draft, draft.compiled.root.id)
}
