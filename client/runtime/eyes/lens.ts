import { Group } from 'three'
import type { Camera, WebGLRenderTarget } from 'three'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Avatars } from '../avatars/avatars.ts'
import type { Others, Sight } from '../others.ts'
import type { Scenery } from '../scenery.ts'
import type { Stage } from '../stage.ts'
import type { Things } from '../things/things.ts'
import { createPastThings } from './past-things.ts'
import { createPictures } from './picture.ts'

export interface LensOptions {
  stage: Pick<Stage, 'renderer' | 'scene'>
  link: Pick<SessionLink, 'members' | 'world'>
  others: Pick<Others, 'castInto'>
  things: Things
  scenery: Pick<Scenery, 'show'>
}

/** Takes pictures of the scene as somebody else sees it, now or a while ago, without the followers' own sight noticing. */
export interface Lens {
  /** @param camera stands at the sight's eye */
  take(camera: Camera, target: WebGLRenderTarget, sight: Sight, nowMs: number): void
  /** Of the last picture: draw calls, and things left out because they were too many. */
  readonly calls: number
  readonly leftOut: number
  /** In another language. */
  relabel(): void
  dispose(): void
}

export function createLens({ stage, link, others, things, scenery }: LensOptions): Lens {
  const pictures = createPictures(stage.renderer, stage.scene)
  const past = createPastThings(things, scenery, link.world.get)
  /** Plates turn to who looks, and near people are seen through: seen from elsewhere people are drawn anew. */
  const root = new Group()
  root.visible = false
  stage.scene.add(root)
  let world = link.world.get()
  let cast: Avatars | null = null
  let beforeMs = Number.NaN

  return {
    get calls() {
      return pictures.calls
    },
    get leftOut() {
      return pictures.leftOut
    },
    take(camera, target, sight, nowMs) {
      const deltaS = Math.min(0.1, (nowMs - beforeMs) / 1000) || 0
      beforeMs = nowMs
      world = sight.world
      cast ??= others.castInto(root, () => world)
      cast?.update(deltaS, sight.people, link.members.get(), sight.eye, sight.eyeRotation, sight.through)
      const isPast = world !== link.world.get()
      if (isPast) past.place(world, sight.people)
      root.visible = true
      try {
        pictures.draw(camera, target)
      } finally {
        root.visible = false
        if (isPast) past.restore()
      }
    },
    relabel: () => cast?.relabel(),
    dispose() {
      cast?.dispose()
      root.removeFromParent()
    },
  }
}
