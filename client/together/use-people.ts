import type { SessionLink } from '#client/net/session-link.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { namesIn } from './names.ts'
import { peopleHere } from './people-here.ts'
import { useTogether } from './use-together.ts'

/** Who is here now, and what they and their roles are called. */
export function usePeople(link: SessionLink) {
  const text = useTogether()
  const members = useReadable(link.members)
  const team = useReadable(link.view)?.team
  useReadable(link.status) // what I am may change with each welcome
  return {
    ...text,
    members,
    team,
    names: namesIn(link.edition, members, text),
    people: peopleHere(
      members,
      link.me.person,
      link.edition.roles.map(({ id }) => id),
      team?.turn ?? [],
    ),
  }
}
