import type { Log } from '#server/telemetry/log.ts'
import type { WelcomeMessage } from '#shared/protocol/messages.ts'
import type { Clock, Ticker } from './clock.ts'
import type { Journal } from './journal.ts'
import type { Rules } from './rules.ts'

/** What a session at the authority is given: its rules, its store, its time, and whom it tells. */
export type TrainingSessionOptions = {
  readonly id: string
  /** Who began it, and leads it where no instructor does. */
  readonly host: string
  readonly scenario: WelcomeMessage['scenario']
  readonly rules: Rules
  readonly journal: Pick<Journal, 'append'>
  readonly clock: Clock
  readonly ticker: Ticker
  readonly log: Log
  /** Statements were stored: time to deliver them. */
  onStatements(): void
  /** Over, or broken: nothing more comes from this object. */
  onClosed(): void
}
