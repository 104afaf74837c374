/** Who may come into a run of somebody else, and the codes that let them. Every method throws `StorageError` when the medium fails. */
export interface Guests {
  /** The code opens the run until then; shared again, its end moves. */
  share(shared: SharedRun & { nowMs: number }): Promise<void>
  /** The run behind an unexpired code, however often it was used. */
  sharedRun(asked: { codeHash: string; nowMs: number }): Promise<string | undefined>
  /** Known guests stay as they are. */
  invite(guest: { session: string; person: string; nowMs: number }): Promise<void>
  isInvited(guest: { session: string; person: string }): Promise<boolean>
}

export type SharedRun = { readonly codeHash: string; readonly session: string; readonly expiresAtMs: number }
