import { situationOf } from '#client/leading/situation.ts'
import type { WatchingWay } from '#shared/live/acts.ts'
import type { LiveView } from '#shared/live/view.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import type { TeamView } from '#shared/protocol/views.ts'
import type { PanelWords } from './panel-words.ts'

export interface StateSubject {
  live: LiveView
  me: { person: string; kind: MemberKind }
  team: TeamView | undefined
  way: WatchingWay
  of: string | null
}

/** What is to be known at all times: who leads and whether one's own view is shared; then what keeps one waiting or is done for one. */
export interface StateLines {
  state: string
  also: string
}

export function stateLines(subject: StateSubject, words: PanelWords): StateLines {
  return { state: stateLine(subject, words), also: alsoLine(subject, words) }
}

function stateLine({ live, me }: StateSubject, { l, nameOf }: PanelWords): string {
  const { leader, leads, shared, spotlit, watchers } = situationOf(live, me)
  const who = leads
    ? l('line.you')
    : leader === null
      ? l('line.nobody')
      : l('line.other', { name: nameOf(leader) })
  const parts = [
    who,
    shared === null ? '' : spotlit ? l('line.spotlit') : l(shared ? 'line.shared' : 'line.unshared'),
    watchers > 0 ? l('line.watched', { count: watchers }) : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** The most pressing one. */
function alsoLine({ live, me, team, way, of }: StateSubject, words: PanelWords): string {
  const { g, l, nameOf, list } = words
  const { haltedBy, takeOver, help, spotlight } = live
  if (haltedBy !== null)
    return haltedBy === me.person ? l('halt.you') : l('halt.title', { name: nameOf(haltedBy) })
  if (takeOver) return takenOverLine(takeOver, me.person, words)
  const helper = help.find(({ person }) => person === me.person)?.helper ?? null
  if (helper !== null) return l('help.here', { name: nameOf(helper) })
  const helped = help.find((each) => each.helper === me.person)
  if (helped) return l('help.helping', { name: nameOf(helped.person) })
  const waiting = team?.waitingFor
  if (waiting) {
    const names = waiting.people.map(nameOf)
    return g('panel.waiting', { names: names.length > 0 ? list(names) : g('panel.others') })
  }
  if (spotlight !== null && spotlight !== me.person) return l('line.spotlight', { name: nameOf(spotlight) })
  return way !== 'free' && of !== null ? g('panel.watching', { name: nameOf(of) }) : ''
}

function takenOverLine(
  { helper, person }: { helper: string; person: string },
  me: string,
  { l, nameOf }: PanelWords,
) {
  if (person === me) return l('help.taken', { name: nameOf(helper) })
  if (helper === me) return l('help.acting', { name: nameOf(person) })
  return l('news.takenOver', { helper: nameOf(helper), name: nameOf(person) })
}
