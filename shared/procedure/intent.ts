/** A discrete act by a person, as admitted by the authority. */
export interface Intent {
  /** Pseudonymous person id (UUID). */
  actor: string
  role: string
  /** What is done: an affordance's action ("grab", "press"…) or a session act ("pause", "hint", "acknowledge"…). */
  action: string
  target?: string
  params?: IntentParams
  /** Milliseconds on the client's own clock; recorded, never decided by. */
  clientTime: number
  /** Connection epoch given at join, and the count within it: together they make a resend harmless. */
  epoch: number
  seq: number
}

/** Flat and small; vectors are integer millimetres, angles tenths of a degree, added by the authority where they come from poses. */
export type IntentParams = Record<string, string | number | boolean | readonly number[]>

/** Closed list: every "no" a client can get for an intent. */
export const refusals = [
  'malformed',
  'unknown-action',
  'unknown-target',
  'not-possible', // the target has no such affordance, or not in its present state
  'too-far',
  'not-held',
  'hand-full',
  'held-by-other',
  'wrong-role',
  'taken-over', // somebody else acts for this person until the step ends
  'locked', // guided mode: no active step uses it
  'not-yours', // another person's own lock, tag …
  'locked-out', // a lock holds it, or its key is missing
  'not-now', // paused, not started or ended
  'no-pauses-left',
  'no-hint',
  'too-many', // rate limit
  'stale-epoch',
  'storage-unavailable',
] as const
export type Refusal = (typeof refusals)[number]
