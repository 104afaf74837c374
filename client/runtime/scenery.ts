import { MathUtils, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { MembersClient } from '#client/net/members.ts'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { ClientEdition } from '#shared/protocol/views.ts'
import type { Body } from './device/body.ts'
import { createHit, pickRay } from './interaction/pick.ts'
import type { Readable } from './readable.ts'
import type { Stage } from './stage.ts'
import { can } from './things/can.ts'
import type { PersonalMarks } from './things/personal-marks.ts'
import type { Things } from './things/things.ts'
import { createWayOut } from './things/way-out.ts'
import type { AgentKind } from './world/agents.ts'
import { createContactShadows } from './world/contact-shadows.ts'
import { createEffects } from './world/effects.ts'
import type { EffectsState } from './world/effects.ts'
import { createFittings } from './world/fittings.ts'
import { loadWorld, prepareRenderer } from './world/load-world.ts'
import type { World } from './world/load-world.ts'
import { poseExtinguisher } from './world/pose-extinguisher.ts'
import { createSpray } from './world/spray.ts'

/** All that is seen of the workplace and changes with its state: models, fire, smoke, sprays, pins, switches, people. */
export interface Scenery {
  readonly world: World
  update(deltaS: number, state: PublicWorldClient, body: Body): void
  /** Handles, lids and switches at once as in these states, for the moment; `back`: as they were drawn last. */
  show(entities: PublicWorldClient['entities'], back?: boolean): void
  /** Forgets soot and powder, after a checkpoint was restored. */
  reset(): void
  setVisible(visible: boolean): void
  dispose(): void
}

export async function openWorld(
  stage: Stage,
  edition: ClientEdition,
  onProgress: (fraction: number) => void,
): Promise<World> {
  prepareRenderer(stage.renderer)
  const asset = edition.workplace.assets.find(({ url }) => /\.glb(\?|$)/.test(url))
  if (!asset) throw new Error(`workplace ${edition.workplace.id} names no model`)
  const world = await loadWorld(stage.renderer, asset.url, onProgress)
  stage.scene.add(world.root)
  return world
}

export function createScenery(
  stage: Stage,
  edition: ClientEdition,
  world: World,
  things: Things,
  members: Readable<MembersClient>,
): Scenery {
  const { scene } = stage
  const burns = edition.workplace.entities.some(({ hazards }) => hazards.includes('fire'))
  const effects = burns ? createEffects(world, scene) : null
  const effectsState: EffectsState = { fire: 0, pinboard: 0, appliance: 0, smoke: 0, hit: 0 }
  const tools = edition.workplace.entities
    .filter((entity) => can(entity, 'spray'))
    .map((entity) => createTool(entity.id, things, world, scene, entity.affordances))
  const people = edition.workplace.entities
    .filter((entity) => can(entity, 'speakTo'))
    .map((entity) => createWayOut(entity, things, edition.workplace))
  const fittings = createFittings(world.root, things)
  let marks: PersonalMarks | null = null
  if (edition.workplace.entities.some(({ personal }) => personal))
    void import('./things/personal-marks.ts').then(({ createPersonalMarks }) => {
      marks = createPersonalMarks(things, members)
    })
  const shadows = createContactShadows([
    ...edition.workplace.entities
      .filter((entity) => can(entity, 'spray'))
      .flatMap(({ id }) => caster(things.object(id), 0.42, 0.14)),
    ...edition.workplace.entities
      .filter((entity) => can(entity, 'speakTo'))
      .flatMap(({ id }) => caster(things.object(id), 0, 0.36)),
  ])
  scene.add(shadows.root)
  const ease = (now: number, goal: number, deltaS: number) => MathUtils.damp(now, goal, 6, deltaS)

  return {
    world,
    update(deltaS, state, body) {
      const share = (signal: string) => (state.signals[signal] ?? 0) / 1000
      effectsState.fire = ease(effectsState.fire, share('fire.intensity'), deltaS)
      effectsState.pinboard = ease(effectsState.pinboard, share('fire.pinboard'), deltaS)
      effectsState.appliance = ease(effectsState.appliance, share('fire.appliance'), deltaS)
      effectsState.smoke = ease(effectsState.smoke, share('fire.smoke'), deltaS)
      effectsState.hit = ease(effectsState.hit, share('fire.hit'), deltaS)
      for (const tool of tools) tool(deltaS, state, body)
      for (const person of people) person(deltaS, state.entities[person.id]?.state)
      fittings.update(deltaS, state.entities)
      marks?.update()
      effects?.update(deltaS, effectsState)
      shadows.update()
    },
    show: (entities, back = false) => (back ? fittings.update(0, entities) : fittings.show(entities)),
    reset: () => effects?.reset(),
    setVisible(visible) {
      world.root.visible = visible
      if (effects) effects.root.visible = visible
    },
    dispose() {
      effects?.dispose()
      world.dispose()
    },
  }
}

function caster(object: Object3D | undefined, originAbove: number, radius: number) {
  return object ? [{ object, originAbove, radius, strength: 0.5 }] : []
}

const hit = createHit()
const from = new Vector3()
const along = new Vector3()

/** Pin, lever, hose and spray of one extinguisher; the own hand's squeeze shows before the authority's. */
function createTool(
  id: string,
  things: Things,
  world: World,
  scene: Object3D,
  affordances: readonly { type: string; [key: string]: unknown }[],
) {
  const kind = affordances.find(({ type }) => type === 'spray')?.['agent'] as AgentKind
  const spray = createSpray(kind)
  scene.add(spray.root)
  const object = things.object(id)
  const muzzle = world.muzzle(id)
  const pinId = things.childrenOf(id).find((child) => can(child, 'pull'))?.id ?? ''
  const pose = { ready: false, squeeze: 0, pin: 0 }
  const isSolid = (target: { id: string }) => target.id !== id && things.sideOf(target.id) === undefined

  return (deltaS: number, state: PublicWorldClient, body: Body) => {
    if (!object || !muzzle) return
    const side = things.sideOf(id)
    const pin = state.entities[pinId]
    const pulled = pin?.state !== undefined && pin.state !== things.document(pinId)?.states?.initial
    const spraying = (state.signals[`${id}.spraying`] ?? 0) > 0
    const squeeze = side === undefined ? Number(spraying) : body[side].trigger
    pose.ready = side !== undefined || state.entities[id]?.place.kind === 'held'
    pose.squeeze = squeeze
    pose.pin = MathUtils.clamp(pose.pin + (pulled ? deltaS : -deltaS) / 0.35, 0, 1)
    poseExtinguisher(object, pose)
    object.updateMatrixWorld()
    const flow =
      spraying || (side !== undefined && pulled && squeeze > 0.1 && (state.signals[`${id}.agent`] ?? 1) > 0)
        ? Math.max(0.3, squeeze)
        : 0
    if (flow > 0) {
      from.setFromMatrixPosition(muzzle.matrixWorld)
      along.set(0, 0, -1).transformDirection(muzzle.matrixWorld)
      pickRay(things.solids, isSolid, from, along, 0, hit)
    }
    const toFloor = along.y < -0.01 ? -from.y / along.y : Infinity
    spray.update(deltaS, flow, muzzle, Math.min(hit.distance, toFloor, 6), toFloor < hit.distance ? 1 : 0)
  }
}
