import type { Refusal } from '#shared/procedure/intent.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'

/** `participant`: in the engine. `instructor`: leads and may moderate. `spectator`: neither avatar nor poses. */
export type MemberKind = 'participant' | 'instructor' | 'spectator'

/** Message `roster`, to those who may moderate: at most twice a second, and only when something changed. */
export interface Roster {
  people: RosterPerson[]
  spectators: number
  locked: boolean
}
export interface RosterPerson {
  person: string
  name: string
  kind: MemberKind
  /** A scenario role, '' for none. */
  role: string
  /** Title of the step this person is at. */
  step: LanguageMap | null
  connected: boolean
  away: boolean
  /** Null while nothing was measured. */
  rttMs: number | null
  lossy: boolean
  muted: boolean
}

/** `room.request('moderate', …)`, for instructors of the session and its host; others get `wrong-role`. */
export type Moderation =
  /** Stays removed. */
  | { act: 'remove'; person: string }
  | { act: 'mute'; person: string; on: boolean }
  | { act: 'assign'; person: string; role: string }
  /** A spectator becomes a participant. */
  | { act: 'promote'; person: string; role: string }
  | { act: 'lock'; on: boolean }
  /** By a bot. */
  | { act: 'fill'; role: string }
  | { act: 'begin' }

/** Closed list: every "no" to `moderate`. */
export type MemberRefusal =
  | Refusal
  | 'unknown-person'
  | 'unknown-role'
  | 'role-full'
  /** Not every step of the role says what a bot does. */
  | 'no-bot'
/** Answer to `moderate`; a yes comes after the tick that took it is durable. */
export type MemberAnswer = { ok: true } | { ok: false; reason: MemberRefusal; detail?: string }

/** `room.request('clock', { t0 })`: `t0` comes back as it was sent, `session` is the session time in ms. */
export interface ClockAnswer {
  t0: number
  session: number
}
