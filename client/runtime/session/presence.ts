import type { SessionLink } from '#client/net/session-link.ts'
import type { Body } from '../device/body.ts'
import { createPlayback } from '../motion/playback.ts'
import type { Playback } from '../motion/playback.ts'
import type { Things } from '../things/things.ts'
import { createPoseSender } from './pose-sender.ts'

/** How the others move, and how this person is told to them: both by the same session clock. */
export interface Presence {
  readonly others: Playback
  /** Once a frame, when the body is read and before others and what they hold are drawn. */
  update(nowMs: number, body: Body): void
  dispose(): void
}

export function createPresence(link: SessionLink, things: Pick<Things, 'inHand'>): Presence {
  const others = createPlayback({ link, nowMs: () => performance.now() })
  const holds = () => things.inHand('left') !== undefined || things.inHand('right') !== undefined
  const tell = createPoseSender({
    send: (bytes) => link.sendPose(bytes),
    sessionMs: (nowMs) => (others.clock.fixed ? others.clock.at(nowMs) : 0),
    isActing: () => holds() || link.me.kind === 'instructor',
  })
  return {
    others,
    update(nowMs, body) {
      others.step(nowMs)
      tell(nowMs, body)
    },
    dispose: others.dispose,
  }
}
