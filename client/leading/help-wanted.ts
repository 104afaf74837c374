import type { LanguageMap } from '#shared/scenario/common.ts'
import type { LeadView, LiveView } from '#shared/live/view.ts'

/** Who waits for the one who leads. */
export interface HelpWanted {
  person: string
  /** What they are at; null where nobody tells. */
  step: LanguageMap | null
  helper: string | null
  /** Their step is done by their helper now. */
  taken: boolean
}

/** Who asked for help, in order; those who still wait come before those who are being helped. */
export function helpWanted({ help, takeOver }: LiveView, lead: LeadView | null): HelpWanted[] {
  return help
    .map(({ person, helper }) => ({
      person,
      helper,
      step: lead?.help.find((asked) => asked.person === person)?.title ?? null,
      taken: takeOver?.person === person,
    }))
    .toSorted((a, b) => Number(a.helper !== null) - Number(b.helper !== null))
}
