import type { Compiled } from '#shared/procedure/compiled.ts'
import type { EngineEvent } from '#shared/procedure/events.ts'
import type { Cue } from '#shared/protocol/views.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'
import type { Viewer } from './view-for.ts'

/** The passing moments of these events that this viewer may see, hear or feel, in order. */
export function cuesFor(
  compiled: Compiled,
  events: readonly EngineEvent[],
  viewer: Viewer,
  mode: ModeName,
): Cue[] {
  const feedbackNow = compiled.modes.get(mode)?.feedback === 'now'
  const cues: Cue[] = []
  for (const event of events) {
    if (event.type === 'acted')
      cues.push({
        kind: 'acted',
        actor: event.actor,
        action: event.action,
        ...(event.target === undefined ? {} : { target: event.target }),
      })
    if (event.type === 'handedOver')
      cues.push({ kind: 'handedOver', from: event.from, to: event.to, entity: event.entity })
    if (event.type === 'removed') cues.push({ kind: 'removed', person: event.actor })
    if (event.type === 'live') cues.push(...cuesOf(event, viewer))
    if (event.type !== 'cue' || (event.data['feedback'] === true && !feedbackNow)) continue
    const felt = event.kind === 'haptic' || event.kind === 'simulateInjury'
    if (felt && event.actor !== undefined && event.actor !== viewer.person) continue
    const cue = cueOf(event.kind, event.data)
    if (cue) cues.push(cue)
  }
  return cues
}

/** A sign is everybody's, words for one are theirs alone. */
function cuesOf({ by, change }: Extract<EngineEvent, { type: 'live' }>, { person }: Viewer): Cue[] {
  if (change.what === 'pinged') return [{ kind: 'ping', by, anchor: change.anchor, at: change.at }]
  if (change.what === 'hinted' && change.to === person)
    return [{ kind: 'privateHint', by, text: change.text }]
  return []
}

function cueOf(kind: string, { feedback: _feedback, ...data }: Record<string, unknown>): Cue | null {
  switch (kind) {
    case 'say':
    case 'sound':
    case 'haptic':
    case 'animate':
    case 'alarm':
    case 'restored':
      return { kind, ...data } as Cue
    case 'simulateInjury':
      return { kind: 'injury', ...data } as Cue
    default:
      return null
  }
}
