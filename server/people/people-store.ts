/** What a person may do beyond training: take exams, or lead others (which includes exams). */
export type Grant = {
  readonly kind: 'exam' | 'instructor'
  /** Absent: every scenario. */ readonly scenario?: string
}

export type Invite = {
  readonly tokenHash: string
  readonly grant: Grant
  readonly uses: number
  readonly expiresAtMs: number
}
export type Pairing = { readonly codeHash: string; readonly person: string; readonly expiresAtMs: number }

/** Persons are pseudonymous UUIDs; the name is a label in a table of its own. Every method throws `StorageError` when the medium fails. */
export interface PeopleStore {
  /** Known persons stay as they are. */
  addPerson(person: { id: string; nowMs: number }): Promise<void>
  setLabel(label: { person: string; text: string }): Promise<void>
  label(person: string): Promise<string | undefined>
  grants(person: string): Promise<Grant[]>
  /** Replaces the person's older code. */
  addPairing(pairing: Pairing): Promise<void>
  /** The person behind an unexpired, unused code; uses it up. */
  redeemPairing(redeemed: { codeHash: string; nowMs: number }): Promise<string | undefined>
  addInvite(invite: Invite): Promise<void>
  /** Gives the invite's grant to the person and takes one use; a person who has it already takes none. */
  redeemInvite(redeemed: { tokenHash: string; person: string; nowMs: number }): Promise<Grant | undefined>
  /** True the first time a ticket id is seen. */
  spendTicket(ticket: { id: string; expiresAtMs: number; nowMs: number }): Promise<boolean>
}
