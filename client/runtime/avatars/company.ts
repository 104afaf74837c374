import type { Object3D } from 'three'
import { createPlayback } from '../motion/playback.ts'
import type { Playback, PlaybackOptions } from '../motion/playback.ts'
import { createAvatars } from './avatars.ts'
import type { Avatars, AvatarsOptions } from './avatars.ts'

/** Others as they are played and drawn; a chunk of its own, loaded when there are others. */
export interface Company {
  readonly playback: Playback
  readonly avatars: Avatars
  /** The same people once more, drawn somewhere else. */
  castInto(scene: Object3D, held: AvatarsOptions['held']): Avatars
  dispose(): void
}

export function openCompany(options: AvatarsOptions & { link: PlaybackOptions['link'] }): Company {
  const playback = createPlayback({ link: options.link, nowMs: () => performance.now() })
  const avatars = createAvatars(options)
  return {
    playback,
    avatars,
    castInto: (scene, held) => createAvatars({ ...options, scene, held }),
    dispose() {
      playback.dispose()
      avatars.dispose()
    },
  }
}
