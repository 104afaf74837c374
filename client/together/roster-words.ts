import type { RosterPerson } from '#shared/protocol/members.ts'
import type { TogetherText } from '#client/i18n/together.ts'
import type { Names } from './names.ts'

/** What somebody is and how they are, in words. */
export function rosterWords(
  { kind, role, connected, away, muted }: RosterPerson,
  asking: boolean,
  w: TogetherText,
  names: Names,
): string[] {
  const what = () => {
    if (role !== '') return names.role(role)
    if (kind === 'spectator') return w('who.watching')
    return kind === 'instructor' ? w('who.instructor') : w('who.noRole')
  }
  return [
    what(),
    connected && away && w('who.away'),
    muted && w('who.muted'),
    asking && w('who.asks'),
  ].filter((each) => each !== false)
}
