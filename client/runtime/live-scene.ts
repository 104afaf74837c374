import { Group, MathUtils, Vector3 } from 'three'
import type { LeadingScene } from '#client/leading/leading-scene.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { RuntimeSettings } from './comfort.ts'
import type { Body, Hand } from './device/body.ts'
import { openDrawing } from './drawing/drawing.ts'
import { createEyes } from './eyes/eyes.ts'
import type { Eyes } from './eyes/eyes.ts'
import { createGuide } from './guide/guide.ts'
import { firstOf } from './interaction/first-of.ts'
import type { Surface } from './interaction/hand-loop.ts'
import { createPanelDoor } from './leading-panel/door.ts'
import { loadLiveWords } from './live-words.ts'
import type { Others, Sight } from './others.ts'
import { onlyOwnSight } from './own-sight.ts'
import type { Readable } from './readable.ts'
import type { Scenery } from './scenery.ts'
import { shareRest } from './share-rest.ts'
import type { Stage } from './stage.ts'
import type { Things } from './things/things.ts'
import type { VrPanels } from './vr-panels.ts'
import type { World } from './world/load-world.ts'
import type { OneShot } from './world/sound.ts'

/** What trainee and watcher lend to the parts of a live session. */
export interface LiveSceneOptions {
  stage: Stage
  link: SessionLink
  settings: Readable<RuntimeSettings>
  world: World
  things: Things
  scenery: Pick<Scenery, 'show'>
  others: Others
  /** The own one. Of who only watches there are a head and the ray of the right hand: the eye's. */
  body: Body
  /** The hand whose ray is the crosshair's, the cursor's or, in a headset, the main hand's. */
  pointer(): Hand
  /** In a headset. */
  panels(): VrPanels | undefined
  /** To a screen reader, and before the eyes in a headset. */
  announce(text: string, urgency: 'polite' | 'assertive'): void
  play(sound: OneShot, at?: Vector3): void
  /** By the person's own wish: walks on a flat screen, teleports in a headset. Metres, yaw in radians. */
  comeTo(name: string, x: number, z: number, yaw: number): void
  /** Looking, walking and acting rest while the flat screen's eye is somewhere else. */
  rest(on: boolean): void
  /** There is a body in the scene. */
  readonly embodied: boolean
}

/** Everything of a live session that is seen in the scene and done there. */
export interface LiveScene extends LeadingScene {
  readonly eyes: Eyes
  /** What hands can press. */
  readonly surface: Surface | undefined
  /** What hands draw on where they meet no panel. */
  readonly canvas: Surface
  /** Drawn for this person alone: to be hidden while the scene is drawn as another sees it. */
  readonly own: Group
  /** A key that means nothing else; true when it means something here. */
  key(code: string): boolean
  /** Once a frame, when everybody is where they are now: what is seen instead of one's own sight of now. */
  look(deltaS: number, nowMs: number): Sight | null
  /** Once a frame, when people and things are where they are drawn. */
  update(deltaS: number, nowMs: number): void
  report(): Record<string, unknown>
  dispose(): void
}

export async function openLiveScene(options: LiveSceneOptions): Promise<LiveScene> {
  const { stage, body, comeTo } = options
  const rest = shareRest(options.rest)
  const [words, drawing] = await Promise.all([
    loadLiveWords(options.settings),
    openDrawing({ ...options, rest: rest() }),
  ])
  const own = onlyOwnSight(new Group())
  stage.scene.add(own)
  const eyes = createEyes({
    ...options,
    rest: rest(),
    tellFar: (person) => options.announce(words.get().l('way.far', { name: guide.nameOf(person) }), 'polite'),
  })
  const guide = createGuide({ ...options, words, eyes })
  own.add(guide.root)
  const forward = new Vector3()
  let sight: Sight | null = null
  const panel = createPanelDoor({
    ...options,
    words,
    eyes,
    drawing: drawing.tools,
    guide,
    comeTo: (...where) => scene.comeTo(...where),
    here: () => scene.here(),
  })

  const scene: LiveScene = {
    eyes,
    thumbnails: eyes.thumbnails,
    drawing: drawing.tools,
    surface: firstOf(
      () => panel.surface,
      () => eyes.surface,
    ),
    canvas: drawing.surface,
    own,
    comeTo: ([x, , z], yaw) =>
      comeTo(words.get().g('come.place'), x / 1000, z / 1000, MathUtils.degToRad(yaw / 10)),
    here() {
      forward.set(0, 0, -1).applyQuaternion(body.headRotation)
      const yaw = MathUtils.radToDeg(Math.atan2(-forward.x, -forward.z))
      return {
        position: [Math.round(body.head.x * 1000), 0, Math.round(body.head.z * 1000)],
        yaw: Math.round(yaw * 10),
      }
    },
    mark: guide.mark,
    key: (code) => eyes.key(code) || guide.key(code),
    look: (deltaS, nowMs) => (sight = eyes.look(deltaS, nowMs)),
    update(deltaS, nowMs) {
      guide.update(deltaS, nowMs, sight)
      panel.update(nowMs)
      drawing.update(deltaS, nowMs)
      // Last: what is drawn by now is in the window.
      eyes.update(nowMs)
    },
    report: () => ({
      eyes: eyes.report(),
      guide: guide.report(),
      drawing: drawing.report(),
      panel: panel.report(),
    }),
    dispose() {
      panel.dispose()
      drawing.dispose()
      guide.dispose()
      words.dispose()
      eyes.dispose()
      own.removeFromParent()
    },
  }
  return scene
}
