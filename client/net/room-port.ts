import type { IntentAnswer, IntentMessage, WelcomeMessage } from '#shared/protocol/messages.ts'
import type { Cue, PrivateView } from '#shared/protocol/views.ts'
import type { ApiResult } from '#client/problem.ts'
import type { PublicWorldClient } from './public-world.ts'

export interface RoomListener {
  welcome(message: WelcomeMessage): void
  view(view: PrivateView): void
  cues(cues: readonly Cue[]): void
  state(state: PublicWorldClient): void
  /** The connection is gone; nothing else comes after it. `elsewhere`: this person goes on in another window or device. */
  left(why: 'lost' | 'elsewhere' | 'done'): void
}

/** One connection to a session's room. */
export interface RoomPort {
  /** Once, in the same task in which the connection was made: messages may follow at once. */
  listen(listener: RoomListener): void
  /** `unanswered` after the waiting time on a live connection; rejects when the connection goes. */
  request(message: IntentMessage): Promise<IntentAnswer | 'unanswered'>
  sendPose(bytes: Uint8Array): void
  leave(): void
}

export type RoomConnector = (session: string, ticket: string) => Promise<ApiResult<RoomPort>>
