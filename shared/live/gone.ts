import { giveAttention, spotlight } from './attention.ts'
import type { Doing } from './doing.ts'
import { finish } from './drawing.ts'
import { dropHelp, giveHelp } from './help.ts'
import { lowerHand } from './people.ts'
import type { LiveState } from './state.ts'
import { endWatching } from './watching.ts'
import { without } from './without.ts'

/** Does the live session know of that person? Of who is not mentioned nobody has to say that they are gone. */
export function isMentioned(live: LiveState | undefined, person: string): boolean {
  if (live === undefined) return false
  const { leader, passedBy, spotlight: shown, haltedBy, summons, lookHere, takeOver } = live
  const alone = [
    leader,
    passedBy,
    shown,
    haltedBy,
    summons?.by,
    lookHere?.by,
    takeOver?.helper,
    takeOver?.person,
  ]
  return (
    alone.includes(person) ||
    [live.hands, live.mayDraw.people, live.maySpeak.people].some((list) => list.includes(person)) ||
    live.help.some((asked) => asked.person === person || asked.helper === person) ||
    isWatching(live, person) ||
    Object.values(live.annotations).some(({ by, done }) => by === person && !done)
  )
}

/**
 * Somebody is gone: nobody follows, waits for or is helped by them. What they drew and answered stays, and for when they
 * come back that they do not share, and what they may not. A take-over they had a part in is over before (`procedure/stand-in.ts`).
 */
export function forgetPerson(live: LiveState, person: string, doing: Doing): LiveState {
  let after = endWatching(live, (watcher, { of }) => watcher === person || of === person, doing)
  if (after.leader === person) after = giveAttention(after, null, null, 'gone', doing)
  if (after.spotlight === person) after = spotlight(after, null, doing)
  if (after.hands.includes(person)) after = lowerHand(after, person, doing)
  after = dropHelp(after, (asked) => asked.person === person, doing)
  for (const asked of after.help)
    if (asked.helper === person) after = giveHelp(after, asked.person, null, doing)
  if (after.haltedBy === person) {
    doing.tell({ what: 'halted', on: false })
    after = { ...after, haltedBy: null }
  }
  if (after.lookHere?.by === person) {
    doing.tell({ what: 'lookHere', anchor: after.lookHere.anchor, at: null })
    after = { ...after, lookHere: null }
  }
  return {
    ...finish(after, person, doing),
    passedBy: after.passedBy === person ? null : after.passedBy,
    summons: after.summons?.by === person ? null : after.summons,
    mayDraw: { ...after.mayDraw, people: without(after.mayDraw.people, person) },
    maySpeak: { ...after.maySpeak, people: without(after.maySpeak.people, person) },
  }
}

function isWatching({ watching }: LiveState, person: string): boolean {
  if (watching[person] !== undefined) return true
  for (const watcher in watching) if (watching[watcher]?.of === person) return true
  return false
}
