import { isAllowed } from '#shared/live/permissions.ts'
import type { LiveView } from '#shared/live/view.ts'

/** What just changed in the live session, as one person is told it. */
export type LiveNews =
  | {
      kind:
        | 'youLead'
        | 'nobodyLeads'
        | 'spotlit'
        | 'unspotlit'
        | 'goesOn'
        | 'mayDraw'
        | 'mayNotDraw'
        | 'asked'
    }
  | { kind: 'leads' | 'halted' | 'handedBack' | 'asksHelp' | 'calls' | 'looks'; name: string }
  | { kind: 'helped' | 'takenOver'; name: string; helper: string }

/** Names are person ids. What the person did themselves is no news to them. */
export function newsOfLive(
  before: LiveView,
  after: LiveView,
  me: { person: string; isAsked: boolean; tends: boolean },
): LiveNews[] {
  const { person } = me
  return [
    ...ofLeading(before, after, person),
    ...ofHalting(before, after, person),
    ...ofHelp(before, after, me),
    ...ofCalls(before, after, person),
    ...ofDrawing(before, after, person),
    ...(me.isAsked && after.poll && after.poll.correct === null && after.poll.n !== before.poll?.n
      ? [{ kind: 'asked' } as const]
      : []),
  ]
}

function ofLeading(before: LiveView, after: LiveView, me: string): LiveNews[] {
  const news: LiveNews[] = []
  if (after.leader !== before.leader) {
    if (after.leader === null) news.push({ kind: 'nobodyLeads' })
    else news.push(after.leader === me ? { kind: 'youLead' } : { kind: 'leads', name: after.leader })
  }
  if (after.spotlight === me && before.spotlight !== me) news.push({ kind: 'spotlit' })
  if (after.spotlight !== me && before.spotlight === me) news.push({ kind: 'unspotlit' })
  return news
}

function ofHalting({ haltedBy: before }: LiveView, { haltedBy: after }: LiveView, me: string): LiveNews[] {
  if (before === after) return []
  if (after === null) return [{ kind: 'goesOn' }]
  return after === me ? [] : [{ kind: 'halted', name: after }]
}

function ofHelp(before: LiveView, after: LiveView, me: { person: string; tends: boolean }): LiveNews[] {
  const news = after.help.flatMap(({ person, helper }): LiveNews[] => {
    const then = before.help.find((each) => each.person === person)
    if (!then && helper === null && me.tends && person !== me.person)
      return [{ kind: 'asksHelp', name: person }]
    const came = helper !== null && helper !== then?.helper && helper !== me.person
    return came ? [{ kind: 'helped', name: person, helper }] : []
  })
  const { takeOver } = after
  if (takeOver && takeOver.person !== before.takeOver?.person)
    news.push({ kind: 'takenOver', name: takeOver.person, helper: takeOver.helper })
  if (!takeOver && before.takeOver) news.push({ kind: 'handedBack', name: before.takeOver.person })
  return news
}

function ofCalls(before: LiveView, { summons, lookHere }: LiveView, me: string): LiveNews[] {
  const news: LiveNews[] = []
  if (summons && summons.n !== before.summons?.n && summons.by !== me && (summons.to ?? me) === me)
    news.push({ kind: 'calls', name: summons.by })
  if (lookHere && lookHere.by !== me && String(lookHere.at) !== String(before.lookHere?.at))
    news.push({ kind: 'looks', name: lookHere.by })
  return news
}

/** Only of who needs leave to draw: being let, or no longer. */
function ofDrawing(before: LiveView, after: LiveView, me: string): LiveNews[] {
  const [did, may] = [isAllowed(before.mayDraw, me), isAllowed(after.mayDraw, me)]
  return did === may ? [] : [{ kind: may ? 'mayDraw' : 'mayNotDraw' }]
}
