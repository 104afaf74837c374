import { Vector3 } from 'three'
import { publishWatching } from '#client/debug/report-watching.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { comfort } from './comfort.ts'
import type { RuntimeSettings } from './comfort.ts'
import { createCueStage } from './cue-stage.ts'
import { createBody } from './device/body.ts'
import { createFreeCamera } from './device/free-camera.ts'
import { createLiveParts } from './live-parts.ts'
import type { LiveParts } from './live-parts.ts'
import { createOthers } from './others.ts'
import { writable } from './readable.ts'
import type { Readable } from './readable.ts'
import { createScenery, openWorld } from './scenery.ts'
import type { Stage } from './stage.ts'
import { createThings } from './things/things.ts'
import { overlook } from './overlook.ts'
import { english } from './words.ts'
import type { Words } from './words.ts'

export interface WatcherOptions {
  stage: Stage
  link: SessionLink
  settings: Readable<RuntimeSettings>
  /** Into the page's live region. */
  announce?(text: string, urgency: 'polite' | 'assertive'): void
  onProgress?: (fraction: number) => void
  words?: Words
}

/** An eye in a running session: it sees and hears all that happens there and touches nothing. */
export interface Watcher {
  /** The person's fingers are on the screen: show a stick. */
  readonly byTouch: Readable<boolean>
  /** −1..1 each: sideways, ahead, up. */
  move(x: number, y: number, up: number): void
  /** To over that person's shoulder; false when they are not to be seen. */
  goTo(person: string): boolean
  readonly live: LiveParts
  unlockSound(): void
  dispose(): void
}

/**
 * @throws when the workplace's model cannot be loaded
 */
export async function createWatcher({
  stage,
  link,
  settings,
  announce = () => {},
  onProgress = () => {},
  words = english,
}: WatcherOptions): Promise<Watcher> {
  const { workplace } = link.edition
  const world = await openWorld(stage, link.edition, onProgress)
  const things = createThings(workplace, world)
  const scenery = createScenery(stage, link.edition, world, things, link.members)
  const others = createOthers({
    link,
    environment: world.environment,
    settings,
    words,
    thing: things.object,
  })
  stage.scene.add(others.root)
  // Ears without hands.
  const body = createBody()
  const cues = createCueStage({
    link,
    things,
    scenery,
    overlays: { show() {} },
    settings,
    pulse() {},
  })
  const byTouch = writable(false)
  const { min, max, eye, lookAt } = overlook(workplace)
  const camera = createFreeCamera({
    canvas: stage.canvas,
    camera: stage.camera,
    min,
    max,
    onTouch: () => byTouch.set(true),
    onKey: (code) => live.get()?.key(code) ?? false,
  })
  camera.place(eye, lookAt)
  const live = createLiveParts({
    stage,
    link,
    settings,
    world,
    things,
    scenery,
    others,
    body,
    pointer: () => body.right,
    panels: () => undefined,
    announce,
    play: cues.play,
    comeTo: (_name, x, z, yaw) =>
      camera.place(
        shoulder.set(x, comfort.eyeHeightM, z),
        new Vector3(x - Math.sin(yaw), comfort.eyeHeightM, z - Math.cos(yaw)),
      ),
    rest: camera.rest,
    embodied: false,
  })
  const shoulder = new Vector3()
  const ahead = new Vector3()
  let frames = 0

  const stopFrames = stage.onFrame((deltaS, nowMs) => {
    frames += 1
    camera.update(deltaS)
    others.play(nowMs)
    const sight = live.get()?.look(deltaS, nowMs) ?? null
    body.head.copy(stage.camera.position)
    body.headRotation.copy(stage.camera.quaternion)
    body.right.rayOrigin.copy(body.head)
    body.right.rayDirection.set(0, 0, -1).applyQuaternion(body.headRotation)
    others.draw(deltaS, body.head, body.headRotation, sight)
    const state = sight?.world ?? link.world.get()
    things.update(deltaS, state, link.me.person, body, others.hand)
    scenery.update(deltaS, state, body)
    live.get()?.update(deltaS, nowMs)
    cues.update(deltaS, body, sight)
  })
  const unpublish = publishWatching({ link, others, things, eye: stage.camera, live, frames: () => frames })
  stage.renderer.compile(stage.scene, stage.camera)

  return {
    byTouch,
    move: camera.move,
    live,
    goTo(person) {
      const head = others.head(person)
      if (!head) return false
      live.get()?.eyes?.choose('free')
      ahead.set(0, 0, -1).applyQuaternion(stage.camera.quaternion.clone().fromArray(head.rotation))
      shoulder.fromArray(head.position)
      camera.place(
        shoulder
          .clone()
          .addScaledVector(ahead.clone().setY(0).normalize(), -1.5)
          .setY(shoulder.y + 0.45),
        shoulder.addScaledVector(ahead, 1.5),
      )
      return true
    },
    unlockSound: cues.unlockSound,
    dispose() {
      stopFrames()
      unpublish()
      live.dispose()
      camera.dispose()
      cues.dispose()
      others.dispose()
      things.dispose()
      scenery.dispose()
    },
  }
}
