import type { LiveView } from '#shared/live/view.ts'
import type { MemberKind } from '#shared/protocol/members.ts'

/** What a person is to know at all times: who leads, and who sees what they see. */
export interface Situation {
  /** Whose view everybody may look through. */
  leader: string | null
  leads: boolean
  /** May others see one's own view? Null: of who only watches there is nothing to see. */
  shared: boolean | null
  /** It is shown to everybody. */
  spotlit: boolean
  /** How many look through it. */
  watchers: number
}

export function situationOf(
  live: LiveView,
  { person, kind }: { person: string; kind: MemberKind },
): Situation {
  return {
    leader: live.leader,
    leads: live.leader !== null && live.leader === person,
    shared: kind === 'participant' ? !live.unshared.includes(person) : null,
    spotlit: live.spotlight !== null && live.spotlight === person,
    watchers: live.watchers[person] ?? 0,
  }
}
