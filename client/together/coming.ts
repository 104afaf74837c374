/** Choices beside the roles; no role's id looks like these. */
export const LEAD = '@lead'
export const WATCH = '@watch'

/** Where one goes in: the training room, or the page from which one watches or leads. */
export function addressOf(
  { session, scenario, mode }: { session: string; scenario: string; mode: string },
  chosen: string,
): string {
  if (chosen === LEAD || chosen === WATCH) return `/live/${encodeURIComponent(session)}`
  const query = new URLSearchParams({ mode, run: session, ...(chosen !== '' && { role: chosen }) })
  return `/train/${encodeURIComponent(scenario)}?${query}`
}
