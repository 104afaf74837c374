import type { Input } from '#shared/procedure/input.ts'
import type { EngineState, Participant, Place } from '#shared/procedure/state.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import type { Rules } from './rules.ts'

/** Half a minute of the run: so long a lost person keeps what is in their hands. */
export const KEPT_TICKS = 600

/** Who has just been away for half a minute of the run. */
export function longAway({ participants, tick }: EngineState): string[] {
  return Object.keys(participants).filter((person) => {
    const awayTick = participants[person]?.awayTick
    return awayTick !== undefined && tick - awayTick === KEPT_TICKS
  })
}

/** Inputs that put down what a person holds, where their hands were last seen. */
export function putDown(rules: Rules, person: string, pose: TrackedPose | undefined): Input[] {
  return heldBy(rules.runner.state.participants[person]).map((entity) => ({
    kind: 'layDown',
    actor: person,
    entity,
    place: restingPlace(rules, person, entity, pose),
  }))
}

function heldBy(participant: Participant | undefined): string[] {
  const { left, right } = participant?.holding ?? {}
  return [left, right].filter((entity) => entity !== undefined)
}

/** The same as if the hand had let go of it. */
function restingPlace(
  { runner, enrich }: Rules,
  person: string,
  entity: string,
  pose: TrackedPose | undefined,
): Place {
  const role = runner.state.participants[person]?.role ?? ''
  const release = { actor: person, role, action: 'release', target: entity, clientTime: 0, epoch: 0, seq: 0 }
  const { socket, slot, at, yaw } = enrich(release, pose).params ?? {}
  if (typeof socket === 'string')
    return { kind: 'socket', socket, ...(typeof slot === 'number' ? { slot } : {}) }
  if (!Array.isArray(at)) return { kind: 'home' }
  const [x = 0, y = 0, z = 0] = at as readonly number[]
  return { kind: 'rest', position: [x, y, z], yaw: typeof yaw === 'number' ? yaw : 0 }
}
