import type { LiveAct, LiveAnswer } from '#shared/live/acts.ts'
import type { DrawingChange, LeadView, LiveView } from '#shared/live/view.ts'
import type { IntentAnswer, IntentMessage, WelcomeMessage } from '#shared/protocol/messages.ts'
import type { ClockAnswer, MemberAnswer, Moderation, Roster } from '#shared/protocol/members.ts'
import type { Cue, PrivateView } from '#shared/protocol/views.ts'
import type { ApiResult } from '#client/problem.ts'
import type { MembersClient } from './members.ts'
import type { PublicWorldClient } from './public-world.ts'

export interface RoomListener {
  welcome(message: WelcomeMessage): void
  view(view: PrivateView): void
  cues(cues: readonly Cue[]): void
  state(state: PublicWorldClient, members: MembersClient): void
  roster(roster: Roster): void
  live(live: LiveView): void
  lead(lead: LeadView): void
  drawings(changes: readonly DrawingChange[]): void
  /** A shared pose frame; the bytes are the listener's to keep. */
  poses(bytes: Uint8Array): void
  /** The connection is gone; nothing else comes after it. */
  left(why: LeftWhy): void
}

/** `elsewhere`: this person goes on in another window or device. `come-back`: at once, as another kind of member. */
export type LeftWhy = 'lost' | 'elsewhere' | 'done' | 'removed' | 'come-back'

/** Requests other than acts: answered once or not at all, never resent. */
export interface RoomRequests {
  moderate: { message: Moderation; answer: MemberAnswer }
  live: { message: LiveAct; answer: LiveAnswer }
  clock: { message: { t0: number }; answer: ClockAnswer }
}

/** One connection to a session's room. */
export interface RoomPort {
  /** Once, in the same task in which the connection was made: messages may follow at once. */
  listen(listener: RoomListener): void
  /** `unanswered` after the waiting time on a live connection; rejects when the connection goes. */
  request(message: IntentMessage): Promise<IntentAnswer | 'unanswered'>
  /** Null when no answer came. */
  ask<Name extends keyof RoomRequests>(
    name: Name,
    message: RoomRequests[Name]['message'],
  ): Promise<RoomRequests[Name]['answer'] | null>
  /** False: dropped, because the connection is closed or behind. */
  sendPose(bytes: Uint8Array): boolean
  leave(): void
}

export type RoomConnector = (session: string, ticket: string) => Promise<ApiResult<RoomPort>>
