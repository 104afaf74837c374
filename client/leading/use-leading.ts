import type { SessionLink } from '#client/net/session-link.ts'
import { usePeople } from '#client/together/use-people.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { situationOf } from './situation.ts'
import { useLeadingWords } from './use-leading-words.ts'

/** The live session as this person meets it: its state, who is who, and as `l` the words for it. */
export function useLeading(link: SessionLink) {
  const who = usePeople(link)
  const live = useReadable(link.live)
  const { people } = who.members
  return {
    ...who,
    l: useLeadingWords(who.language),
    live,
    mine: situationOf(live, link.me),
    /** Also of who only watches, as far as their name is told. */
    nameOf: (person: string) =>
      Object.hasOwn(people, person)
        ? who.names.person(person)
        : who.members.asking[person] || who.w('who.guest'),
  }
}
