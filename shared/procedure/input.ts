import type { LiveAct } from '#shared/live/acts.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import type { Intent } from './intent.ts'
import type { Place } from './state.ts'

/** What may enter the engine. Everything else in the world reaches it as one of these. */
export type Input =
  /** `role` '' comes in without one. A bot is nobody's: the authority makes its id and plays its part (session/bot.ts). */
  | { kind: 'join'; actor: string; role: string; bot?: true }
  | { kind: 'leave'; actor: string }
  | { kind: 'intent'; intent: Intent }
  /** One integer reading of a sensor, held until the next one (see sensor.ts for units). */
  | { kind: 'observe'; actor: string; sensor: string; value: number }
  /** By the authority: a lost connection pauses a lone trainee; `abandon` ends a run left alone. */
  | { kind: 'pause'; actor: string; reason: PauseReason }
  | { kind: 'resume'; actor: string }
  | { kind: 'abandon' }
  /** By who leads (`by`, who need not take part): a role is given to a person known or still to come; '' takes it away. */
  | { kind: 'assign'; actor: string; role: string; by: string }
  /** For good. */
  | { kind: 'remove'; actor: string; by: string }
  | { kind: 'mute'; actor: string; on: boolean; by: string }
  /** Nobody new comes in. */
  | { kind: 'lock'; on: boolean; by: string }
  /** Starts a waiting session, whoever is missing. */
  | { kind: 'begin'; by: string }
  /** By the authority, for somebody who has been away too long. */
  | { kind: 'layDown'; actor: string; entity: string; place: Place }
  /** An act of the live session that the authority lets pass. `by` may be a spectator, who is no participant. */
  | { kind: 'live'; by: string; as: MemberKind; moderates?: true; act: LiveAct }
  /** By the authority: somebody who is no participant, but may have a part in the live session, is gone. */
  | { kind: 'gone'; person: string }

export type PauseReason = 'asked' | 'headset-off' | 'hidden' | 'disconnected' | 'safe-place' | 'storage'
