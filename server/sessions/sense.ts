import type { SprayDocument } from '#shared/procedure/affordances/spray.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { Input } from '#shared/procedure/input.ts'
import { ownThing, templateOf } from '#shared/procedure/personal.ts'
import type { SensorSpec } from '#shared/procedure/sensor.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { plausibleBody } from '#shared/session/plausible-body.ts'
import { handsOf, type PoseOf } from '#shared/session/pose-of.ts'
import type { SensorWorld } from '#shared/session/sensors.ts'
import { readSensors } from '#shared/session/sensors.ts'
import { createWhereabouts } from '#shared/session/where.ts'

export type Sense = (state: EngineState, person: string, pose: TrackedPose, poseOf?: PoseOf) => Input[]

/** Turns a person's newest pose into observations: the sensors this scenario names, and of those only what changed by more than tracking noise. */
export function createSense(compiled: Compiled): Sense {
  const { workplace, sensors } = compiled
  const specs = [...sensors.values()]
  const whereabouts = createWhereabouts(workplace)
  const muzzles = new Map(
    workplace.entities.flatMap(({ id, affordances }) =>
      affordances.flatMap((affordance) =>
        affordance.type === 'spray' ? [[id, (affordance as SprayDocument).muzzle] as const] : [],
      ),
    ),
  )

  function toolOf(state: EngineState, person: string, pose: TrackedPose): ReturnType<SensorWorld['tool']> {
    const participant = state.participants[person]
    // With a tool in each hand the one that is squeezed is the one that counts.
    const rightFirst = !participant?.squeezing || participant.squeezing !== participant.holding.left
    for (const side of rightFirst ? (['right', 'left'] as const) : (['left', 'right'] as const)) {
      const held = participant?.holding[side]
      const muzzle = held === undefined ? undefined : muzzles.get(templateOf(held))
      const hand = pose[side]
      if (muzzle !== undefined && hand !== null) return { hand, muzzle }
    }
    return undefined
  }

  return (state, person, seen, poseOf) => {
    const pose = plausibleBody(seen)
    const participant = state.participants[person]
    const me = participant?.standIn ?? participant ?? { number: 0 }
    const handOf = handsOf(person, pose, poseOf)
    const before = (key: string): number | undefined => state.sensors[`${person}/${key}`]
    const squeezing = (before('squeeze') ?? 0) > 0
    const readings = readSensors(specs, pose, {
      positionOf: (entity) => whereabouts(state, ownThing(compiled, entity, me), handOf)?.position,
      zone: (id) => workplace.zones.find((zone) => zone.id === id),
      tool: (own) => toolOf(state, person, own),
      squeezing,
    })
    return [...readings].flatMap(([sensor, measured]): Input[] => {
      // Only the intents begin and end a squeeze; in between the trigger says how much, never that it is over.
      if (sensor === 'squeeze' && !squeezing) return []
      const value = sensor === 'squeeze' ? Math.max(1, measured) : measured
      const known = before(sensor)
      const moved = known === undefined || Math.abs(value - known) >= leastChange(sensor)
      return moved ? [{ kind: 'observe', actor: person, sensor, value }] : []
    })
  }
}

/** Below this a change is tracking noise (1 cm, half a degree) and would only fill the log. */
const steps: Readonly<Record<SensorSpec['kind'], number>> = {
  distance: 10,
  aim: 10,
  sweep: 10,
  look: 5,
  between: 5,
  squeeze: 2,
  zone: 1,
}

function leastChange(sensorKey: string): number {
  return steps[sensorKey.split(':')[0] as SensorSpec['kind']]
}
