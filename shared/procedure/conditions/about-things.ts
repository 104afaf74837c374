import type { Test } from '../compiled.ts'
import type { Draft } from '../draft.ts'
import { instanceOf } from '../personal.ts'
import { ask, type Who } from '../who.ts'
import type { ConditionSite } from './define-condition.ts'

/** True when it fits the thing, or one of the group; a personal thing: somebody's own, or (each) that of each. */
export function aboutThings(
  site: ConditionSite,
  who: Who,
  name: string,
  fits: (draft: Draft, id: string) => boolean,
): Test {
  const ids = site.expand(name)
  const personal = ids.filter((id) => site.isPersonal(id))
  const shared = ids.filter((id) => !personal.includes(id))
  const sharedFits: Test = (draft) => shared.some((id) => fits(draft, id))
  if (personal.length === 0) return sharedFits
  const ownFits = ask(who, (draft, _actor, { number }) =>
    personal.some((id) => fits(draft, instanceOf(id, number))),
  )
  return (draft) => sharedFits(draft) || ownFits(draft)
}
