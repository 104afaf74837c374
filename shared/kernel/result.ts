/** An expected "no" is a value with a reason; only faults are thrown. */
export type Result<Value, Reason = string> = { ok: true; value: Value } | { ok: false; reason: Reason }

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function no<Reason>(reason: Reason): { ok: false; reason: Reason } {
  return { ok: false, reason }
}
