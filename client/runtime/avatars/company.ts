import { createPlayback } from '../motion/playback.ts'
import type { Playback, PlaybackOptions } from '../motion/playback.ts'
import type { PlayedPose } from '../motion/played-pose.ts'
import { createAvatars } from './avatars.ts'
import type { Avatars, AvatarsOptions } from './avatars.ts'

/** Others as they are played and drawn; a chunk of its own, loaded when there are others. */
export interface Company {
  readonly playback: Playback
  readonly avatars: Avatars
  pose(person: string): PlayedPose | null
  dispose(): void
}

export function openCompany(options: AvatarsOptions & { link: PlaybackOptions['link'] }): Company {
  const playback = createPlayback({ link: options.link, nowMs: () => performance.now() })
  const avatars = createAvatars(options)
  return {
    playback,
    avatars,
    pose(person) {
      for (const each of playback.people) if (each.person === person) return each.pose
      return null
    },
    dispose() {
      playback.dispose()
      avatars.dispose()
    },
  }
}
