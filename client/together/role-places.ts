import type { EditionRole } from '#shared/protocol/views.ts'
import type { MembersClient } from '#client/net/members.ts'
import type { RolePlace } from './role-choice.tsx'

/** How full each role is: people who are there or whose place is kept, and bots. */
export function rolePlaces(roles: readonly EditionRole[], { people }: MembersClient): RolePlace[] {
  const filled = Object.values(people).map(({ role }) => role)
  return roles.map(({ id, name, max = 1, bot = false }) => ({
    id,
    name,
    max,
    bot,
    taken: filled.filter((role) => role === id).length,
  }))
}
