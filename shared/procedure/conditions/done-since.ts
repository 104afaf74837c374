import type { Test } from '../compiled.ts'
import { nodeState, type Draft } from '../draft.ts'
import { ask, type Who } from '../who.ts'

/** Was an act (`<action> <target>`) accepted since then? Asked of all in a role it counts whoever has the role now. */
export type Done = (draft: Draft, act: string) => boolean

/** `step`: since it began; null: since the start. */
export function doneSince({ gate }: Who, step: string | null): Done {
  const byRoles = gate === null ? [''] : [...gate].map((role) => `${role}/`)
  // Remembered, because joining strings is most of what asking costs.
  const known = new Map<string, readonly string[]>()
  const keysOf = (act: string): readonly string[] => {
    const keys = known.get(act) ?? byRoles.map((role) => `${role}${act}`)
    known.set(act, keys)
    return keys
  }
  return (draft, act) => {
    const { acts } = draft.state
    const since = step === null ? 0 : nodeState(draft, step).startedEvent
    if (draft.only !== null) return (acts[`${draft.only}/${act}`] ?? -1) >= since
    for (const key of keysOf(act)) if ((acts[key] ?? -1) >= since) return true
    return false
  }
}

/** One of these acts was done: by somebody, or by each. */
export function anyDone(acts: readonly string[], who: Who, step: string | null): Test {
  const done = doneSince(who, step)
  const one: Test = (draft) => acts.some((act) => done(draft, act))
  if (!who.each) return one
  return ask(who, (draft, actor) => {
    const before = draft.only
    draft.only = actor
    const result = one(draft)
    draft.only = before
    return result
  })
}
