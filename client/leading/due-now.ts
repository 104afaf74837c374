import type { LanguageMap } from '#shared/scenario/common.ts'
import type { LeadView } from '#shared/live/view.ts'

/** What is due now, in words; what several roles do under one name is named once. */
export function dueNow(lead: LeadView | null, say: (map: LanguageMap) => string): string[] {
  const due = (lead?.steps ?? []).filter(({ status }) => status === 'active')
  return [...new Set(due.map(({ title }) => say(title)))]
}
