import type { SessionLink } from '#client/net/session-link.ts'
import type { Body } from '../device/body.ts'
import type { Others } from '../others.ts'
import type { Things } from '../things/things.ts'
import { createPoseSender } from './pose-sender.ts'

/** How this person is told to the others; returns the frame callback. */
export function createPresence(
  link: Pick<SessionLink, 'me' | 'sendPose'>,
  things: Pick<Things, 'inHand'>,
  others: Pick<Others, 'sessionMs'>,
): (nowMs: number, body: Body) => void {
  const holds = () => things.inHand('left') !== undefined || things.inHand('right') !== undefined
  return createPoseSender({
    send: (bytes) => link.sendPose(bytes),
    sessionMs: others.sessionMs,
    isActing: () => holds() || link.me.kind === 'instructor',
  })
}
