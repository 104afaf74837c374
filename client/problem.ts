/** A "no" of the server, or of the network (`offline`, `unreadable`). `transient`: trying again can help. */
export interface Problem {
  status: number
  code: string
  message: string
  hint: string
  transient: boolean
}
export type ApiResult<T> = { ok: true; value: T } | { ok: false; problem: Problem }
