import { Group, type Scene, Vector3 } from 'three'
import { type Emitter, EMITTERS } from './emitter.ts'
import { createFire } from './fire.ts'
import type { World } from './load-world.ts'
import { createScorch, type ScorchPatch } from './scorch.ts'
import { createSmoke } from './smoke.ts'
import { createSmokeFog } from './smoke-fog.ts'

/** What the fire simulation publishes, each 0..1 (signal ÷ 1000). One object, owned and reused by the caller. */
export interface EffectsState {
  fire: number
  pinboard: number
  appliance: number
  smoke: number
  /** How well agent reaches the base now. */
  hit: number
}

export interface Effects {
  readonly root: Group
  /** Allocates nothing. Soot is remembered as the greatest fire so far; `reset` forgets it. */
  update(dtS: number, state: EffectsState): void
  reset(): void
  dispose(): void
}

const BIN: Emitter = { at: new Vector3(-1.65, 0.31, -2.06), radius: 0.18, height: 1.9 }
const PINBOARD: Emitter = { at: new Vector3(-1.65, 1.2, -2.4), radius: 0.34, height: 1.0 }
const APPLIANCE: Emitter = { at: new Vector3(-0.85, 1.06, -2.16), radius: 0.18, height: 0.85 }

const ROOM = { min: new Vector3(-2.98, 0, -2.49), max: new Vector3(2.98, 2.69, 2.48) }
const NORTH_WALL = new Vector3(0, 0, 1)
const FLOOR = new Vector3(0, 1, 0)

const PATCHES: ScorchPatch[] = [
  { at: new Vector3(-1.65, 1.52, -2.479), facing: NORTH_WALL, width: 0.9, height: 0.64, from: 0.3, to: 0.75 },
  { at: new Vector3(-1.65, 1.3, -2.5), facing: NORTH_WALL, width: 1.5, height: 2.5, from: 0.12, to: 0.8 },
  { at: new Vector3(-0.85, 1.75, -2.49), facing: NORTH_WALL, width: 1.1, height: 1.8, from: 0.6, to: 1 },
  { at: new Vector3(-1.65, 0, -2.05), facing: FLOOR, width: 0.95, height: 0.85, from: 0.08, to: 0.5 },
  {
    at: new Vector3(-1.65, 2.69, -2.0),
    facing: new Vector3(0, -1, 0),
    width: 2.4,
    height: 0.98,
    from: 0.5,
    to: 1,
  },
]

/** Everything that burns in the kitchen-office: flames, smoke, soot, and the daylight that smoke takes away. */
export function createEffects(world: World, scene: Scene): Effects {
  const emitters = [BIN, PINBOARD, APPLIANCE]
  const fog = createSmokeFog()
  scene.fog = fog
  const fire = createFire(emitters)
  const smoke = createSmoke(emitters, ROOM, fog)
  const scorch = createScorch(PATCHES)
  const root = new Group()
  root.name = 'effects'
  root.add(fire.root, smoke.root, scorch.root)
  scene.add(root)
  const intensities = new Float32Array(EMITTERS)
  let soot = 0
  return {
    root,
    update(dtS, state) {
      intensities[0] = state.fire
      intensities[1] = state.pinboard
      intensities[2] = state.appliance
      soot = Math.max(soot, state.fire * 0.55 + state.pinboard * 0.25 + state.appliance * 0.3)
      fire.update(dtS, intensities, state.hit)
      smoke.update(dtS, intensities, state.smoke, state.hit)
      scorch.update(Math.min(1, soot))
      world.setDaylight(1 - 0.5 * state.smoke)
    },
    reset() {
      soot = 0
    },
    dispose() {
      root.removeFromParent()
      scene.fog = null
      for (const part of [fire, smoke, scorch]) part.dispose()
    },
  }
}
