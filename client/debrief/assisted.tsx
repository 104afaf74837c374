import type { DebriefStep } from '#shared/session/debrief-rows.ts'
import { useLeadingWords } from '#client/leading/use-leading-words.ts'
import { useTogether } from '#client/together/use-together.ts'
import type { WhoIsWho } from './who-is-who.ts'

/** Who helped with a step, or moved it on. */
export function Assisted({
  step: { assisted, movedBy },
  who,
}: {
  step: DebriefStep
  who: WhoIsWho | undefined
}) {
  const { w, language } = useTogether()
  const l = useLeadingWords(language)
  const name = (person: string) => who?.names[person] || w('who.guest')
  return (
    <span className="timeline__who">
      {[
        assisted && l('after.assisted', { name: name(assisted.by) }),
        movedBy !== undefined && l('after.moved', { name: name(movedBy) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}
