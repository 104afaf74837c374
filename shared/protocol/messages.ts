import type { IntentParams, Refusal } from '#shared/procedure/intent.ts'
import type { DrawingChange, LeadView, LiveView } from '#shared/live/view.ts'
import type { MemberKind, Roster } from './members.ts'
import type { Cue, PrivateView } from './views.ts'

export const PROTOCOL_VERSION = 1
export const ROOM_NAME = 'training'

/** `room.request('intent', …)`; answered with an IntentAnswer after the tick that took it is durable. */
export interface IntentMessage {
  epoch: number
  seq: number
  action: string
  target?: string
  params?: IntentParams
  clientTime: number
}
export type IntentAnswer = { ok: true; tick: number } | { ok: false; reason: Refusal; detail?: string }

/** First message to who joined: who am I here, and the connection epoch for my intents. */
export interface WelcomeMessage {
  protocol: number
  session: string
  person: string
  kind: MemberKind
  /** '' for none. */
  role: string
  /** May send `moderate`, and gets `roster` and `lead`. */
  moderates: boolean
  epoch: number
  spawn: string
  scenario: { id: string; version: string; contentHash: string }
}

/** Room → one client, by message name. */
export interface RoomMessages {
  welcome: WelcomeMessage
  view: PrivateView
  cues: { tick: number; cues: Cue[] }
  roster: Roster
  /** Of the live session, once there is one: to everybody the same, to who leads or may moderate more, and what is drawn. */
  live: LiveView
  lead: LeadView
  drawings: readonly DrawingChange[]
  /** A refusal that answers no request (garbage frame, too many messages). */
  refused: { reason: Refusal; detail: string }
}

/** Why the room closed a connection, where a client must know: after replaced, left and removed it does not come back by itself. */
export const CLOSE_REPLACED = 4003
export const CLOSE_BROKEN = 4004
export const CLOSE_LEFT = 4005
export const CLOSE_REMOVED = 4006
/** Come back with a fresh ticket: what kind of member this person is has changed. */
export const CLOSE_COME_BACK = 4007

/** Client → room byte message types (Colyseus `sendBytes`). */
export const POSE_BYTES = 1
/** Room → client byte message type: a shared pose frame. */
export const POSE_FRAMES_OUT = 2
