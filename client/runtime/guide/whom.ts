import type { WatchingWay } from '#shared/live/acts.ts'
import type { LiveView } from '#shared/live/view.ts'

type Helping = Pick<LiveView, 'help' | 'takeOver'>

/** Whose look and hands show this person something now: those of who helps them, else of whom they watch, else of who leads. */
export function guideOf(
  live: Helping & Pick<LiveView, 'leader'>,
  me: string,
  way: WatchingWay,
  of: string | null,
): string | null {
  const guide = helperOf(live, me) ?? (way === 'free' ? null : of) ?? live.leader
  return guide === me ? null : guide
}

/** Whose hands are to be copied: those of who helps, else of whom one watches that way. */
export function ghostOf(live: Helping, me: string, way: WatchingWay, of: string | null): string | null {
  return helperOf(live, me) ?? (way === 'ghost' && of !== me ? of : null)
}

/** Beside whom one stands; null: nobody, or hands to be copied are shown already. */
export function besideOf(live: Helping, me: string, way: WatchingWay, of: string | null): string | null {
  return way === 'beside' && of !== me && helperOf(live, me) === null ? of : null
}

function helperOf({ help, takeOver }: Helping, me: string): string | null {
  if (takeOver?.person === me) return takeOver.helper
  return help.find(({ person }) => person === me)?.helper ?? null
}
