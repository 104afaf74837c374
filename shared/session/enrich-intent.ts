import { pi } from '#shared/kernel/trigonometry.ts'
import { yawOf } from '#shared/kernel/quaternion.ts'
import { distance, type Vector } from '#shared/kernel/vector.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { Intent, IntentParams } from '#shared/procedure/intent.ts'
import { ownThing } from '#shared/procedure/personal.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { plausibleBody } from './plausible-body.ts'
import { handsOf, type PoseOf } from './pose-of.ts'
import { restOf } from './rest.ts'
import { createWhereabouts } from './where.ts'

/** Params that only the authority may write; a client's own are thrown away. */
const reserved = ['distanceMm', 'at', 'yaw', 'socket'] as const

/** Eye height of somebody whose body has not been seen yet, metres. */
const EYE_HEIGHT = 1.6

/** `poseOf`: where the others are, for what they hold. */
export type Enrich = (
  state: EngineState,
  intent: Intent,
  pose: TrackedPose | undefined,
  poseOf?: PoseOf,
) => Intent

/**
 * Adds to an intent what the authority knows from poses, as integers: how far the target is (`distanceMm`, from the
 * nearest of head and hands), and where a released thing comes to rest (`socket`, or `at` in mm and `yaw` in 0.1°).
 * Until a pose has come, the person stands at the role's spawn; what a hand not seen holds is where the head is.
 */
export function createEnrich(compiled: Compiled): Enrich {
  const where = createWhereabouts(compiled.workplace)

  function spawnOf(role: string): Vector {
    const spawn = compiled.scenario.roles.find(({ id }) => id === role)?.spawn
    const [x, y, z] = compiled.workplace.spawns.find(({ id }) => id === spawn)?.position ?? [0, 0, 0]
    return [x, y + EYE_HEIGHT, z]
  }

  function letGo(
    state: EngineState,
    intent: Intent,
    thing: string,
    pose: TrackedPose | undefined,
  ): IntentParams {
    const holding = state.participants[intent.actor]?.holding
    const side = holding?.left === thing ? 'left' : 'right'
    const hand = pose?.[side] ?? pose?.head
    const rest = restOf(compiled, where, state, thing, hand?.position ?? spawnOf(intent.role))
    if ('socket' in rest) return rest
    return { ...rest, yaw: hand ? Math.round((yawOf(hand.rotation) * 1800) / pi) : 0 }
  }

  return (state, intent, claimed, poseOf) => {
    const pose = claimed && plausibleBody(claimed)
    const params: Record<string, IntentParams[string]> = { ...intent.params }
    for (const name of reserved) delete params[name]
    const own = state.participants[intent.actor]
    const me = own?.standIn ?? own
    const target = me && intent.target !== undefined ? ownThing(compiled, intent.target, me) : intent.target
    const spot = target === undefined ? undefined : where(state, target, handsOf(intent.actor, pose, poseOf))
    if (spot !== undefined) {
      const body = pose
        ? [pose.head, pose.left, pose.right].flatMap((part) => (part ? [part.position] : []))
        : [spawnOf(intent.role)]
      params['distanceMm'] = Math.round(Math.min(...body.map((part) => distance(part, spot.position))) * 1000)
    }
    if (intent.action === 'release' && target !== undefined)
      Object.assign(params, letGo(state, intent, target, pose))
    return { ...intent, params }
  }
}
