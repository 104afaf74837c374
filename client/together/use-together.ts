import { use } from 'react'
import type { Language } from '#client/i18n/language.ts'
import { loadTogether } from '#client/i18n/together.ts'
import type { TogetherText } from '#client/i18n/together.ts'
import { useText } from '#client/ui/text.tsx'

const loading = new Map<Language, Promise<TogetherText>>()

/** The page's words, and as `w` those for several people. Suspends until they are there. */
export function useTogether() {
  const text = useText()
  return { ...text, w: use(wordsIn(text.language)) }
}

/** The same promise every time: what a component waits on must not change with each drawing. */
function wordsIn(language: Language): Promise<TogetherText> {
  const known = loading.get(language)
  if (known) return known
  const words = loadTogether(language)
  loading.set(language, words)
  return words
}
