import type { LiveView } from '#shared/live/view.ts'
import type { MemberKind } from '#shared/protocol/members.ts'

/** What a person is to know at all times: who leads, and who sees what they see. */
export interface Standing {
  /** Whose view everybody may look through. */
  leader: string | null
  leads: boolean
  /** May others see one's own view? Null: a spectator's is nowhere to be seen. */
  shared: boolean | null
  /** It is shown to everybody. */
  spotlit: boolean
  /** How many look through it. */
  watchers: number
  /** Who acts for this person until their step ends. */
  actedForBy: string | null
}

export function standingOf(live: LiveView, me: { person: string; kind: MemberKind }): Standing {
  const { person } = me
  return {
    leader: live.leader,
    leads: live.leader === person,
    shared: me.kind === 'spectator' ? null : !live.unshared.includes(person),
    spotlit: live.spotlight === person,
    watchers: live.watchers[person] ?? 0,
    actedForBy: live.takeOver?.person === person ? live.takeOver.helper : null,
  }
}
