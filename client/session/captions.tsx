import { useEffect, useState } from 'react'
import type { Cue } from '#shared/protocol/views.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { settings } from '#client/settings/settings.ts'
import { useText } from '#client/ui/text.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { captionTimeMs, speakerName } from './caption-text.ts'

type Said = Extract<Cue, { kind: 'say' | 'injury' }>

/** Everything said or felt, in words, with who says it. Read out by the live region already, so for eyes only. */
export function Captions({ link }: { link: SessionLink }) {
  const { say } = useText()
  const { captions, captionScale } = useReadable(settings)
  const [lines, setLines] = useState<{ id: number; cue: Said }[]>([])
  useEffect(() => {
    let count = 0
    const timers = new Set<number>()
    const off = link.onCue((cue) => {
      if (cue.kind !== 'say' && cue.kind !== 'injury') return
      const id = (count += 1)
      setLines((before) => [...before.slice(-1), { id, cue }])
      const timer = window.setTimeout(() => {
        timers.delete(timer)
        setLines((before) => before.filter((line) => line.id !== id))
      }, captionTimeMs(cue))
      timers.add(timer)
    })
    return () => {
      off()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [link])
  if (!captions || lines.length === 0) return null
  return (
    <div className="captions" aria-hidden="true" style={{ fontSize: `${captionScale * 1.125}rem` }}>
      {lines.map(({ id, cue }) => (
        <p key={id} data-kind={cue.kind}>
          {cue.kind === 'say' && <strong>{speakerName(cue.speaker, link.edition, say)}: </strong>}
          {say(cue.caption)}
        </p>
      ))}
    </div>
  )
}
