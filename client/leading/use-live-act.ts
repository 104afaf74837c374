import { useCallback, useEffect, useState } from 'react'
import type { LiveAct, LiveRefusal } from '#shared/live/acts.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { useLeading } from './use-leading.ts'

const readMs = 8000

/** True when the authority took it. */
export type Act = (act: LiveAct) => Promise<boolean>

/** Acts; `refused` says why the latest try was not taken, until it has been read. */
export function useLiveAct(link: SessionLink): { act: Act; refused: string } {
  const { l } = useLeading(link)
  const [refusal, setRefusal] = useState({ count: 0, text: '' })
  const act = useCallback(
    async (asked: LiveAct) => {
      const answer = await link.liveAct(asked)
      const text = answer.ok ? '' : l('refused', { reason: l(refusalKey(asked, answer.reason)) })
      setRefusal(({ count }) => ({ count: count + 1, text }))
      return answer.ok
    },
    [link, l],
  )
  useEffect(() => {
    if (refusal.text === '') return
    const timer = setTimeout(() => setRefusal(({ count }) => ({ count, text: '' })), readMs)
    return () => clearTimeout(timer)
  }, [refusal])
  return { act, refused: refusal.text }
}

/** Who may not answer performs the step, or leads: rights are not the reason. */
function refusalKey({ act }: LiveAct, reason: LiveRefusal) {
  return act === 'answer' && reason === 'not-allowed' ? 'refused.answer' : (`refused.${reason}` as const)
}
