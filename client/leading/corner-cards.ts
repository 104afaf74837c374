import type { LanguageMap } from '#shared/scenario/common.ts'
import type { LookHere } from '#shared/live/state.ts'
import type { LiveView } from '#shared/live/view.ts'

/** Something that wants an answer or has to be known, without being in the way of the work. */
export type CornerCard =
  | { kind: 'hint'; id: number; by: string; text: string }
  | { kind: 'summons'; n: number; by: string }
  | { kind: 'look'; by: string; thing: string }
  /** Somebody asks to be followed, or leads since a moment ago. */
  | { kind: 'follow'; by: string; called: boolean; spotlit: boolean }
  /** Somebody wants help, and this person is there for it. */
  | { kind: 'wanted'; person: string }
  | { kind: 'help-asked' }
  | { kind: 'helped' | 'acted-for'; helper: string }
  /** `takeOver`: can it be taken over now? Null: not by who has no hands there. */
  | { kind: 'helping'; person: string; takeOver: 'free' | 'busy' | null }
  | { kind: 'acting'; person: string }
  | { kind: 'poll'; n: number; options: readonly PollOption[]; chosen: string | null }
  | { kind: 'result'; n: number; right: boolean; correct: LanguageMap }

export interface PollOption {
  id: string
  title: LanguageMap
}

/** What this person has seen to on this device. */
export interface Seen {
  hints: readonly { id: number; by: string; text: string }[]
  /** The last call answered. */
  summons: number
  /** The last question put away. */
  poll: number
  /** The last result put away. */
  result: number
  /** Own answers, by question. */
  answers: Readonly<Record<number, string>>
  /** The asking to look that was put away; '' none. */
  look: string
  /** The lead or call that was taken note of; '' none. */
  follow: string
  /** Who asks for help, and was taken note of. */
  wanted: readonly string[]
}

export const nothingSeen: Seen = {
  hints: [],
  summons: 0,
  poll: 0,
  result: 0,
  answers: {},
  look: '',
  follow: '',
  wanted: [],
}

export interface Me {
  person: string
  /** Whom one watches. */
  watches: string | null
  /** Whom one could. */
  watchable: readonly string[]
  /** Is asked what comes next. */
  isAsked: boolean
  /** Is told who wants help. */
  tends: boolean
  /** Has hands in the scene. */
  acts: boolean
}

/** What lies in the corner for this person, the most personal first. */
export function cornerCards(live: LiveView, me: Me, seen: Seen): CornerCard[] {
  return [
    ...seen.hints.map((hint): CornerCard => ({ kind: 'hint', ...hint })),
    ...summonsCard(live, me.person, seen),
    ...helpCards(live, me),
    ...wantedCards(live, me, seen),
    ...lookCard(live, me.person, seen),
    ...followCard(live, me, seen),
    ...pollCard(live, me, seen),
  ]
}

function summonsCard({ summons }: LiveView, me: string, seen: Seen): CornerCard[] {
  if (!summons || summons.by === me || summons.n <= seen.summons) return []
  return summons.to === null || summons.to === me ? [{ kind: 'summons', n: summons.n, by: summons.by }] : []
}

function helpCards({ help, takeOver }: LiveView, { person: me, acts }: Me): CornerCard[] {
  return help.flatMap(({ person, helper }): CornerCard[] => {
    const taken = takeOver?.person === person
    if (person === me) {
      if (helper === null) return [{ kind: 'help-asked' }]
      return [{ kind: taken ? 'acted-for' : 'helped', helper }]
    }
    if (helper !== me) return []
    if (taken) return [{ kind: 'acting', person }]
    return [{ kind: 'helping', person, takeOver: acts ? (takeOver === null ? 'free' : 'busy') : null }]
  })
}

function wantedCards({ help }: LiveView, { person: me, tends }: Me, seen: Seen): CornerCard[] {
  if (!tends) return []
  return help
    .filter(({ person, helper }) => helper === null && person !== me && !seen.wanted.includes(person))
    .map(({ person }) => ({ kind: 'wanted', person }))
}

function lookCard({ lookHere }: LiveView, me: string, seen: Seen): CornerCard[] {
  if (!lookHere || lookHere.by === me || seen.look === lookKey(lookHere)) return []
  return [{ kind: 'look', by: lookHere.by, thing: lookHere.anchor }]
}

/** Another place is another asking. */
export const lookKey = ({ by, anchor, at }: LookHere) => `${by}|${anchor}|${at.join(' ')}`

/** A call to follow comes back when one has gone one's own way; that somebody leads is told once. */
function followCard({ leader, followMe, spotlight }: LiveView, me: Me, seen: Seen): CornerCard[] {
  const by = spotlight ?? leader
  if (by === null || !me.watchable.includes(by)) return []
  if (me.watches === by || seen.follow === followKey({ leader, followMe, spotlight })) return []
  return [{ kind: 'follow', by, called: followMe, spotlit: spotlight !== null }]
}

/** Another leader, another call, another spotlight: each is told anew. */
export const followKey = ({
  leader,
  followMe,
  spotlight,
}: Pick<LiveView, 'leader' | 'followMe' | 'spotlight'>) => `${leader ?? ''}|${followMe}|${spotlight ?? ''}`

function pollCard({ poll }: LiveView, me: Me, seen: Seen): CornerCard[] {
  if (!poll) return []
  const { n, options, correct } = poll
  const chosen = seen.answers[n] ?? null
  if (correct === null) return me.isAsked && n > seen.poll ? [{ kind: 'poll', n, options, chosen }] : []
  const title = options.find(({ id }) => id === correct)?.title
  if (chosen === null || n <= seen.result || title === undefined) return []
  return [{ kind: 'result', n, right: chosen === correct, correct: title }]
}
