import type { Anchor, PointMm } from './acts.ts'
import type { ActOf } from './at.ts'
import type { Doing } from './doing.ts'
import type { LiveState } from './state.ts'
import { endWatching } from './watching.ts'
import { without } from './without.ts'

/** To somebody, who shares their view from then on, or to nobody. A call to follow is the caller's own. */
export function giveAttention(
  live: LiveState,
  leader: string | null,
  passedBy: string | null,
  how: 'taken' | 'passed' | 'let-go' | 'gone',
  { tell }: Pick<Doing, 'tell'>,
): LiveState {
  const { leader: was, unshared } = live
  tell({ what: 'led', leader, was, how })
  if (leader !== null && unshared.includes(leader)) tell({ what: 'viewShared', on: true }, leader)
  if (live.followMe) tell({ what: 'followMe', on: false }, was ?? undefined)
  return {
    ...live,
    leader,
    passedBy,
    followMe: false,
    unshared: leader === null ? unshared : without(unshared, leader),
  }
}

export function followMe(live: LiveState, on: boolean, { tell }: Doing): LiveState {
  tell({ what: 'followMe', on })
  return { ...live, followMe: on }
}

export function summon(
  live: LiveState,
  { to, position, yaw }: ActOf<'summon'>,
  { by, tell }: Doing,
): LiveState {
  const summons = { n: (live.summons?.n ?? 0) + 1, by, to: to ?? null, position, yaw }
  tell({ what: 'summoned', n: summons.n, to: summons.to, position, yaw })
  return { ...live, summons }
}

export function spotlight(live: LiveState, person: string | null, { tell }: Pick<Doing, 'tell'>): LiveState {
  tell({ what: 'spotlit', person })
  return { ...live, spotlight: person }
}

/** Who does not share any more is not watched any more, nor in the spotlight. */
export function shareView(live: LiveState, on: boolean, doing: Doing): LiveState {
  const { by, tell } = doing
  tell({ what: 'viewShared', on })
  if (on) return { ...live, unshared: without(live.unshared, by) }
  const unwatched = endWatching(live, (_watcher, { of }) => of === by, doing)
  const shown = unwatched.spotlight === by ? spotlight(unwatched, null, doing) : unwatched
  return { ...shown, unshared: [...shown.unshared, by] }
}

export function lookHere(
  live: LiveState,
  anchor: Anchor,
  at: PointMm | null,
  { by, tell }: Doing,
): LiveState {
  tell({ what: 'lookHere', anchor, at })
  return { ...live, lookHere: at === null ? null : { by, anchor, at } }
}
