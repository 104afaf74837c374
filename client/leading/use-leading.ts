import { use } from 'react'
import type { Language } from '#client/i18n/language.ts'
import { loadLeading } from '#client/i18n/leading.ts'
import type { LeadingText } from '#client/i18n/leading.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { usePeople } from '#client/together/use-people.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { situationOf } from './situation.ts'

const loading = new Map<Language, Promise<LeadingText>>()

/** The live session as this person meets it: its state, who is who, and as `l` the words for it. */
export function useLeading(link: SessionLink) {
  const who = usePeople(link)
  const live = useReadable(link.live)
  const { people } = who.members
  return {
    ...who,
    l: use(wordsIn(who.language)),
    live,
    mine: situationOf(live, link.me),
    /** Also of who only watches, as far as their name is told. */
    nameOf: (person: string) =>
      Object.hasOwn(people, person)
        ? who.names.person(person)
        : who.members.asking[person] || who.w('who.guest'),
  }
}

/** The same promise every time: what a component waits on must not change with each drawing. */
function wordsIn(language: Language): Promise<LeadingText> {
  const known = loading.get(language)
  if (known) return known
  const words = loadLeading(language)
  loading.set(language, words)
  return words
}
