import type { LiveChange } from '#shared/live/change.ts'

import type { Activities } from './activities.ts'
import { formatDuration } from './duration.ts'
import type { Draft } from './event-drafts.ts'
import { extensionKeys } from './vocabulary.ts'

/**
 * What is recorded of a live session, about the person the event is of: who watched which step through whose eyes, answers,
 * annotations, help asked for and given. Who leads, hands, pings, grants and pauses stand in the session log alone, and so do
 * the words of a private hint.
 */
export function liveDrafts(change: LiveChange, person: string, session: string, to: Activities): Draft[] {
  const within = [to.liveSession(session)]
  const at = (step: string | null): Pick<Draft, 'object' | 'step' | 'within'> =>
    step === null ? { object: to.scenario, within } : { object: to.step(step), step, within }
  switch (change.what) {
    case 'observed':
      return [
        {
          ...at(change.step),
          template: 'live-observed',
          verb: 'observed',
          result: { duration: formatDuration(change.durationMs) },
          extensions: { [extensionKeys.watchingWay]: change.way },
          agents: { [extensionKeys.watched]: change.of, [extensionKeys.observer]: person },
          ...ledBy(change.leader),
        },
      ]
    case 'answered':
      return [
        {
          template: 'live-answered',
          verb: 'answered',
          object: to.question(session, change.poll, change.options, change.step),
          step: change.step,
          within,
          result: { response: change.option, success: change.right, completion: true },
          ...ledBy(change.leader),
        },
      ]
    case 'drawn': {
      const { key, shape, anchor, points, text, step } = change
      return [
        {
          ...at(step),
          template: 'live-annotated',
          verb: 'annotated',
          ...(text === undefined ? {} : { result: { response: text } }),
          extensions: { [extensionKeys.annotation]: { key, shape, anchor, points } },
        },
      ]
    }
    case 'helpAsked':
      return change.on
        ? [{ ...at(change.step), template: 'live-help-asked', verb: 'requestedAttention' }]
        : []
    case 'helping':
      return change.on ? [{ ...at(change.step), ...coached('side', change.person, person) }] : []
    case 'hinted':
      return [{ ...at(change.step), ...coached('hint', change.to, person) }]
    case 'handedBack':
      return [
        {
          ...at(change.step),
          template: 'live-assisted',
          verb: 'assisted',
          result: { duration: formatDuration(change.durationMs) },
          extensions: { [extensionKeys.handedBackBecause]: change.why },
          agents: { [extensionKeys.helped]: change.person, [extensionKeys.observer]: person },
          instructor: person,
        },
      ]
    case 'led':
    case 'followMe':
    case 'summoned':
    case 'spotlit':
    case 'viewShared':
    case 'halted':
    case 'stepped':
    case 'hand':
    case 'allowed':
    case 'pinged':
    case 'lookHere':
    case 'erased':
    case 'takenOver':
    case 'pollEvery':
    case 'polled':
    case 'pollClosed':
      return []
  }
}

function coached(
  help: 'side' | 'hint',
  person: string,
  instructor: string,
): Pick<Draft, 'template' | 'verb' | 'extensions' | 'agents' | 'instructor'> {
  return {
    template: 'live-coached',
    verb: 'coached',
    extensions: { [extensionKeys.help]: help },
    agents: { [extensionKeys.helped]: person },
    instructor,
  }
}

/** As the instructor of the record, who may be away or nobody. */
function ledBy(leader: string | null): Pick<Draft, 'instructor'> {
  return leader === null ? {} : { instructor: leader }
}
