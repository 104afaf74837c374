import { MathUtils, Vector3 } from 'three'
import type { Euler, Object3D } from 'three'
import type { PublicEntity } from '#client/net/public-world.ts'
import type { Things } from '../things/things.ts'

/** How a part is turned (radians) and moved (metres) from where the model has it. */
interface Pose {
  readonly turn?: readonly [number, number, number]
  readonly move?: readonly [number, number, number]
  readonly visible?: boolean
}

/**
 * What a model says of a moving part, in the `extras` of its node. Keys of `poses` and `spins` are states of the entity, kinds of
 * its place (held, socket …), or `initial` and `changed`; the first of these that is named counts.
 */
interface PartExtras {
  /** Entity whose state it shows; absent: the one it belongs to. */
  readonly of?: string
  readonly poses?: Readonly<Record<string, Pose>>
  /** Radians a second about x y z. */
  readonly spins?: Readonly<Record<string, readonly [number, number, number]>>
  /** How long it takes to get there; absent: no time. */
  readonly glideS?: number
}

export interface Fittings {
  /** At once as they stand in these states, for the moment; `update` with no time gone puts them back. */
  show(entities: Readonly<Record<string, PublicEntity>>): void
  update(deltaS: number, entities: Readonly<Record<string, PublicEntity>>): void
}

interface Part extends PartExtras {
  readonly object: Object3D
  readonly entity: string
  readonly initial: string | undefined
  readonly rest: { readonly position: Vector3; readonly rotation: Euler }
  readonly turn: Vector3
  readonly move: Vector3
  readonly speed: Vector3
  readonly spun: Vector3
  settled: boolean
}

/** Models that say nothing themselves are read by the names of their parts. */
const byName: readonly (readonly [suffix: string, poses: PartExtras['poses']])[] = [
  ['-element', { changed: { move: [0, 0, 0.003] } }],
  ['-rocker', { initial: { turn: [0.12, 0, 0] }, changed: { turn: [-0.12, 0, 0] } }],
  ['-led', { changed: { visible: false } }],
]
const still: Pose = {}
const noSpin = [0, 0, 0] as const
/** A motor needs about a second to run up and three to run down. */
const RUN_UP_PER_S = 3
const RUN_DOWN_PER_S = 0.9

/** Handles, lids, buttons, needles and shafts of all models, as their entities stand. Allocates nothing per frame. */
export function createFittings(root: Object3D, things: Things): Fittings {
  const parts: Part[] = []
  const owners = new Map<Object3D, string>()
  let known = 0

  function addNewThings() {
    for (const { id, object } of things.solids.slice(known)) owners.set(object, id)
    const added = new Set(things.solids.slice(known).map(({ id }) => id))
    known = things.solids.length
    root.traverse((object) => {
      const extras = extrasOf(object)
      const entity = extras && (extras.of ?? ownerOf(object))
      if (extras && entity !== undefined && added.has(entity)) parts.push(part(object, extras, entity))
    })
  }
  function ownerOf(object: Object3D | null): string | undefined {
    return object === null ? undefined : (owners.get(object) ?? ownerOf(object.parent))
  }
  function part(object: Object3D, extras: PartExtras, entity: string): Part {
    return {
      ...extras,
      object,
      entity,
      initial: things.document(entity)?.states?.initial,
      rest: { position: object.position.clone(), rotation: object.rotation.clone() },
      turn: new Vector3(),
      move: new Vector3(),
      speed: new Vector3(),
      spun: new Vector3(),
      settled: false,
    }
  }

  return {
    show(entities) {
      for (const each of parts) lay(each, of(each.poses, each, entities[each.entity]) ?? still, null)
    },
    update(deltaS, entities) {
      if (things.solids.length !== known) addNewThings()
      for (const each of parts) pose(each, entities[each.entity], deltaS)
    },
  }
}

function extrasOf({ name, userData }: Object3D): PartExtras | undefined {
  if ('poses' in userData || 'spins' in userData) return userData as PartExtras
  const poses = byName.find(([suffix]) => name.endsWith(suffix))?.[1]
  return poses && { poses }
}

function pose(part: Part, entity: PublicEntity | undefined, deltaS: number): void {
  const { turn, move, spun, speed, glideS = 0 } = part
  const goal = of(part.poses, part, entity) ?? still
  const share = part.settled && glideS > 0 ? 1 - Math.exp((-3 * deltaS) / glideS) : 1
  const spin = of(part.spins, part, entity) ?? noSpin
  approach(turn, goal.turn, share)
  approach(move, goal.move, share)
  for (const [i, axis] of AXES) {
    const wanted = spin[i] ?? 0
    speed[axis] = MathUtils.damp(speed[axis], wanted, wanted === 0 ? RUN_DOWN_PER_S : RUN_UP_PER_S, deltaS)
    spun[axis] = (spun[axis] + speed[axis] * deltaS) % (2 * Math.PI)
  }
  lay(part, goal, part)
  part.settled = true
}

/** @param on how far it is on its way; null: there */
function lay({ object, rest, spun }: Part, goal: Pose, on: Pick<Part, 'turn' | 'move'> | null): void {
  for (const [i, axis] of AXES) {
    object.position[axis] = rest.position[axis] + (on ? on.move[axis] : (goal.move?.[i] ?? 0))
    object.rotation[axis] = rest.rotation[axis] + (on ? on.turn[axis] : (goal.turn?.[i] ?? 0)) + spun[axis]
  }
  object.visible = goal.visible ?? true
}

const AXES = [
  [0, 'x'],
  [1, 'y'],
  [2, 'z'],
] as const

function of<Value>(
  values: Readonly<Record<string, Value>> | undefined,
  { initial }: Part,
  entity: PublicEntity | undefined,
): Value | undefined {
  if (!values) return undefined
  const state = entity?.state ?? initial
  const place = entity?.place.kind ?? 'home'
  return values[state ?? ''] ?? values[place] ?? values[state === initial ? 'initial' : 'changed']
}

function approach(now: Vector3, goal: Pose['turn'], share: number): void {
  for (const [i, axis] of AXES) now[axis] += ((goal?.[i] ?? 0) - now[axis]) * share
}
