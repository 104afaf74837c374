import { languageOf, toLanguageMaps } from './language-maps.ts'
import type { JsonObject, Migration } from './migration.ts'

const texts = new Set([
  'summary',
  'briefing',
  'safetyNotice',
  'text',
  'remedy',
  'name',
  'instruction',
  'why',
  'caption',
  'question',
  'answer',
  'title',
])

/** Oldest first, one for each step between schema versions. */
export const scenarioMigrations: readonly Migration[] = [
  {
    from: 1,
    does: 'texts in the one language of the document become language maps',
    apply(document) {
      const { language: _, tests, ...rest } = document
      const language = languageOf(document)
      const migrated = toLanguageMaps(rest, texts, language) as JsonObject
      // A test's title is for its authors and stays a plain string.
      return { ...migrated, ...(tests === undefined ? {} : { tests }), languages: [language] }
    },
  },
]
