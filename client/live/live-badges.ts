import { isAllowed } from '#shared/live/permissions.ts'
import type { LiveView } from '#shared/live/view.ts'
import type { LeadingText } from '#client/i18n/leading.ts'

/** What the live session adds to a person's line, in words. */
export function liveBadges(
  person: string,
  live: LiveView,
  l: LeadingText,
  nameOf: (person: string) => string,
): string[] {
  const helped = live.help.find(({ helper }) => helper === person)
  const watchers = live.watchers[person] ?? 0
  return [
    live.leader === person && l('cockpit.leads'),
    live.spotlight === person && l('cockpit.spotlit'),
    live.help.some((each) => each.person === person) && l('cockpit.asksHelp'),
    helped !== undefined && l('cockpit.helps', { name: nameOf(helped.person) }),
    !live.mayDraw.everybody && isAllowed(live.mayDraw, person) && l('cockpit.draws'),
    watchers > 0 && l('cockpit.watchers', { count: watchers }),
  ].filter((each) => each !== false)
}
