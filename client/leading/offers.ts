import { isAllowed, mayDo } from '#shared/live/permissions.ts'
import type { Deed, LiveAsker, Whose } from '#shared/live/permissions.ts'
import type { LiveView } from '#shared/live/view.ts'
import type { MemberClient } from '#client/net/members.ts'

/** What is offered to this person: only what the authority would let them do. */
export interface Offers {
  may(deed: Deed, whose: Whose): boolean
  /** To lead: for the first time, or back from whom one passed it to. */
  lead: 'take' | 'take-back' | null
  /** To be asked what comes next: who leads or teaches knows. */
  isAsked: boolean
  /** Who leads or teaches needs no sign. */
  raisesHand: boolean
  /** To ask for help with one's own step. */
  asksHelp: boolean
}

export function offersFor(live: LiveView, asker: LiveAsker): Offers {
  const may = (deed: Deed, whose: Whose) => mayDo(deed, whose, asker, live)
  const leads = live.leader === asker.person
  return {
    may,
    lead: leads || !may('lead', 'own') ? null : live.passedBy === asker.person ? 'take-back' : 'take',
    isAsked: !leads && asker.kind !== 'instructor' && may('answer', 'own'),
    raisesHand: !leads && asker.kind !== 'instructor' && may('raise-hand', 'own'),
    asksHelp: !leads && asker.kind === 'participant' && may('ask-help', 'own'),
  }
}

/** What can be done about one person, the most frequent first. */
export type AboutPerson =
  | 'watch'
  | 'tell'
  | 'help'
  | 'lower-hand'
  | 'pass'
  | 'spotlight'
  | 'summon'
  | 'allow-draw'
  | 'forbid-draw'
  | 'allow-speak'
  | 'forbid-speak'

/** `member` is undefined of who only watches. */
export function offersAbout(
  person: string,
  member: MemberClient | undefined,
  live: LiveView,
  asker: LiveAsker,
): AboutPerson[] {
  const may = (deed: Deed) => mayDo(deed, 'other', asker, live)
  if (person === asker.person) return ownOffers(live, asker)
  const here = member !== undefined && member.connected && !member.bot && member.slot > 0
  const seen = here && hasView(member) && !live.unshared.includes(person)
  const asked = live.help.find((each) => each.person === person)
  const draws = isAllowed(live.mayDraw, person)
  const speaks = isAllowed(live.maySpeak, person)
  const isOne = !member?.bot
  // Who moderates has mute for it, which goes before.
  const speech = isOne && may('allow') && !(asker.moderates && member !== undefined)
  const offers: [AboutPerson, boolean][] = [
    ['watch', seen],
    ['tell', isOne && may('hint')],
    ['help', asked !== undefined && asked.helper === null && may('help')],
    ['lower-hand', live.hands.includes(person) && may('lower-hand')],
    ['pass', here && live.leader !== person && may('pass')],
    ['spotlight', (seen || live.spotlight === person) && may('spotlight')],
    ['summon', here && may('summon')],
    ['allow-draw', isOne && !draws && may('allow')],
    ['forbid-draw', isOne && draws && may('allow')],
    ['allow-speak', speech && !speaks],
    ['forbid-speak', speech && speaks],
  ]
  return offers.filter(([, offered]) => offered).map(([offer]) => offer)
}

/** Who teaches without a role has no body in the scene, thus nothing that could be seen through. */
export const hasView = ({ kind, role }: Pick<MemberClient, 'kind' | 'role'>) =>
  kind === 'participant' || role !== ''

function ownOffers(live: LiveView, asker: LiveAsker): AboutPerson[] {
  return live.spotlight === asker.person && mayDo('spotlight', 'own', asker, live) ? ['spotlight'] : []
}
