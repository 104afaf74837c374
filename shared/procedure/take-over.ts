import { liveOf } from '#shared/live/at.ts'
import { changeNode, changeParticipant, emit, participant, type Draft } from './draft.ts'
import { endSqueeze } from './affordances/holding.ts'
import { join, newcomer } from './presence.ts'

/** For the step that help was asked for, `helper` acts in the person's name. An instructor comes in for it, without a role. */
export function takeOver(draft: Draft, helper: string, person: string): void {
  const step = liveOf(draft.state).help.find((asked) => asked.person === person)?.step
  if (step === undefined) return
  if (draft.state.participants[helper] === undefined) {
    newcomer(draft, helper, '')
    changeParticipant(draft, helper, { guest: true })
  }
  join(draft, helper, '')
  const { role, number } = participant(draft, person)
  const standIn = { person, role, number, sinceMs: draft.state.timeMs }
  changeParticipant(draft, helper, { standIn })
  endSqueeze(draft, person)
  changeNode(draft, step, { assisted: { person, by: helper } })
  draft.state.live = { ...liveOf(draft.state), takeOver: { helper, person, step } }
  emit(draft, { type: 'live', by: helper, change: { what: 'takenOver', person, step } })
}
