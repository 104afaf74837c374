import { useEffect, useState } from 'react'
import type { LiveView } from '#shared/live/view.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { nothingSeen } from './corner-cards.ts'
import type { Seen } from './corner-cards.ts'

/** What this person has seen to, and the private words that came; both for as long as the page is open. */
export function useSeen(link: SessionLink) {
  const [seen, setSeen] = useState<Seen>(nothingSeen)
  useEffect(() => {
    let count = 0
    return link.onCue((cue) => {
      if (cue.kind !== 'privateHint') return
      const hint = { id: (count += 1), by: cue.by, text: cue.text }
      setSeen((before) => ({ ...before, hints: [...before.hints, hint] }))
    })
  }, [link])
  useEffect(() => {
    // Who asks again later is told of again.
    const forget = ({ help }: LiveView) =>
      setSeen((before) => {
        const wanted = before.wanted.filter((asked) => help.some(({ person }) => person === asked))
        return wanted.length === before.wanted.length ? before : { ...before, wanted }
      })
    return link.live.subscribe(forget)
  }, [link])
  return {
    seen,
    see: (change: Partial<Seen>) => setSeen((before) => ({ ...before, ...change })),
    answered: (poll: number, option: string) =>
      setSeen((before) => ({ ...before, answers: { ...before.answers, [poll]: option } })),
    noted: (person: string) => setSeen((before) => ({ ...before, wanted: [...before.wanted, person] })),
    understood: (hint: number) =>
      setSeen((before) => ({ ...before, hints: before.hints.filter(({ id }) => id !== hint) })),
  }
}
