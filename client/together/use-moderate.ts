import { useState } from 'react'
import type { Moderation } from '#shared/protocol/members.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { describeMemberRefusal } from './describe-member-refusal.ts'
import { useTogether } from './use-together.ts'

/** Moderates; true when it was done. `refused` says why the latest try was not, else ''. */
export function useModerate(link: SessionLink) {
  const { t, w } = useTogether()
  const [refused, setRefused] = useState('')
  async function moderate(act: Moderation): Promise<boolean> {
    const answer = await link.moderate(act)
    setRefused(answer.ok ? '' : w('roster.refused', { reason: describeMemberRefusal(t, w, answer.reason) }))
    return answer.ok
  }
  return { moderate, refused }
}
