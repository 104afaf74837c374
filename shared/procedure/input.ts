import type { Intent } from './intent.ts'

/** What may enter the engine. Everything else in the world reaches it as one of these. */
export type Input =
  | { kind: 'join'; actor: string; role: string }
  | { kind: 'leave'; actor: string }
  | { kind: 'intent'; intent: Intent }
  /** One integer reading of a sensor, held until the next one (see sensor.ts for units). */
  | { kind: 'observe'; actor: string; sensor: string; value: number }
  /** By the authority: a lost connection pauses a lone trainee; `abandon` ends a run left alone. */
  | { kind: 'pause'; actor: string; reason: PauseReason }
  | { kind: 'resume'; actor: string }
  | { kind: 'abandon' }

export type PauseReason = 'asked' | 'headset-off' | 'hidden' | 'disconnected' | 'safe-place' | 'storage'
