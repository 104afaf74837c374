import { use } from 'react'
import type { Language } from '#client/i18n/language.ts'
import { loadLeading } from '#client/i18n/leading.ts'
import type { LeadingText } from '#client/i18n/leading.ts'

const loading = new Map<Language, Promise<LeadingText>>()

/** Suspends until they are there. */
export function useLeadingWords(language: Language): LeadingText {
  return use(wordsIn(language))
}

/** The same promise every time: what a component waits on must not change with each drawing. */
function wordsIn(language: Language): Promise<LeadingText> {
  const known = loading.get(language)
  if (known) return known
  const words = loadLeading(language)
  loading.set(language, words)
  return words
}
