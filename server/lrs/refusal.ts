/** An expected "no": becomes a response with that status and a sentence that says what to mend. */
export type Refusal = { readonly ok: false; readonly status: number; readonly message: string }
export type Checked<T> = { readonly ok: true; readonly value: T } | Refusal

export function refuse(status: number, message: string): Refusal {
  return { ok: false, status, message }
}

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}
