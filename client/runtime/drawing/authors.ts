import type { MembersClient } from '#client/net/members.ts'
import { markOf } from '../avatars/mark-of.ts'
import type { Readable } from '../readable.ts'
import type { Author } from './annotations.ts'

/** Who drew: names and marks, also of people who lost their line since. */
export interface Authors {
  of(person: string): Author
  dispose(): void
}

export function createAuthors(members: Readable<MembersClient>, onChange: () => void): Authors {
  const known = new Map<string, Author>()

  function meet(): boolean {
    let changed = false
    const { people, asking } = members.get()
    const names = new Map(Object.entries(asking))
    for (const [id, { name }] of Object.entries(people)) names.set(id, name)
    for (const [id, name] of names) {
      const before = known.get(id)
      const slot = people[id]?.slot ?? 0
      const mark = slot === 0 && before ? before.mark : markOf(slot)
      if (before?.name === name && before.mark.colour === mark.colour && before.mark.shape === mark.shape)
        continue
      known.set(id, { name, mark })
      changed = true
    }
    return changed
  }
  meet()
  const stop = members.subscribe(() => {
    if (meet()) onChange()
  })
  const nobody: Author = { name: '', mark: markOf(0) }
  return { of: (person) => known.get(person) ?? nobody, dispose: stop }
}
